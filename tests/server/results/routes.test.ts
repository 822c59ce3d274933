// What a facilitator leaves out of the report is kept from everyone else, on every way out.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { readBoard } from '#shared/board/read-board.ts'
import type { SectionId } from '#shared/results/report.ts'
import { Results } from '#shared/results/results.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

type Who = keyof CreatedWorkshop['links']

let app: TestApp
let workshop: CreatedWorkshop
const seats = new Map<Who, string>()

beforeEach(async () => {
  app = await openApp()
  workshop = await app.create({ title: 'Störung', template: 'support-case' })
  for (const [who, link] of Object.entries(workshop.links) as [Who, string][])
    seats.set(who, cookieOf(await app.join(link)))
})
afterEach(() => app.close())

const cookieFor = (who: Who) => ({ cookie: seats.get(who) ?? '' })
const leaveOut = (who: Who, body: unknown) =>
  app.ask('PUT', `/api/workshops/${workshop.id}/report`, { body, headers: cookieFor(who) })
const leave = async (...leftOut: SectionId[]) => {
  const { status, json } = await leaveOut('facilitator', { leftOut })
  expect([status, json]).toEqual([200, { leftOut }])
}
const read = (who: Who, path: string) =>
  app.ask('GET', `/api/workshops/${workshop.id}/${path}`, { headers: cookieFor(who) })
const resultsFor = async (who: Who) => Results.parse((await read(who, 'results.json')).json)

async function mapsFor(who: Who): Promise<number> {
  const url = `${app.origin}/api/workshops/${workshop.id}/board`
  const bytes = await (await fetch(url, { headers: cookieFor(who) })).arrayBuffer()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(bytes))
  return readBoard(doc).maps.length
}

test('what is left out only facilitators still get, with a word about it', async () => {
  await leave('map', 'scores', 'agenda')
  for (const who of ['results', 'participant', 'observer'] as const) {
    const { maps, sessions, leftOut } = await resultsFor(who)
    expect(maps.flatMap(({ touchpoints }) => touchpoints)).toEqual([])
    expect(sessions.flatMap(({ agenda }) => agenda.items)).toEqual([])
    expect(leftOut).toEqual(['map', 'scores', 'agenda'])
  }
  const { maps, sessions, leftOut } = await resultsFor('facilitator')
  expect(maps[0]?.touchpoints.length).toBeGreaterThan(0)
  expect(sessions[0]?.agenda.items.length).toBeGreaterThan(0)
  expect(leftOut).toEqual(['map', 'scores', 'agenda'])
})

test('the Markdown file leaves it out for everyone, since it is there to be passed on', async () => {
  expect((await read('results', 'results.md?language=en')).text).toContain('## Agenda')
  await leave('agenda')
  for (const who of ['results', 'facilitator'] as const)
    expect((await read(who, 'results.md?language=en')).text).not.toContain('## Agenda')
})

test('a results link has the board only while nothing on it is left out; the room keeps it', async () => {
  expect(await mapsFor('results')).toBe(1)
  await leave('polls')
  expect(await mapsFor('results')).toBe(1)
  await leave('opportunities')
  expect(await mapsFor('results')).toBe(0)
  expect([await mapsFor('participant'), await mapsFor('facilitator')]).toEqual([1, 1])
})

test('what is shown again is there again', async () => {
  await leave('agenda')
  await leave()
  await leave() // the same once more is as good
  expect((await resultsFor('results')).sessions[0]?.agenda.items.length).toBeGreaterThan(0)
})

test('a browser that does not say which of its seats it means reads what is shown', async () => {
  await leave('agenda')
  const headers = { cookie: `${seats.get('results')}; ${seats.get('facilitator')}` }
  const { json } = await app.ask('GET', `/api/workshops/${workshop.id}/results.json`, { headers })
  expect(Results.parse(json).sessions[0]?.agenda.items).toEqual([])
})

test('nobody else says what is left out, and nobody something that is no section', async () => {
  for (const who of ['results', 'participant', 'observer'] as const)
    expect(refusalOf(await leaveOut(who, { leftOut: ['mood'] }))).toBe('not-allowed')
  expect(refusalOf(await app.ask('PUT', `/api/workshops/${workshop.id}/report`, { body: {} }))).toBe(
    'no-seat',
  )
  expect(refusalOf(await leaveOut('facilitator', { leftOut: ['prices'] }))).toBe('invalid')
  expect((await resultsFor('results')).leftOut).toEqual([])
})
