// Who may take a whole workshop along, and how one begins from a file, over HTTP.
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { refuse } from '#server/http/answer.ts'
import { silentLog } from '#server/log.ts'
import { workshopFileRoutes } from '#server/workshop-file/routes.ts'
import { CreatedWorkshop } from '#shared/access/api.ts'
import { readWorkshopFile } from '#shared/workshop-file/read-workshop-file.ts'
import { maxWorkshopFileBytes } from '#shared/workshop-file/workshop-file.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'
import { eventually } from '#tests/support/eventually.ts'

let app: TestApp
let workshop: CreatedWorkshop
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create({ title: 'Größe & "Mut"', template: 'support-case' })
})
afterEach(() => app.close())

const fetchFile = async (link: string) => {
  const headers = { cookie: cookieOf(await app.join(link)) }
  return app.ask('GET', `/api/workshops/${workshop.id}/workshop.json`, { headers })
}
const bring = (body: unknown) => app.ask('POST', '/api/workshop-files', { body })

test('facilitators and co-facilitators get the file, named after the workshop', async () => {
  for (const link of [workshop.links.facilitator, workshop.links['co-facilitator']]) {
    const answer = await fetchFile(link)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename\*=UTF-8''[\w%.-]+\.runde\.json$/,
    )
    expect(readWorkshopFile(answer.text)).toMatchObject({ ok: true })
  }
})

test.each(['participant', 'observer', 'results'] as const)(
  'whoever came by the %s link does not',
  async (role) => {
    const answer = await fetchFile(workshop.links[role])
    expect(answer.status).toBe(403)
    expect(refusalOf(answer)).toBe('not-allowed')
  },
)

test('without a seat there is no file', async () => {
  const answer = await app.ask('GET', `/api/workshops/${workshop.id}/workshop.json`)
  expect(refusalOf(answer)).toBe('no-seat')
})

test('no link, no code and no seat is in it', async () => {
  const { text } = await fetchFile(workshop.links.facilitator)
  for (const link of Object.values(workshop.links)) expect(text).not.toContain(link.split('#')[1])
  expect(text).not.toContain(workshop.code)
})

test('a file makes a workshop with links of its own, which open it', async () => {
  const { text } = await fetchFile(workshop.links.facilitator)
  const answer = await bring(text)
  expect(answer.status).toBe(201)
  const { id, links } = CreatedWorkshop.parse(answer.json)
  expect(id).not.toBe(workshop.id)
  expect((await app.join(links.participant, { name: 'Bo' })).status).toBe(200)
  const old = await app.ask('POST', `/api/workshops/${id}/join`, {
    body: { secret: workshop.links.participant.split('#')[1] },
  })
  expect(refusalOf(old)).toBe('link-invalid')
})

test.each([
  ['nothing', '', 'file-broken', 422],
  ['half a file', '{"format":"runde-workshop","ver', 'file-broken', 422],
  ['bytes that are no text', '\u0000\uD800', 'file-broken', 422],
  ['another file', '{"format":"runde-board","version":1}', 'file-foreign', 422],
  ['a file of a newer version', '{"format":"runde-workshop","version":9}', 'file-newer', 422],
  ['a file with nothing in it', '{"format":"runde-workshop","version":1}', 'file-wrong', 422],
])('%s makes no workshop', async (_what, body, code, status) => {
  const answer = await bring(body)
  expect(refusalOf(answer)).toBe(code)
  expect(answer.status).toBe(status)
})

test('a file that is too large is refused before it is read', async () => {
  const answer = await bring('x'.repeat(maxWorkshopFileBytes + 1))
  expect(refusalOf(answer)).toBe('file-too-large')
  expect(answer.status).toBe(413)
})

test('files count among the workshops that one network may begin', async () => {
  const { text } = await fetchFile(workshop.links.facilitator)
  for (let taken = 1; taken < 59; taken += 1) await app.create()
  expect((await bring(text)).status).toBe(201)
  expect(refusalOf(await bring(text))).toBe('too-many-requests')
})

test('of files that wait to be taken apart only so many are held in memory', async () => {
  const gate = Promise.withResolvers<void>()
  let held = 0
  const routes = workshopFileRoutes({
    authenticate: async () => {
      throw new Error('Nobody is asked who they are.')
    },
    origins: app.access.origins,
    pack: async () => {
      throw new Error('Nothing is taken out.')
    },
    bring: async () => {
      held += 1
      await gate.promise
      return refuse(422, 'file-wrong', 'file: It is looked at no further.')
    },
    onRead: () => {},
    limit: { take: () => true, allows: () => true },
    log: silentLog,
  })
  const server = express().use('/api', routes).listen(0)
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo // a TCP server's address is one
  const send = () => fetch(`http://localhost:${port}/api/workshop-files`, { method: 'POST', body: 'a file' })
  const first = Array.from({ length: 3 }, send)
  await eventually(async () => held).toBe(3)
  const refused = await send()
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ error: { code: 'busy' } })
  expect(held).toBe(3)
  gate.resolve()
  for (const answer of await Promise.all(first)) expect(answer.status).toBe(422)
  expect((await send()).status).toBe(422)
})
