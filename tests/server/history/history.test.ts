// The history of a board: when states are kept, who may look and go back, and that going back is an edit.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { addRecord, readRecords, recordsOf } from '#shared/board/document.ts'
import { HistoryList, KeptState } from '#shared/board/history.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'
import { addSticky, removeSticky, sticky } from '../board/sample-records.ts'

let app: TestApp
let workshop: CreatedWorkshop
let lead = ''
let guest = ''
beforeEach(async () => {
  app = await openApp()
  workshop = await app.create({ template: 'support-case' })
  lead = await seatIn(workshop.links.facilitator)
  guest = await seatIn(workshop.links.participant)
})
afterEach(() => app.close())

const seatIn = async (link: string) => cookieOf(await app.join(link))
const ask = (method: string, path: string, cookie: string, body?: unknown) =>
  app.ask(method, `/api/workshops/${workshop.id}/history${path}`, {
    headers: { cookie },
    ...(body ? { body } : {}),
  })
const list = async (cookie = lead) => HistoryList.parse((await ask('GET', '', cookie)).json).entries
const keep = async (name: string) => {
  const { entry } = KeptState.parse((await ask('POST', '', lead, { name })).json)
  return entry
}
const write = (change: (doc: Y.Doc) => void) => app.boards.write(workshop.id, change)
const records = async () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.boards.read(workshop.id))
  return readRecords(doc)
}
async function agenda(...types: ('agenda.start' | 'agenda.advance')[]) {
  for (const type of types) {
    const { workshop: state } = await app.rooms.state(workshop.id)
    const fromItemId = state.agenda.current?.itemId
    await send(type === 'agenda.start' ? { type } : { type, fromItemId: fromItemId ?? ('' as never) })
  }
}
async function send(command: Command) {
  const { workshop: state } = await app.rooms.state(workshop.id)
  const me = Object.values(state.people).find(({ role }) => role === 'facilitator')
  if (!me) throw new Error('nobody leads')
  const actor = { personId: me.personId, role: 'facilitator' } as const
  const reply = await app.rooms.submit(workshop.id, { actor, commandId: crypto.randomUUID(), command })
  expect(reply.ok).toBe(true)
}

test('the history begins empty, and says so', async () => {
  expect(await list()).toEqual([])
})

test('a facilitator keeps a state by name; everyone in the room sees it and can look at it', async () => {
  const entry = await keep('  Vor der Pause ')
  expect(entry).toMatchObject({ kind: 'named', name: 'Vor der Pause', itemTitle: null })
  const observer = await seatIn(workshop.links.observer)
  for (const cookie of [guest, observer, lead]) {
    expect(await list(cookie)).toEqual([entry])
    const looked = await ask('GET', `/${entry.entryId}`, cookie)
    expect(looked.headers.get('content-type')).toContain('application/octet-stream')
  }
  const doc = new Y.Doc()
  Y.applyUpdate(doc, ((await app.history.bytes(workshop.id, entry.entryId)) as { value: Uint8Array }).value)
  expect(readRecords(doc)).toEqual(await records())
})

test('nobody else keeps a state or goes back; a results link sees none; a stranger nothing', async () => {
  const entry = await keep('Stand')
  const observer = await seatIn(workshop.links.observer)
  for (const cookie of [guest, observer]) {
    expect(refusalOf(await ask('POST', '', cookie, { name: 'x' }))).toBe('not-allowed')
    expect(refusalOf(await ask('POST', `/${entry.entryId}/restore`, cookie))).toBe('not-allowed')
  }
  const results = await seatIn(workshop.links.results)
  for (const path of ['', `/${entry.entryId}`]) {
    expect(refusalOf(await ask('GET', path, results))).toBe('not-allowed')
    expect(refusalOf(await ask('GET', path, ''))).toBe('no-seat')
  }
  const other = await app.create()
  const path = `/api/workshops/${other.id}/history/${entry.entryId}`
  expect(refusalOf(await app.ask('GET', path, { headers: { cookie: lead } }))).toBe('no-seat')
})

test.each([
  [{}, 'invalid'],
  [{ name: '' }, 'invalid'],
  [{ name: 'x'.repeat(81) }, 'invalid'],
  [{ name: 'a\nb' }, 'invalid'],
])('a name that is none is refused: %j', async (body, code) => {
  expect(refusalOf(await ask('POST', '', lead, body))).toBe(code)
})

test('what is not there cannot be looked at or gone back to', async () => {
  for (const id of ['event-99', 'nothing']) {
    expect(refusalOf(await ask('GET', `/${id}`, lead))).toBe('state-unknown')
    expect(refusalOf(await ask('POST', `/${id}/restore`, lead))).toBe('state-unknown')
  }
  expect(refusalOf(await ask('GET', '/NOT%20AN%20ID', lead))).toBe('invalid')
})

