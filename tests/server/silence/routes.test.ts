// A writer's silent notes over HTTP: what is accepted, what is refused, and who is asked.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { RoundId } from '#shared/ids.ts'
import { SilentState } from '#shared/silence/drafts.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

const roundId = RoundId.parse('c'.repeat(32))
const content = { text: 'still', kind: null, stageId: null, laneId: null, departmentId: null }
let app: TestApp
let workshop: CreatedWorkshop
let guest = ''
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create()
  await seatIn(workshop.links.facilitator)
  guest = await seatIn(workshop.links.participant)
  const { people } = (await app.rooms.state(workshop.id)).workshop
  const lead = Object.values(people).find(({ role }) => role === 'facilitator')
  if (!lead) throw new Error('nobody leads')
  const actor = { personId: lead.personId, role: 'facilitator' } as const
  const command = { type: 'silence.start', roundId, withNames: false } as const
  await app.rooms.submit(workshop.id, { actor, commandId: crypto.randomUUID(), command })
})
afterEach(() => app.close())

const seatIn = async (link: string) => cookieOf(await app.join(link))
const path = (draftId: string, round: string = roundId) =>
  `/api/workshops/${workshop.id}/silence/${round}/drafts/${draftId}`
const put = (
  body: unknown,
  { draftId = crypto.randomUUID() as string, cookie = guest, round = roundId as string } = {},
) => app.ask('PUT', path(draftId, round), { body, headers: { cookie } })
const state = async (cookie = guest) => {
  const answer = await app.ask('GET', `/api/workshops/${workshop.id}/silence`, { headers: { cookie } })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return SilentState.parse(answer.json)
}

test('a note is kept, changed, found again and deleted', async () => {
  const draftId = crypto.randomUUID()
  expect((await put(content, { draftId })).json).toEqual({ roundId, draftId })
  await put(
    { ...content, text: '  anders \n', kind: 'evidence', stageId: 'shape:a', laneId: 'shape:b' },
    { draftId },
  )
  expect((await state()).drafts).toEqual([
    { ...content, draftId, text: 'anders', kind: 'evidence', stageId: 'shape:a', laneId: 'shape:b' },
  ])
  const answer = await app.ask('DELETE', path(draftId), { headers: { cookie: guest } })
  expect(answer.status).toBe(204)
  expect((await state()).drafts).toEqual([])
})

test('whoever has no seat in the room is asked for one', async () => {
  expect(refusalOf(await put(content, { cookie: '' }))).toBe('no-seat')
  expect(refusalOf(await put(content, { cookie: await seatIn(workshop.links.results) }))).toBe('not-allowed')
  expect(refusalOf(await put(content, { cookie: await seatIn(workshop.links.observer) }))).toBe('not-allowed')
})

test.each([
  [{}],
  [{ ...content, text: '' }],
  [{ ...content, text: '   ' }],
  [{ ...content, text: 'x'.repeat(2001) }],
  [{ ...content, text: 7 }],
  [{ ...content, text: 'a\u0000b' }],
  [{ ...content, text: '\ud800' }],
  [{ ...content, kind: 'touchpoints' }],
  [{ ...content, stageId: 'page:page' }],
  [{ ...content, stageId: `shape:${'x'.repeat(60)}` }],
  [{ ...content, laneId: {} }],
  [{ ...content, departmentId: 'Ä B' }],
  [[]],
  ['nothing'],
])('what is no note is refused: %j', async (body) => {
  const answer = await put(body)
  expect(answer.status).toBe(400)
  expect((await state()).drafts).toEqual([])
})

test('ids that are none, and rounds that are not on', async () => {
  expect(refusalOf(await put(content, { draftId: 'mine' }))).toBe('invalid')
  expect(refusalOf(await put(content, { round: 'round' }))).toBe('invalid')
  expect(refusalOf(await put(content, { round: 'd'.repeat(32) }))).toBe('not-now')
})

test('the hundredth note is the last', async () => {
  const answers = await Promise.all(Array.from({ length: 101 }, () => put(content)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(100)
  expect(answers.filter(({ status }) => status === 409).map(refusalOf)).toEqual(['full'])
})
