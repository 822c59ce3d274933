// A removed person, a locked room, another role: what every plane's door says, with the seats that people hold.
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Seat } from '#server/access/seat.ts'
import {
  type CreatedWorkshop,
  CurrentSeat,
  Joined,
  PersonalLink,
  Preview,
  Ticket,
} from '#shared/access/api.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { PersonId } from '#shared/ids.ts'
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
let guest: Answered
beforeAll(async () => {
  app = await openApp()
})
beforeEach(async () => {
  workshop = await app.create()
  path = `/api/workshops/${workshop.id}`
  host = await join(workshop.links.facilitator)
  guest = await join(workshop.links.participant, { name: 'Bo' })
})
afterAll(() => app.close())

const keyOf = (link: string) => ({ secret: link.split('#')[1] })
const join = (link: string, body: object = {}, headers = {}) => app.join(link, body, headers)
const as = (answer: Answered) => ({ headers: { cookie: cookieOf(answer) } })
const idOf = (answer: Answered): PersonId => {
  const { personId } = Joined.parse(answer.json)
  if (!personId) throw new Error('This seat has no person.')
  return personId
}
const command = (who: Answered, order: Command) =>
  app.rooms.submit(workshop.id, {
    actor: { personId: idOf(who), role: 'facilitator' },
    commandId: null,
    command: order,
  })
const enter = (who: Answered, link: 'participant' | 'co-facilitator' = 'participant') =>
  app.access.authenticate(upgradeRequest({ cookie: cookieOf(who) }), { workshopId: workshop.id, link })
const about = (who: Answered) => ({ personId: idOf(who) })

test('a removed person is told so at every door, and let in again when it is taken back', async () => {
  await command(host, { type: 'person.remove', ...about(guest) })
  const seat = await app.ask('GET', `${path}/seat`, as(guest))
  expect([seat.status, refusalOf(seat)]).toEqual([403, 'removed'])
  expect(await enter(guest)).toMatchObject({ ok: false, code: 'removed' })
  expect(refusalOf(await app.ask('GET', `${path}/silence`, as(guest)))).toBe('removed')
  await command(host, { type: 'person.readmit', ...about(guest) })
  expect(CurrentSeat.parse((await app.ask('GET', `${path}/seat`, as(guest))).json)).toMatchObject({
    name: 'Bo',
  })
  expect(await enter(guest)).toMatchObject({ ok: true })
})

test('a removed person’s open connections are ended on every plane, and their tickets with them', async () => {
  const { ticket } = Ticket.parse((await app.ask('POST', `${path}/ticket`, as(guest))).json)
  const seats: Seat[] = [host, guest].map((who) => ({
    workshopId: workshop.id,
    link: 'participant',
    role: 'participant',
    personId: idOf(who),
  }))
  let ended: Seat[] = []
  let why = ''
  onTestFinished(
    app.access.endings.on((_id, match, reason) => {
      ended = seats.filter(match)
      why = reason
    }),
  )
  await command(host, { type: 'person.remove', ...about(guest) })
  expect([ended, why]).toEqual([[seats[1]], 'removed'])
  const request = upgradeRequest({ 'sec-websocket-protocol': `runde.ticket.${ticket}` })
  const answer = await app.access.authenticate(request, { workshopId: workshop.id })
  expect(answer).toMatchObject({ ok: false, code: 'ticket-expired' })
})

test('nor does the personal link bring them back, but a new seat does, as somebody new', async () => {
  const made = await app.ask('POST', `${path}/personal-link`, as(guest))
  const { link } = PersonalLink.parse(made.json)
  await command(host, { type: 'person.remove', ...about(guest) })
  expect(refusalOf(await join(link))).toBe('removed')
  expect(refusalOf(await app.ask('POST', `${path}/preview`, { body: keyOf(link) }))).toBe('removed')
  const again = await join(workshop.links.participant, {}, as(guest).headers)
  expect(idOf(again)).not.toBe(idOf(guest))
})

