// Coming to a seat, against the server's real access plane: links, codes, cookies, and browsers that keep none.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createWorkshop,
  findEntrance,
  joinWorkshop,
  seatIn,
  secretIn,
  workshopIdIn,
} from '#client/app/seat.ts'
import { ApiFailure, askWorkshop, socketProtocols } from '#client/ui/api.ts'
import { forgetSeatToken } from '#client/ui/seat-token.ts'
import { type CreatedWorkshop, CurrentSeat, Invitation, JoinCode, PersonalLink } from '#shared/access/api.ts'
import type { Role } from '#shared/access/role.ts'
import { openApp, type TestApp } from '#tests/support/app.ts'
import { type FakeBrowser, openFakeBrowser } from '#tests/support/fake-browser.ts'

let app: TestApp
let browser: FakeBrowser
beforeEach(async () => {
  app = await openApp()
  browser = openFakeBrowser({ origin: app.origin })
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await app.close()
})

const keyOf = (link: string) => {
  const { secret } = secretIn(new URL(link).hash)
  if (!secret) throw new Error(`${link} carries no secret`)
  return { secret }
}
const enter = ({ id, links }: CreatedWorkshop, role: Role) =>
  findEntrance({ workshopId: id, key: keyOf(links[role]), role: null })
const codeOf = (entering: Promise<unknown>) =>
  entering.then(
    () => 'no failure',
    (failure: unknown) => (failure instanceof ApiFailure ? failure.code : failure),
  )

describe('what an address says', () => {
  test('a link’s secret stands behind its hash', () => {
    expect(secretIn('#Abc_def-0123456789ABCD')).toEqual({
      secret: 'Abc_def-0123456789ABCD',
      isMalformed: false,
    })
    expect(secretIn('')).toEqual({ secret: null, isMalformed: false })
    expect(secretIn('#')).toEqual({ secret: null, isMalformed: false })
  })
  test('half a secret is told apart from none', () => {
    expect(secretIn('#Abc_def').isMalformed).toBe(true)
    expect(secretIn('#Abc_def-0123456789ABCD ').isMalformed).toBe(true)
  })
  test('the seat is a role or nothing', () => {
    expect(seatIn('?seat=observer')).toBe('observer')
    expect(seatIn('?seat=admin')).toBeNull()
    expect(seatIn('')).toBeNull()
  })
  test('an id that cannot be one is an unknown workshop', () => {
    expect(() => workshopIdIn('../etc')).toThrow(ApiFailure)
    expect(() => workshopIdIn(undefined)).toThrow(ApiFailure)
  })
})

test('whoever creates a workshop sits in it as its facilitator', async () => {
  const created = await createWorkshop({ title: 'Glasfaser' })
  const entrance = await findEntrance({ workshopId: created.id, key: null, role: 'facilitator' })
  expect(entrance).toMatchObject({ kind: 'room', seat: { role: 'facilitator', title: 'Glasfaser' } })
})

test('a participant’s link leads to the join page, and after joining straight in', async () => {
  const created = await app.create({ title: 'Glasfaser' })
  expect(await enter(created, 'participant')).toMatchObject({
    kind: 'join',
    preview: { title: 'Glasfaser', role: 'participant', continuesAs: null },
  })
  const joined = await joinWorkshop({
    workshopId: created.id,
    key: keyOf(created.links.participant),
    name: 'Bo',
  })
  expect(await enter(created, 'participant')).toMatchObject({
    kind: 'room',
    seat: { role: 'participant', name: 'Bo', personId: joined.personId },
  })
})

test('a typed code leads to the join page of participants', async () => {
  const { id, code } = await app.create()
  const entrance = await findEntrance({ workshopId: id, key: { code: JoinCode.parse(code) }, role: null })
  expect(entrance).toMatchObject({ kind: 'join', preview: { role: 'participant' } })
})

test('without a name and a department one joins all the same', async () => {
  const created = await app.create()
  const key = keyOf(created.links.participant)
  expect(await joinWorkshop({ workshopId: created.id, key, name: '', department: null })).toMatchObject({
    name: '',
    department: null,
  })
})

test('a results link opens the results at once', async () => {
  const created = await app.create()
  const told = vi.fn()
  const asked = { workshopId: created.id, key: keyOf(created.links.results), role: null, onResults: told }
  expect(await findEntrance(asked)).toEqual({ kind: 'results' })
  expect(told).toHaveBeenCalledOnce()
  expect(await findEntrance({ workshopId: created.id, key: null, role: null })).toEqual({ kind: 'results' })
})

