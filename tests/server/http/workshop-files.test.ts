// What can be taken out of a workshop, and by whom.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { Results } from '#shared/results/results.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'
import { hostileResults, sampleResults } from '#tests/support/sample-results.ts'

let app: TestApp
let workshop: CreatedWorkshop
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create({ title: 'Größe & "Mut"', template: 'support-case' })
})
afterEach(() => app.close())

const paths = ['board', 'results.json', 'results.md'] as const
const seatIn = async (link: string) => cookieOf(await app.join(link))
const get = async (path: string, link = workshop.links.results) =>
  app.ask('GET', `/api/workshops/${workshop.id}/${path}`, { headers: { cookie: await seatIn(link) } })

test.each(paths)('%s is for whoever has a seat, and a results link suffices', async (path) => {
  expect(refusalOf(await app.ask('GET', `/api/workshops/${workshop.id}/${path}`))).toBe('no-seat')
  for (const link of Object.values(workshop.links)) expect((await get(path, link)).status).toBe(200)
})

test('a browser with several seats need not say which one reads', async () => {
  const cookie = `${await seatIn(workshop.links.results)}; ${await seatIn(workshop.links.facilitator)}`
  expect(
    (await app.ask('GET', `/api/workshops/${workshop.id}/results.json`, { headers: { cookie } })).status,
  ).toBe(200)
})

test('a seat of one workshop reads nothing of another', async () => {
  const other = await app.create()
  const cookie = await seatIn(workshop.links.facilitator)
  for (const path of paths)
    expect(
      refusalOf(await app.ask('GET', `/api/workshops/${other.id}/${path}`, { headers: { cookie } })),
    ).toBe('no-seat')
})

test('the board comes as the bytes that Yjs reads', async () => {
  const cookie = await seatIn(workshop.links.results)
  const response = await fetch(`${app.origin}/api/workshops/${workshop.id}/board`, { headers: { cookie } })
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
  expect(readBoard(doc).maps).toHaveLength(1)
})

test('the results come as JSON that is as described', async () => {
  const results = Results.parse((await get('results.json')).json)
  expect(JSON.stringify(results)).toContain('Größe')
})

test('whoever reads the JSON can check it against a schema, without a seat', async () => {
  const { status, headers, text } = await app.ask('GET', '/api/results.schema.json')
  expect([status, headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('application/schema+json'),
  ])
  const schema = z.fromJSONSchema(JSON.parse(text))
  for (const results of [(await get('results.json')).json, sampleResults(), hostileResults()])
    expect(schema.safeParse(JSON.parse(JSON.stringify(results))).error).toBeUndefined()
  expect(schema.safeParse({ ...sampleResults(), version: 1 }).success).toBe(false)
})

test('the report comes as a file named after the workshop, in its language or the one asked for', async () => {
  const [own, english] = [await get('results.md'), await get('results.md?language=en')]
  expect(own.headers.get('content-type')).toContain('text/markdown')
  expect(own.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+\.md$/)
  expect(own.text).not.toBe(english.text)
  expect(refusalOf(await get('results.md?language=fr'))).toBe('invalid')
})
