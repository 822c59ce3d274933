// The way back: a facilitator makes a link for somebody, and whoever opens it takes up the seat that person had.
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { offerLastsMs } from '#server/access/offers.ts'
import type { Seat } from '#server/access/seat.ts'
import type { Storage } from '#server/storage/storage.ts'
import {
  type CreatedWorkshop,
  Joined,
  MissingSeats,
  OfferedSeat,
  PersonalLink,
  Preview,
} from '#shared/access/api.ts'
import type { PersonId } from '#shared/ids.ts'
import { type Answered, cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
let workshop: CreatedWorkshop
let path: string
let host: Answered
let ana: Answered
beforeAll(async () => {
  app = await openApp()
})
beforeEach(async () => {
  workshop = await app.create({ template: 'support-case', language: 'en' })
  path = `/api/workshops/${workshop.id}`
  host = await open(workshop.links.facilitator)
  ana = await open(workshop.links.participant, { name: 'Ana', department: 'service' })
})
afterAll(() => app.close())

type Headers = Record<string, string>
const secretOf = (link: string) => link.split('#')[1] ?? ''
const open = (link: string, body: object = {}, headers: Headers = {}) => app.join(link, body, headers)
const look = (link: string) => app.ask('POST', `${path}/preview`, { body: { secret: secretOf(link) } })
const as = (who: Answered) => ({ headers: { cookie: cookieOf(who) } })
const idOf = (who: Answered): PersonId => {
  const { personId } = Joined.parse(who.json)
  if (!personId) throw new Error('This seat has a person.')
  return personId
}
const isIn = async (who: Answered) => (await app.ask('GET', `${path}/seat`, as(who))).status === 200
const ask = (about: Answered, by = host) => app.ask('POST', `${path}/people/${idOf(about)}/seat`, as(by))
const linkFor = async (about: Answered, by = host) => OfferedSeat.parse((await ask(about, by)).json).link
const missing = async (by = host) =>
  MissingSeats.parse((await app.ask('GET', `${path}/seats`, as(by))).json).missing
const leave = (who: Answered) => app.ask('DELETE', `${path}/seat`, as(who))
const send = (command: Parameters<TestApp['rooms']['submit']>[1]['command'], by = host) =>
  app.rooms.submit(workshop.id, {
    actor: { personId: idOf(by), role: 'facilitator' },
    commandId: null,
    command,
  })

test('who opens it is the same person, from the same department, in the same role', async () => {
  const link = await linkFor(ana)
  expect(Preview.parse((await look(link)).json)).toMatchObject({
    role: 'participant',
    continuesAs: { name: 'Ana', departmentId: 'service' },
    endsOtherSeats: true,
  })
  const again = await open(link)
  expect(Joined.parse(again.json)).toEqual(Joined.parse(ana.json))
  expect(await isIn(again)).toBe(true)
  expect(Object.keys((await app.rooms.state(workshop.id)).workshop.people)).toHaveLength(2)
})

test('it opens once, also for two who open it at the same moment', async () => {
  const link = await linkFor(ana)
  const both = await Promise.all([open(link), open(link)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
  for (const answer of [await open(link), await look(link)]) expect(refusalOf(answer)).toBe('link-invalid')
})

test('stands in the log once, although two had found it before either took it up', async () => {
  const bothHaveLooked = Promise.withResolvers<void>()
  let looks = 0
  const around = (storage: Storage): Storage => ({
    ...storage,
    workshops: {
      ...storage.workshops,
      seatOffer: async (...asked) => {
        const found = await storage.workshops.seatOffer(...asked)
        looks += 1
        if (looks === 2) bothHaveLooked.resolve()
        await bothHaveLooked.promise
        return found
      },
    },
  })
  const usual = { app }
  app = await openApp({ around })
  onTestFinished(async () => {
    await app.close()
    app = usual.app
  })
  workshop = await app.create({ template: 'support-case' })
  path = `/api/workshops/${workshop.id}`
  host = await open(workshop.links.facilitator)
  ana = await open(workshop.links.participant)
  const link = await linkFor(ana)
  const both = await Promise.all([open(link), open(link)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
  const log = await app.storage.facilitation.read(workshop.id, 0)
  expect(log.filter(({ event }) => event.type === 'seat.taken-up')).toHaveLength(1)
})

test('looking at it does not use it up', async () => {
  const link = await linkFor(ana)
  await look(link)
  await look(link)
  expect((await open(link)).status).toBe(200)
})

test('what that person had before opens nothing any more, and what is open of it is ended', async () => {
  const { link: personal } = PersonalLink.parse(
    (await app.ask('POST', `${path}/personal-link`, as(ana))).json,
  )
  const other = await open(personal)
  const ended: unknown[] = []
  const stop = app.access.endings.on((_id, match, reason) =>
    ended.push([match(seatOf(ana)), match(seatOf(host)), reason]),
  )
  onTestFinished(stop)
  const fresh = await open(await linkFor(ana))
  expect(ended).toEqual([[true, false, 'taken-up']])
  expect([await isIn(ana), await isIn(other), await isIn(fresh), await isIn(host)]).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(refusalOf(await open(personal))).toBe('link-invalid')
})
const seatOf = (who: Answered): Seat => ({
  workshopId: workshop.id,
  link: 'participant',
  role: 'participant',
  personId: idOf(who),
})

test('it lasts seven days', async () => {
  const link = await linkFor(ana)
  app.clock.now += offerLastsMs - 1
  expect((await look(link)).status).toBe(200)
  app.clock.now += 1
  expect(refusalOf(await open(link))).toBe('link-invalid')
})

test('a second one takes the place of the first', async () => {
  const [first, second] = [await linkFor(ana), await linkFor(ana)]
  expect(refusalOf(await open(first))).toBe('link-invalid')
  expect((await open(second)).status).toBe(200)
})

test('its secret is kept as a hash alone', async () => {
  const link = await linkFor(ana)
  const [offer] = await app.storage.workshops.seatOffers(workshop.id, app.clock.now)
  expect(JSON.stringify(offer)).not.toContain(secretOf(link))
  expect(offer?.secretHash).toHaveLength(32)
})

test.each(['participant', 'observer', 'results'] as const)(
  'a seat as %s neither sees who has none nor makes a link',
  async (role) => {
    const guest = await open(workshop.links[role])
    for (const answer of [await ask(ana, guest), await app.ask('GET', `${path}/seats`, as(guest))]) {
      expect(answer.status).toBe(403)
      expect(refusalOf(answer)).toBe('not-allowed')
    }
  },
)

test('a co-facilitator makes one for participants, and none for facilitators', async () => {
  const co = await open(workshop.links['co-facilitator'])
  expect((await ask(ana, co)).status).toBe(200)
  expect(refusalOf(await ask(host, co))).toBe('not-allowed')
  expect((await ask(co)).status).toBe(200)
})

test('co-facilitators come back as what they are', async () => {
  const co = await open(workshop.links['co-facilitator'])
  const back = await open(await linkFor(co))
  expect(Joined.parse(back.json)).toMatchObject({ personId: idOf(co), role: 'co-facilitator' })
  expect(refusalOf(await ask(host, back))).toBe('not-allowed')
})

test('a link made by somebody who was sent out meanwhile opens nothing', async () => {
  const co = await open(workshop.links['co-facilitator'])
  const link = await linkFor(ana, co)
  await send({ type: 'person.remove', personId: idOf(co) })
  expect(refusalOf(await look(link))).toBe('link-invalid')
  expect(refusalOf(await open(link))).toBe('link-invalid')
  expect(await isIn(ana)).toBe(true)
})

test('ending the seats of a role ends every link that was made to come back by', async () => {
  const co = await open(workshop.links['co-facilitator'])
  const link = await linkFor(ana, co)
  await app.ask('POST', `${path}/links/co-facilitator`, { ...as(host), body: { endSeats: true } })
  expect(refusalOf(await open(link))).toBe('link-invalid')
})

test('whoever was removed does not come back by it until that is taken back', async () => {
  const link = await linkFor(ana)
  await send({ type: 'person.remove', personId: idOf(ana) })
  expect(refusalOf(await open(link))).toBe('removed')
  expect(refusalOf(await ask(ana))).toBe('not-now')
  await send({ type: 'person.readmit', personId: idOf(ana) })
  expect((await open(link)).status).toBe(200)
})

test('for nobody, and for somebody who was erased, there is none', async () => {
  const link = await linkFor(ana)
  const nobody = await app.ask('POST', `${path}/people/${'0'.repeat(16)}/seat`, as(host))
  expect([nobody.status, refusalOf(nobody)]).toEqual([404, 'person-unknown'])
  await app.ask('DELETE', `${path}/people/${idOf(ana)}`, as(host))
  expect(refusalOf(await open(link))).toBe('link-invalid')
  expect(refusalOf(await ask(ana))).toBe('not-now')
})

test('a locked room lets somebody back in', async () => {
  const link = await linkFor(ana)
  await send({ type: 'door.lock' })
  expect((await open(link)).status).toBe(200)
})

test('in the browser of somebody else it is that person from then on, and the seat before is given up', async () => {
  const bo = await open(workshop.links.participant, { name: 'Bo' })
  const switched = await open(await linkFor(ana), {}, { cookie: cookieOf(bo) })
  expect(idOf(switched)).toBe(idOf(ana))
  expect(await isIn(bo)).toBe(false)
})

test('whoever left, or whose cookie is too old by now, has no seat; a link that waits is told with its end', async () => {
  expect(await missing()).toEqual([])
  await leave(ana)
  expect(await missing()).toEqual([{ personId: idOf(ana), offeredUntil: null }])
  await linkFor(ana)
  expect(await missing()).toEqual([{ personId: idOf(ana), offeredUntil: app.clock.now + offerLastsMs }])
  await open(await linkFor(ana))
  expect(await missing()).toEqual([])
  app.clock.now += 91 * 24 * 3_600_000
  const later = await open(workshop.links.facilitator)
  expect((await missing(later)).map(({ personId }) => personId).sort()).toEqual(
    [idOf(ana), idOf(host)].sort(),
  )
})

test('after an import everybody is missing, and comes back as who they were by a link of the new facilitator', async () => {
  await app.ask('PATCH', `${path}/seat`, { ...as(ana), body: { name: 'Ana' } })
  const accept = { type: 'check-in.accept', promise: 'I listen first.' } as const
  const actor = { personId: idOf(ana), role: 'participant' } as const
  await app.rooms.submit(workshop.id, { actor, commandId: null, command: accept })
  const { text } = await app.ask('GET', `${path}/workshop.json`, as(host))
  const brought = (await app.ask('POST', '/api/workshop-files', { body: text })).json as CreatedWorkshop
  path = `/api/workshops/${brought.id}`
  const leader = await open(brought.links.facilitator)
  expect((await missing(leader)).map(({ personId }) => personId).sort()).toEqual(
    [idOf(host), idOf(ana)].sort(),
  )
  const back = await open(await linkFor(ana, leader))
  expect(Joined.parse(back.json)).toEqual(Joined.parse(ana.json))
  const { people, checkIn } = (await app.rooms.state(brought.id)).workshop
  expect(people[idOf(ana)]).toMatchObject({ departmentId: 'service' })
  expect(JSON.stringify(checkIn)).toContain('I listen first.')
})