test('each agenda item begins with a kept state, unless nothing has changed since the last', async () => {
  await agenda('agenda.start')
  expect(await list()).toHaveLength(1)
  await write((doc) => addSticky(doc, 'one', { text: 'eins' }))
  await agenda('agenda.advance', 'agenda.advance')
  expect(await list()).toHaveLength(2)
  const [second, first] = await list()
  const { items } = (await app.rooms.state(workshop.id)).workshop.agenda
  expect(first).toMatchObject({ kind: 'item-begins', itemTitle: items[0]?.title, personId: null })
  expect(second).toMatchObject({ kind: 'item-begins', itemTitle: items[1]?.title })
})

test('going back brings what was deleted, takes what came, and the state before it is kept', async () => {
  await write((doc) => addSticky(doc, 'old', { text: 'alt', x: 5 }))
  const before = await records()
  const entry = await keep('Stand')
  await write((doc) => {
    removeSticky(doc, 'old')
    addSticky(doc, 'new', { text: 'neu' })
  })
  const after = await records()
  const restored = await ask('POST', `/${entry.entryId}/restore`, lead)
  expect(restored.status).toBe(200)
  expect(await records()).toEqual(before)
  const kept = KeptState.parse(restored.json).entry
  expect(kept.kind).toBe('before-restore')
  expect((await list()).map(({ entryId }) => entryId)).toContain(kept.entryId)
  await ask('POST', `/${kept.entryId}/restore`, lead)
  expect(await records()).toEqual(after)
})

test('who is connected gets the change like any other, and keeps what they write meanwhile', async () => {
  const entry = await keep('Stand')
  const browser = new Y.Doc()
  Y.applyUpdate(browser, await app.boards.read(workshop.id))
  browser.transact(() => addRecord(recordsOf(browser), { ...sticky('mine', { text: 'meins' }) }))
  await write((doc) => addSticky(doc, 'theirs', { text: 'ihres' }))
  await ask('POST', `/${entry.entryId}/restore`, lead)
  await app.boards.add(workshop.id, Y.encodeStateAsUpdate(browser))
  const now = await records()
  expect(now.has('shape:mine')).toBe(true)
  expect(now.has('shape:theirs')).toBe(false)
})

test('of the states that nobody named the fifty newest stay, the named ones all', async () => {
  const named = await keep('Bleibt')
  for (let at = 0; at < 53; at++) {
    app.clock.now += 1
    await write((doc) => addSticky(doc, `n${at}`))
    await ask('POST', `/${named.entryId}/restore`, lead)
  }
  const entries = await list()
  expect(entries.filter(({ kind }) => kind !== 'named')).toHaveLength(50)
  expect(entries.at(-1)).toEqual(named)
})

test('the end of a session is kept once, also where nothing has changed since its last item began', async () => {
  await send({ type: 'session.start' })
  await list() // once what is being kept at the start is kept
  app.clock.now += 1
  await send({ type: 'session.end', number: 1 })
  expect((await list()).map(({ kind }) => kind)).toEqual(['agenda-ends', 'item-begins'])
})

test('every session has an end of its own, also one that has changed nothing on the board', async () => {
  for (const number of [1, 2]) {
    await send({ type: 'session.start' })
    app.clock.now += 60_000
    await send({ type: 'session.end', number })
    await list() // once what is being kept is kept
    app.clock.now += 3_600_000
    await send({ type: 'session.prepare', number: number + 1, items: [] })
  }
  expect((await list()).filter(({ kind }) => kind === 'agenda-ends')).toHaveLength(2)
})

test('the end of a session stays, however many states nobody named come after it', async () => {
  await send({ type: 'session.start' })
  await write((doc) => addSticky(doc, 'last'))
  await send({ type: 'session.end', number: 1 })
  const [end] = await list()
  const named = await keep('Ziel')
  for (let at = 0; at < 53; at++) {
    app.clock.now += 1
    await write((doc) => addSticky(doc, `n${at}`))
    await ask('POST', `/${named.entryId}/restore`, lead)
  }
  const entries = await list()
  expect(entries.filter(({ kind }) => kind === 'before-restore')).toHaveLength(50)
  expect(entries).toContainEqual(end)
  expect(end?.kind).toBe('agenda-ends')
})

test('a facilitator deletes what was named, and nothing else', async () => {
  const entry = await keep('Stand')
  await write((doc) => addSticky(doc, 'one'))
  await agenda('agenda.start')
  const automatic = (await list()).find(({ kind }) => kind === 'item-begins')
  expect(refusalOf(await ask('DELETE', `/${entry.entryId}`, guest))).toBe('not-allowed')
  expect(refusalOf(await ask('DELETE', `/${automatic?.entryId}`, lead))).toBe('not-named')
  expect((await ask('DELETE', `/${entry.entryId}`, lead)).status).toBe(204)
  expect(refusalOf(await ask('DELETE', `/${entry.entryId}`, lead))).toBe('state-unknown')
  expect((await list()).map(({ kind }) => kind)).toEqual(['item-begins'])
})

test('a board is not filled with names', async () => {
  for (let at = 0; at < 100; at++) await keep(`Stand ${at}`)
  expect(refusalOf(await ask('POST', '', lead, { name: 'einer zu viel' }))).toBe('full')
})
