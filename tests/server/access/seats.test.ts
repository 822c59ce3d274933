// What proves a seat at a socket's door: cookies and tickets, from our own pages and from those an operator has named.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorkshopId } from '#server/access/secrets.ts'
import { type CreatedWorkshop, Ticket } from '#shared/access/api.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { cookieOf, openApp, refusalOf, type TestApp, upgradeRequest } from '#tests/support/app.ts'

let app: TestApp
let workshop: CreatedWorkshop
let cookie: string
beforeAll(async () => {
  app = await openApp({ allowedOrigins: ['https://meet.example.org'] })
  workshop = await app.create()
  cookie = cookieOf(await app.join(workshop.links.participant))
})
afterAll(() => app.close())

const knock = (
  headers: Record<string, string>,
  workshopId: WorkshopId = workshop.id,
  link?: 'participant' | 'observer',
) => app.access.authenticate(upgradeRequest(headers), { workshopId, link })
const ticket = async () =>
  Ticket.parse((await app.ask('POST', `/api/workshops/${workshop.id}/ticket`, { headers: { cookie } })).json)
    .ticket
const protocol = (value: string) => ({ 'sec-websocket-protocol': value })
const seat = { ok: true, seat: { role: 'participant' } }
const expired = { ok: false, code: 'ticket-expired' }

test('a socket with the cookie is let in, one without anything is not', async () => {
  expect(await knock({ cookie })).toMatchObject(seat)
  expect(await knock({})).toMatchObject({ ok: false, code: 'no-seat' })
})

test('a ticket lets in once', async () => {
  const value = `runde.ticket.${await ticket()}`
  expect(await knock(protocol(value))).toMatchObject(seat)
  expect(await knock(protocol(value))).toMatchObject(expired)
})

test('a ticket may stand among other protocols', async () => {
  expect(await knock(protocol(`chat, runde.ticket.${await ticket()}`))).toMatchObject(seat)
})

test('a ticket lives 30 seconds and no longer', async () => {
  const [first, second] = [await ticket(), await ticket()]
  app.clock.now += 29_999
  expect(await knock(protocol(`runde.ticket.${first}`))).toMatchObject(seat)
  app.clock.now += 1
  expect(await knock(protocol(`runde.ticket.${second}`))).toMatchObject(expired)
})

test('a ticket is for its workshop and role, and is used up by a wrong attempt', async () => {
  const [elsewhere, otherwise] = [await ticket(), await ticket()]
  expect(await knock(protocol(`runde.ticket.${elsewhere}`), newWorkshopId())).toMatchObject(expired)
  expect(await knock(protocol(`runde.ticket.${elsewhere}`))).toMatchObject(expired)
  expect(await knock(protocol(`runde.ticket.${otherwise}`), workshop.id, 'observer')).toMatchObject(expired)
})

test('a ticket that nobody issued lets nobody in, not even with a good cookie', async () => {
  expect(await knock({ cookie, ...protocol('runde.ticket.nonsense') })).toMatchObject(expired)
})

test('nobody gets a ticket without a seat', async () => {
  expect(refusalOf(await app.ask('POST', `/api/workshops/${workshop.id}/ticket`))).toBe('no-seat')
})

test('a ticket in an ordinary request is nothing', async () => {
  const headers = protocol(`runde.ticket.${await ticket()}`)
  expect(refusalOf(await app.ask('GET', `/api/workshops/${workshop.id}/seat`, { headers }))).toBe('no-seat')
})

test.each(['http://localhost', 'https://localhost', 'https://meet.example.org'])(
  'a page of %s may use the cookie',
  async (origin) => {
    expect(await knock({ cookie, origin })).toMatchObject(seat)
  },
)

test.each([
  'https://evil.example',
  'http://localhost.evil.example',
  'http://localhost:81',
  'null',
  'https://meet.example.org.evil',
  'file://',
  '',
])('a page of "%s" may not, neither at a socket nor in a request', async (origin) => {
  expect(await knock({ cookie, origin })).toMatchObject({ ok: false, code: 'foreign-origin' })
  for (const method of ['GET', 'DELETE']) {
    const answer = await app.ask(method, `/api/workshops/${workshop.id}/seat`, {
      headers: { cookie, origin },
    })
    expect(answer.status).toBe(403)
    expect(refusalOf(answer)).toBe('foreign-origin')
  }
  expect(await knock({ cookie })).toMatchObject(seat)
})

test('a foreign page founds no workshops', async () => {
  const headers = { origin: 'https://evil.example' }
  const answer = await app.ask('POST', '/api/workshops', { body: { title: 'a' }, headers })
  expect(refusalOf(answer)).toBe('foreign-origin')
})

test('a request that a browser calls cross-site is foreign even when it names no origin', async () => {
  expect(await knock({ cookie, 'sec-fetch-site': 'cross-site' })).toMatchObject({
    ok: false,
    code: 'foreign-origin',
  })
})

test('odd cookie headers are no seat and no error', async () => {
  for (const odd of [
    '',
    ';;;',
    '=',
    `runde_${workshop.id}_participant`,
    `runde_${workshop.id}_participant=%E0%A4%A`,
    'x'.repeat(8000),
  ])
    expect(await knock({ cookie: odd })).toMatchObject({ ok: false, code: 'no-seat' })
})