test('facilitator and participant in one browser are two people, and without saying which one chooses', async () => {
  const created = await createWorkshop({ title: 'Allein ausprobiert' })
  await joinWorkshop({ workshopId: created.id, key: keyOf(created.links.participant), name: 'Ich' })
  const entrance = await findEntrance({ workshopId: created.id, key: null, role: null })
  if (entrance.kind !== 'choose') throw new Error(`expected a choice, got ${entrance.kind}`)
  expect(entrance.seats.map(({ role }) => role)).toEqual(['facilitator', 'participant'])
  expect(new Set(entrance.seats.map(({ personId }) => personId)).size).toBe(2)
})

test('a personal link asks before it continues as that person', async () => {
  const created = await app.create()
  const seat = { workshopId: created.id, role: 'participant' } as const
  const { personId } = await joinWorkshop({
    workshopId: created.id,
    key: keyOf(created.links.participant),
    name: 'Bo',
  })
  const { link } = await askWorkshop(PersonalLink, seat, '/personal-link', { method: 'POST' })
  browser.cookies.clear()
  const entrance = await findEntrance({ workshopId: created.id, key: keyOf(link), role: null })
  expect(entrance).toMatchObject({ kind: 'join', preview: { continuesAs: { name: 'Bo' } } })
  expect(await joinWorkshop({ workshopId: created.id, key: keyOf(link) })).toMatchObject({
    personId,
    name: 'Bo',
  })
})

test('a workshop that is not here, a link that is wrong and no seat at all each say so', async () => {
  const created = await app.create()
  const wrong = { secret: 'A'.repeat(22) }
  expect(
    await codeOf(findEntrance({ workshopId: workshopIdIn('0'.repeat(12)), key: wrong, role: null })),
  ).toBe('workshop-unknown')
  expect(await codeOf(findEntrance({ workshopId: created.id, key: wrong, role: null }))).toBe('link-invalid')
  expect(await codeOf(findEntrance({ workshopId: created.id, key: null, role: null }))).toBe('no-seat')
  expect(await codeOf(findEntrance({ workshopId: created.id, key: null, role: 'observer' }))).toBe('no-seat')
})

test('a server that is not there is unreachable, not a bug', async () => {
  vi.unstubAllGlobals()
  openFakeBrowser({ origin: 'http://127.0.0.1:1' })
  expect(await codeOf(createWorkshop({ title: 'x' }))).toBe('unreachable')
})

test('an answer that is not ours is unreadable, not a bug', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad Gateway</h1>', { status: 502 }))
  expect(await codeOf(createWorkshop({ title: 'x' }))).toBe('unreadable')
  vi.stubGlobal('fetch', async () => new Response('<h1>Log in to the wifi</h1>'))
  expect(await codeOf(createWorkshop({ title: 'x' }))).toBe('unreadable')
})

describe('where cookies are blocked', () => {
  beforeEach(() => {
    vi.unstubAllGlobals()
    browser = openFakeBrowser({ origin: app.origin, keepsCookies: false })
  })

  test('the seat’s token stays in this tab and goes with every request', async () => {
    const created = await createWorkshop({ title: 'Im Rahmen' })
    const seat = { workshopId: created.id, role: 'facilitator' } as const
    expect(await askWorkshop(CurrentSeat, seat, '/seat')).toMatchObject({ role: 'facilitator' })
    expect((await askWorkshop(Invitation, seat, '/links')).code).toBe(created.code)
    expect([...browser.sessionStorage.keys()]).toEqual([`runde.seat.${created.id}.facilitator`])
    expect(browser.localStorage.size).toBe(0)
  })

  test('an address without a seat finds the one that this tab keeps', async () => {
    const created = await createWorkshop({ title: 'Im Rahmen' })
    expect(await findEntrance({ workshopId: created.id, key: null, role: null })).toMatchObject({
      kind: 'room',
      seat: { role: 'facilitator' },
    })
  })

  test('each socket gets a ticket of its own', async () => {
    const created = await createWorkshop({ title: 'Im Rahmen' })
    const seat = { workshopId: created.id, role: 'facilitator' } as const
    const [first, second] = [await socketProtocols(seat, ['stock']), await socketProtocols(seat, ['stock'])]
    expect(first[0]).toBe('stock')
    expect(first[1]).toMatch(/^runde\.ticket\../)
    expect(second[1]).not.toBe(first[1])
  })

  test('a token that was forgotten is no seat any more', async () => {
    const created = await createWorkshop({ title: 'Im Rahmen' })
    forgetSeatToken(created.id, 'facilitator')
    expect(await codeOf(findEntrance({ workshopId: created.id, key: null, role: 'facilitator' }))).toBe(
      'no-seat',
    )
  })
})

test('where the cookie will do, no token is asked for and sockets need no ticket', async () => {
  const created = await createWorkshop({ title: 'Mit Cookie' })
  expect(browser.sessionStorage.size).toBe(0)
  expect(await socketProtocols({ workshopId: created.id, role: 'facilitator' })).toEqual([])
  expect(browser.asked.some((line) => line.endsWith('/ticket'))).toBe(false)
})
