// Founding a workshop from a board that somebody saved.
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readRecords } from '#shared/board/document.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
afterEach(() => app.close())

const card = {
  type: 'touchpoint',
  stageId: 's1',
  laneId: 'l1',
  title: 'Zähler ablesen',
  departmentId: 'grid',
}
const board = {
  format: 'runde-template',
  version: 1,
  title: 'Unsere Vorlage',
  templateId: 'support-case',
  departments: [{ departmentId: 'grid', title: 'Netz' }],
  maps: [
    {
      title: 'Strom',
      personas: [{ id: 'p1', name: 'Ina', goal: 'Licht', quote: '' }],
      stages: [{ id: 's1', title: 'Einzug', emotions: { p1: -1 } }],
      lanes: [{ id: 'l1', title: 'Touchpoints', kind: 'touchpoints' }],
      cards: [
        card,
        { ...card, title: 'Ohne', departmentId: 'gone' },
        { type: 'note', stageId: 's1', laneId: 'l1', text: 'Notiz' },
      ],
    },
  ],
  loose: [{ type: 'cluster', x: 900, y: 0, title: 'Ideen', notes: [{ text: 'eine' }] }],
}
const found = (body: object) => app.ask('POST', '/api/workshops', { body: { title: 'Strom', ...body } })
async function docOf(id: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.boards.read(id as Parameters<TestApp['boards']['read']>[0])) // as the answer has it
  return doc
}

test('the board is as it was saved, with its departments and the agenda of the template it came from', async () => {
  app = await openApp()
  const answer = await found({ board, language: 'de' })
  expect(answer.status).toBe(201)
  const { id } = answer.json as { id: Parameters<TestApp['boards']['read']>[0] } // parsed in other tests
  const { info, agenda } = (await app.rooms.state(id)).workshop
  expect(info).toMatchObject({ title: 'Strom', templateId: 'support-case', departments: board.departments })
  expect(agenda.items.length).toBeGreaterThan(3)
  const doc = await docOf(id)
  const { maps, loose, looseClusters } = readBoard(doc)
  expect(maps).toMatchObject([
    {
      title: 'Strom',
      personas: [{ name: 'Ina' }],
      stages: [{ title: 'Einzug', emotion: -1 }],
      touchpoints: [
        { title: 'Zähler ablesen', departmentId: 'grid' },
        { title: 'Ohne', departmentId: null },
      ],
      notes: [{ text: 'Notiz' }],
    },
  ])
  expect([loose, looseClusters]).toMatchObject([[{ text: 'eine' }], [{ title: 'Ideen' }]])
  expect([...readRecords(doc).values()].filter((record) => !checkRecord(record).ok)).toEqual([])
})

test('a template that is not known here gives no agenda, and is no reason to refuse', async () => {
  app = await openApp()
  const answer = await found({ board: { ...board, templateId: 'of-another-server', departments: [] } })
  expect(answer.status).toBe(201)
  const { id } = answer.json as { id: Parameters<TestApp['boards']['read']>[0] } // parsed in other tests
  const { info, agenda } = (await app.rooms.state(id)).workshop
  expect(info).toMatchObject({ templateId: 'blank' })
  expect(info.departments.length).toBeGreaterThan(3)
  expect(agenda.items).toEqual([])
})

const many = (count: number) => ({
  ...board,
  loose: Array.from({ length: count }, () => ({ type: 'note', x: 0, y: 0, text: '' })),
})

test.each([
  ['a newer version', { ...board, version: 2 }, 'invalid', 400],
  [
    'a card in a stage that is not there',
    { ...board, maps: [{ ...board.maps[0], stages: [] }] },
    'invalid',
    400,
  ],
  [
    'a department with a name for programs',
    { ...board, departments: [{ departmentId: 'A B', title: 'x' }] },
    'invalid',
    400,
  ],
  [
    'a department that stands twice',
    { ...board, departments: [...board.departments, ...board.departments] },
    'invalid',
    400,
  ],
  ['a list', [], 'invalid', 400],
  ['more elements than a board takes', many(4000), 'board-too-large', 400],
  ['more than 2 MB', { ...board, more: 'x'.repeat(2 * 1024 * 1024) }, 'too-large', 413],
])('%s founds nothing', async (_, saved, code, status) => {
  app = await openApp()
  const answer = await found({ board: saved })
  expect(refusalOf(answer)).toBe(code)
  expect(answer.status).toBe(status)
})

test('the refusal names the place', async () => {
  app = await openApp()
  const cards = [card, { ...card, channel: 'fax' }]
  const answer = await found({ board: { ...board, maps: [{ ...board.maps[0], cards }] } })
  expect(answer.text).toContain('board.maps.0.cards.1.channel must be one of web, app')
})

test('3,900 elements are taken, and everything else stays small', async () => {
  app = await openApp()
  expect((await found({ board: many(3900) })).status).toBe(201)
  const other = await app.ask('POST', '/api/codes', { body: { code: 'x'.repeat(40_000) } })
  expect(refusalOf(other)).toBe('too-large')
})
