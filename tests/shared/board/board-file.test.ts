// A board as a file and back: nothing but what is meant to stay behind is lost, and what comes back is laid out.
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardFile, countElements } from '#shared/board/board-file.ts'
import { readRecords } from '#shared/board/document.ts'
import { shapesOf } from '#shared/board/file-to-shapes.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { seedBoard } from '#shared/board/seed.ts'
import { isOwnShapeType, type OwnShape } from '#shared/board/shapes.ts'
import { boardFileOf, type Keep } from '#shared/board/shapes-to-file.ts'
import { findTemplate } from '#shared/templates/library.ts'

const pageId = 'page:page'
const about = {
  format: 'runde-template',
  title: 'Probe',
  language: 'de',
  templateId: 'onboarding-telecom',
  departments: [],
} as const
const everything = { keep: { notes: true, actuals: true } }

function ids(): () => string {
  let count = 0
  return () => `shape:new-${++count}`
}

/** The board of a template with a persona more, a group of notes, scores, authors and loose notes. */
function board(): OwnShape[] {
  const template = findTemplate('onboarding-telecom')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedBoard({ template, language: 'de', title: 'Probe' }))
  const records = [...readRecords(doc).values()].filter(({ type }) => isOwnShapeType(type))
  const shapes = new Map((records as unknown as OwnShape[]).map((shape) => [shape.id, shape])) // seeds are checked elsewhere
  const edit = new MapEdit({ shapes: shapes.values(), pageId, newId: ids() })
  const [map] = edit.maps()
  if (!map) throw new Error('no map')
  const { stages, cards } = edit.children(map.id)
  const touchpoint = cards.find(({ type }) => type === 'touchpoint')
  const notes = cards.filter(({ type }) => type === 'sticky-note').slice(0, 3)
  edit.addPersona(map.id, { name: 'Ina', goal: 'Ruhe', quote: 'Ja', imageId: 'secret-image' })
  edit.setProps(touchpoint?.id ?? '', 'touchpoint', { actual: 3.5, notes: 'Wartezeit' })
  edit.addCluster(
    notes.map(({ id }) => id),
    'Technik',
  )
  edit.setProps(stages[1]?.id ?? '', 'stage', { width: 240 })
  edit.addNote({ at: { x: 3000, y: 50 } }, { text: 'lose', color: 'rose', authorId: 'secret-person' })
  const loose = [1, 2].map((at) => edit.addNote({ at: { x: 3000, y: 200 * at } }, { text: `frei ${at}` }))
  edit.addCluster(loose, 'Frei')
  const { put, removed } = edit.changes()
  for (const shape of put) shapes.set(shape.id, shape)
  for (const id of removed) shapes.delete(id)
  return [...shapes.values()]
}

const place = { pageId, newId: ids(), above: null, corner: null, department: (id: string) => id }
const fileOf = (shapes: readonly OwnShape[]) => boardFileOf(shapes, about, everything)

test('a board saved and taken in again is the same, and its file is one of ours', () => {
  const file = fileOf(board())
  expect(BoardFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file)
  const again = shapesOf(file, place)
  expect(fileOf(again)).toEqual(file)
  expect(countElements(file)).toBe(again.length)
  const [map] = file.maps
  expect(map?.personas).toMatchObject([
    { id: 'persona-1', name: 'Jonas, 34' },
    { id: 'persona-2', name: 'Ina' },
  ])
  expect(map?.stages[0]).toMatchObject({
    id: 'stage-1',
    emotion: null,
    emotions: { 'persona-1': expect.any(Number) },
  })
  expect(map?.stages[1]).toMatchObject({ width: 240 })
  expect(file.loose).toMatchObject([
    { type: 'note', text: 'lose', color: 'rose' },
    { type: 'cluster', title: 'Frei', notes: [{ text: 'frei 1' }, { text: 'frei 2' }] },
  ])
})

test('no person, no picture and no id of the board gets into the file', () => {
  const text = JSON.stringify(fileOf(board()))
  for (const secret of ['secret-person', 'secret-image', 'shape:', 'authorId', 'imageId'])
    expect(text).not.toContain(secret)
})

test('what comes in is accepted by the schema, and laid out as a map edit leaves it', () => {
  const shapes = shapesOf(fileOf(board()), place)
  expect(shapes.filter((shape) => !checkRecord({ ...shape }).ok)).toEqual([])
  const edit = new MapEdit({ shapes, pageId, newId: ids() })
  for (const { id, props } of edit.maps()) edit.setProps(id, 'journey-map', { title: `${props.title}.` })
  expect(edit.changes().put.map(({ type }) => type)).toEqual(['journey-map'])
})

test('it goes where there is room: all of it is moved together, above what lies there', () => {
  const above = 'a5' as OwnShape['index'] // tldraw brands its indices
  const shapes = shapesOf(fileOf(board()), { ...place, corner: { x: 100, y: 5000 }, above })
  const tops = shapes.filter(({ parentId }) => parentId === pageId)
  expect([Math.min(...tops.map(({ x }) => x)), Math.min(...tops.map(({ y }) => y))]).toEqual([100, 5000])
  expect(tops.every(({ index }) => index > above)).toBe(true)
})

test('maps without a place lie one below the other', () => {
  const { maps } = fileOf(board())
  const without = maps.map((map) => ({ ...map, place: null }))
  const made = shapesOf({ maps: [...without, ...without], loose: [] }, place)
  const [first, second] = made.filter(({ type }) => type === 'journey-map')
  expect(second?.y).toBeGreaterThan((first?.y ?? 0) + 400)
})

test('departments that are not known here are left out', () => {
  const department = (id: string) => (id === 'it' ? 'it-2' : null)
  const found = shapesOf(fileOf(board()), { ...place, department }).flatMap(({ props }) =>
    'departmentId' in props ? props.departmentId : [],
  )
  expect(new Set(found)).toEqual(new Set(['it-2', null]))
})

describe('a template keeps what it is asked to', () => {
  const cards = (keep: Keep) => {
    const { maps, loose } = boardFileOf(board(), about, { keep })
    return [...(maps[0]?.cards ?? []), ...loose]
  }
  test('without notes: touchpoints alone, and none written at them', () => {
    const kept = cards({ notes: false, actuals: true })
    expect(new Set(kept.map(({ type }) => type))).toEqual(new Set(['touchpoint']))
    expect(kept.filter((card) => card.type === 'touchpoint' && card.notes !== '')).toEqual([])
  })
  test('without actual scores: goals stay', () => {
    const kept = cards({ notes: true, actuals: false })
    expect(kept.filter((card) => card.type === 'touchpoint' && card.actual !== null)).toEqual([])
    expect(kept.some((card) => card.type === 'touchpoint' && card.target !== null)).toBe(true)
  })
})

test('of one map nothing but that map is kept', () => {
  const shapes = board()
  const mapId = shapes.find(({ type }) => type === 'journey-map')?.id ?? null
  const other = shapesOf(fileOf(shapes), place)
  const file = boardFileOf([...shapes, ...other], about, { ...everything, mapId })
  expect(file.maps).toHaveLength(1)
  expect(file.loose).toEqual([])
})