test('a locked room takes nobody new and keeps no trace of them; who was in comes back', async () => {
  await command(host, { type: 'door.lock' })
  const names = await app.storage.people.names(workshop.id)
  for (const link of [workshop.links.participant, workshop.links.observer]) {
    const answer = await join(link, { name: 'New' })
    expect([answer.status, refusalOf(answer)]).toEqual([423, 'room-locked'])
    expect(answer.headers.getSetCookie()).toEqual([])
    const preview = await app.ask('POST', `${path}/preview`, { body: keyOf(link) })
    expect(Preview.parse(preview.json).isLocked).toBe(true)
  }
  expect(await app.storage.people.names(workshop.id)).toEqual(names)
  expect((await join(workshop.links.participant, {}, as(guest).headers)).status).toBe(200)
  expect((await join(workshop.links.facilitator)).status).toBe(200)
  expect((await join(workshop.links['co-facilitator'])).status).toBe(200)
  expect((await join(workshop.links.results)).status).toBe(200)
  await command(host, { type: 'door.unlock' })
  expect((await join(workshop.links.participant)).status).toBe(200)
})

test('whoever stands outside can knock with a key, and with nothing else', async () => {
  await command(host, { type: 'door.lock' })
  const knock = (body: object) => app.ask('POST', `${path}/knock`, { body })
  expect((await knock(keyOf(workshop.links.participant))).status).toBe(200)
  expect((await app.rooms.state(workshop.id)).workshop.door.knockedAt).toBe(app.clock.now)
  expect((await knock({ code: workshop.code })).status).toBe(200) // heard already
  expect(refusalOf(await knock({ secret: 'x'.repeat(22) }))).toBe('link-invalid')
})

test('the co-facilitators’ link makes facilitators who do not renew the links of facilitators', async () => {
  const co = await join(workshop.links['co-facilitator'])
  expect(Joined.parse(co.json).role).toBe('co-facilitator')
  expect(await enter(co, 'co-facilitator')).toMatchObject({ ok: true, seat: { role: 'facilitator' } })
  const renew = (kind: string) => app.ask('POST', `${path}/links/${kind}`, as(co))
  for (const kind of ['facilitator', 'co-facilitator'])
    expect(refusalOf(await renew(kind))).toBe('not-allowed')
  for (const kind of ['participant', 'observer', 'results']) expect((await renew(kind)).status).toBe(200)
})

test('renewing the co-facilitators’ link can end the seats that came by it, and only those', async () => {
  const co = await join(workshop.links['co-facilitator'])
  await app.ask('POST', `${path}/links/co-facilitator`, { ...as(host), body: { endSeats: true } })
  expect((await app.ask('GET', `${path}/seat`, as(co))).status).toBe(401)
  expect((await app.ask('GET', `${path}/seat`, as(host))).status).toBe(200)
})

test('a workshop from before co-facilitators had a link gets one when it is asked for, and keeps it', async () => {
  const rows = await app.storage.workshops.links(workshop.id)
  const older = {
    ...app.storage.workshops,
    links: async () => rows.filter(({ role }) => role !== 'co-facilitator'),
  }
  const other = await openApp({
    around: () => ({ ...app.storage, workshops: older, close: async () => {} }),
  })
  onTestFinished(() => other.close())
  const shown = await other.ask('GET', `${path}/links`, as(host))
  const link = String((shown.json as { links: Record<string, string> }).links['co-facilitator'])
  expect(Joined.parse((await join(link)).json).role).toBe('co-facilitator')
})

test('a seat follows its person into another role, by cookie and by ticket', async () => {
  const { ticket } = Ticket.parse((await app.ask('POST', `${path}/ticket`, as(guest))).json)
  await command(host, { type: 'person.promote', ...about(guest) })
  expect(await enter(guest)).toMatchObject({ ok: true, seat: { link: 'participant', role: 'facilitator' } })
  const request = upgradeRequest({ 'sec-websocket-protocol': `runde.ticket.${ticket}` })
  const byTicket = await app.access.authenticate(request, { workshopId: workshop.id })
  expect(byTicket).toMatchObject({ ok: true, seat: { role: 'facilitator' } })
  await command(host, { type: 'person.demote', ...about(guest) })
  expect(await enter(guest)).toMatchObject({ ok: true, seat: { role: 'participant' } })
})
