// Typed codes: how they may be written, what they open, and how often one may guess.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CreatedWorkshop, Joined } from '#shared/access/api.ts'
import { openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
let workshop: CreatedWorkshop
beforeEach(async () => {
  app = await openApp({ trustProxy: 1 })
  workshop = await app.create()
})
afterEach(() => app.close())

const find = (code: string, from = '192.0.2.1') =>
  app.ask('POST', '/api/codes', { body: { code }, headers: { 'x-forwarded-for': from } })
/** A code that is not the workshop's: the next one. */
const wrong = (by = 1) =>
  `${workshop.code.slice(0, 4)}${String((Number(workshop.code.slice(4)) + by) % 1000).padStart(3, '0')}`

test('a code leads to its workshop, however it is typed', async () => {
  for (const typed of [
    workshop.code,
    workshop.code.toLowerCase(),
    ` ${workshop.code.replace('-', ' ')} `,
    workshop.code.replace('-', ''),
  ])
    expect((await find(typed)).json).toEqual({ id: workshop.id })
})

test('a code joins as a participant and as nothing else', async () => {
  const answer = await app.ask('POST', `/api/workshops/${workshop.id}/join`, {
    body: { code: workshop.code },
  })
  expect(Joined.parse(answer.json).role).toBe('participant')
})

test('the code of one workshop does not open another', async () => {
  const other = await app.create()
  const answer = await app.ask('POST', `/api/workshops/${other.id}/join`, { body: { code: workshop.code } })
  expect(answer.status).toBe(404)
  expect(refusalOf(answer)).toBe('code-unknown')
})

test('after 20 wrong codes a network waits ten minutes, also for the right one; others do not', async () => {
  for (let i = 1; i <= 20; i += 1) expect(refusalOf(await find(wrong(i)))).toBe('code-unknown')
  const answer = await find(workshop.code)
  expect(answer.status).toBe(429)
  expect(refusalOf(answer)).toBe('too-many-guesses')
  const join = { body: { code: workshop.code }, headers: { 'x-forwarded-for': '192.0.2.1' } }
  expect(refusalOf(await app.ask('POST', `/api/workshops/${workshop.id}/join`, join))).toBe(
    'too-many-guesses',
  )
  expect((await find(workshop.code, '192.0.2.2')).status).toBe(200)
  app.clock.now += 600_001
  expect((await find(workshop.code)).status).toBe(200)
})

test('right codes are not counted: a whole office may type one', async () => {
  for (let i = 0; i < 50; i += 1) expect((await find(workshop.code)).status).toBe(200)
})

test('300 wrong codes from many networks stop codes for all, and links go on', async () => {
  for (let i = 0; i < 300; i += 1) await find(wrong(1 + (i % 900)), `198.51.${Math.floor(i / 10)}.1`)
  expect(refusalOf(await find(workshop.code, '203.0.113.9'))).toBe('too-many-guesses')
  expect((await app.join(workshop.links.participant)).status).toBe(200)
})

test.each([{ code: 'KRN' }, { code: 482 }, {}, { code: 'AEI-000' }])('%j is no code', async (body) => {
  expect(refusalOf(await app.ask('POST', '/api/codes', { body }))).toBe('invalid')
})
