// Links shown again and renewed: who may, what stops working, who has to go.
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Seat } from '#server/access/seat.ts'
import {
  type CreatedWorkshop,
  Invitation,
  Joined,
  PersonalLink,
  RenewedLink,
  Ticket,
  ticketProtocolPrefix,
} from '#shared/access/api.ts'
import { LinkKind, roleBy } from '#shared/access/role.ts'
import {
  type Answered,
  cookieOf,
  openApp,
  refusalOf,
  type TestApp,
  upgradeRequest,
} from '#tests/support/app.ts'

let app: TestApp
let workshop: CreatedWorkshop
let path: string
let host: Answered
let ended: Seat[]
beforeAll(async () => {
  app = await openApp()
})
beforeEach(async () => {
  workshop = await app.create()
  path = `/api/workshops/${workshop.id}`
  host = await join(workshop.links.facilitator)
  ended = []
})
afterAll(() => app.close())

const join = (link: string) => app.join(link)
const as = (answer: Answered) => ({ headers: { cookie: cookieOf(answer) } })
const isIn = async (answer: Answered) => (await app.ask('GET', `${path}/seat`, as(answer))).status === 200
const renew = (role: string, body?: object, who = host) =>
  app.ask('POST', `${path}/links/${role}`, { ...as(who), body })
const personal = async (who: Answered) =>
  PersonalLink.parse((await app.ask('POST', `${path}/personal-link`, as(who))).json).link
const seatOf = (answer: Answered): Seat => {
  const { personId, role } = Joined.parse(answer.json)
  return { workshopId: workshop.id, link: role, role: roleBy(role), personId }
}

/** Fills `ended` with those of these seats that the gateways are told to end. */
function watchEndings(among: Answered[]) {
  const stop = app.access.endings.on((workshopId, match) => {
    if (workshopId === workshop.id) ended = among.map(seatOf).filter(match)
  })
  onTestFinished(stop)
}

test('a facilitator sees the links again, but not the own one', async () => {
  const { facilitator: _, ...links } = workshop.links
  expect(Invitation.parse((await app.ask('GET', `${path}/links`, as(host))).json)).toEqual({
    code: workshop.code,
    links,
  })
})

test('a co-facilitator sees the same links, and the closing view sends the one to the results', async () => {
  const co = await join(workshop.links['co-facilitator'])
  const { facilitator: _, ...links } = workshop.links
  expect(Invitation.parse((await app.ask('GET', `${path}/links`, as(co))).json).links).toEqual(links)
})

test.each(['participant', 'observer', 'results'] as const)(
  'a seat as %s neither shows nor renews links',
  async (role) => {
    const guest = await join(workshop.links[role])
    for (const answer of [
      await app.ask('GET', `${path}/links`, as(guest)),
      await renew('facilitator', {}, guest),
    ]) {
      expect(answer.status).toBe(403)
      expect(refusalOf(answer)).toBe('not-allowed')
    }
    expect((await join(workshop.links.facilitator)).status).toBe(200)
  },
)

test('nobody without a seat does either', async () => {
  expect(refusalOf(await app.ask('GET', `${path}/links`))).toBe('no-seat')
  expect(refusalOf(await app.ask('POST', `${path}/links/participant`))).toBe('no-seat')
})

test.each(LinkKind.options)('a renewed %s link stops the old one and keeps who came by it', async (role) => {
  const guest = await join(workshop.links[role])
  const { link, code } = RenewedLink.parse((await renew(role)).json)
  expect(refusalOf(await join(workshop.links[role]))).toBe('link-invalid')
  expect(Joined.parse((await join(link)).json).role).toBe(role)
  expect(await isIn(guest)).toBe(true)
  expect(code === workshop.code).toBe(role !== 'participant')
  if (role !== 'facilitator') {
    const { links } = Invitation.parse((await app.ask('GET', `${path}/links`, as(host))).json)
    expect(links[role]).toBe(link)
  }
})

test('with the participants’ link their code is renewed', async () => {
  const { code } = RenewedLink.parse((await renew('participant')).json)
  expect(refusalOf(await app.ask('POST', '/api/codes', { body: { code: workshop.code } }))).toBe(
    'code-unknown',
  )
  expect((await app.ask('POST', '/api/codes', { body: { code } })).json).toEqual({ id: workshop.id })
})

test('ending the seats ends them on every plane, with the ways back', async () => {
  const guest = await join(workshop.links.participant)
  const observer = await join(workshop.links.observer)
  const back = await personal(guest)
  const { ticket } = Ticket.parse((await app.ask('POST', `${path}/ticket`, as(guest))).json)
  watchEndings([guest, observer, host])
  await renew('participant', { endSeats: true })
  expect(await isIn(guest)).toBe(false)
  expect(refusalOf(await join(back))).toBe('link-invalid')
  expect(await isIn(observer)).toBe(true)
  expect(ended).toEqual([seatOf(guest)])
  const upgrade = upgradeRequest({ 'sec-websocket-protocol': `${ticketProtocolPrefix}${ticket}` })
  const answer = await app.access.authenticate(upgrade, { workshopId: workshop.id })
  expect(answer).toMatchObject({ ok: false, code: 'ticket-expired' })
})

test('a facilitator who ends the facilitators’ seats stays, and the others go', async () => {
  const other = await join(workshop.links.facilitator)
  const [mine, theirs] = [await personal(host), await personal(other)]
  watchEndings([host, other])
  await renew('facilitator', { endSeats: true })
  expect([await isIn(host), await isIn(other)]).toEqual([true, false])
  expect(ended).toEqual([seatOf(other)])
  expect((await join(mine)).status).toBe(200)
  expect(refusalOf(await join(theirs))).toBe('link-invalid')
})

test('results seats, which are nobody, can be ended too', async () => {
  const boss = await join(workshop.links.results)
  await renew('results', { endSeats: true })
  expect(await isIn(boss)).toBe(false)
})

test('a renewal that is not as the interface says changes nothing', async () => {
  expect(refusalOf(await renew('king'))).toBe('link-unknown')
  expect(refusalOf(await renew('participant', { endSeats: 'yes' }))).toBe('invalid')
  expect((await join(workshop.links.participant)).status).toBe(200)
})

test('under another server key links are not shown, and renewing mends it', async () => {
  const { storage } = app
  const kept = { ...storage, close: async () => {} } // the other app must not close what this one uses
  const other = await openApp({ serverKey: Buffer.alloc(32, 8), around: () => kept })
  onTestFinished(() => other.close())
  const show = () => other.ask('GET', `${path}/links`, as(host))
  expect(refusalOf(await show())).toBe('links-unreadable')
  for (const role of ['participant', 'observer', 'results', 'co-facilitator'])
    await other.ask('POST', `${path}/links/${role}`, as(host))
  expect((await show()).status).toBe(200)
})
