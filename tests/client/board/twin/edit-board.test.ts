// The table's edits in the board's document: what they write, what they leave alone, what undo takes back.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { copyCard } from '#shared/board/copy-card.ts'
import { addRecord, recordsOf } from '#shared/board/document.ts'
import { lockBoard } from '#shared/board/locks.ts'
import { arrowBinding } from '#tests/support/arrow-binding.ts'
import { desk, meet, putByOthers, record, refusedRecords, removeByOthers, withoutFrames } from './desk.ts'

const delivery = 'shape:touchpoint-delivery'
const pen = (parentId: string, place: { x: number; y: number }) => ({
  id: 'shape:pen',
  typeName: 'shape',
  type: 'geo',
  parentId,
  index: 'a1',
  ...place,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
  props: {
    geo: 'rectangle',
    w: 100,
    h: 50,
    color: 'black',
    labelColor: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    font: 'draw',
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    scale: 1,
    richText: { type: 'doc', content: [] },
  },
})
const addNote = (at: number) => ({ ...pen('page:page', { x: at, y: 0 }), id: `shape:pen-${at}` })

/** Two at the tables of one board. */
const pair = () => {
  const ana = desk()
  return [ana, desk(Y.encodeStateAsUpdate(ana.doc))] as const
}
const title = (of: ReturnType<typeof desk>, id: string) => of.live.now.shapes.get(id)?.props

beforeEach(() => {
  withoutFrames()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an edit writes only what it changes, and everything passes the schema', () => {
  const ana = desk()
  const bo = desk(Y.encodeStateAsUpdate(ana.doc))
  ana.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { actual: 3.5 }))
  bo.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { target: 9 }))
  meet(ana, bo)
  for (const { live } of [ana, bo]) {
    live.refresh()
    expect(live.now.shapes.get(delivery)?.props).toMatchObject({ actual: 3.5, target: 9 })
  }
  expect(refusedRecords(ana)).toEqual([])
})

test('undo takes back one step of one’s own, and nothing of somebody else’s', () => {
  const [ana, bo] = pair()
  ana.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { actual: 3 }))
  ana.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { state: 'evidence' }))
  meet(ana, bo)
  bo.live.refresh()
  bo.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { channel: 'chat' }))
  meet(ana, bo)
  ana.edits.undo()
  expect(title(ana, delivery)).toMatchObject({ actual: 3, state: 'assumption', channel: 'chat' })
  ana.edits.undo()
  expect(title(ana, delivery)).toMatchObject({ actual: null, channel: 'chat' })
  expect(ana.edits.canUndo).toBe(false)
  ana.edits.redo()
  expect(title(ana, delivery)).toMatchObject({ actual: 3 })
})

describe('text', () => {
  const typeTo = (at: ReturnType<typeof desk>, shown: string, next: string) =>
    at.edits.type({ id: delivery, prop: 'title', shown, next })
  const words = (at: ReturnType<typeof desk>) => {
    at.live.refresh()
    const shape = at.live.now.shapes.get(delivery)
    return shape?.type === 'touchpoint' ? shape.props.title : null
  }

  test('of two who type at once is kept to the last character, though neither saw the other’s yet', () => {
    const ana = desk()
    ana.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { title: 'Mitte' }))
    const bo = desk(Y.encodeStateAsUpdate(ana.doc))
    typeTo(bo, 'Mitte', 'Mitte danach')
    meet(ana, bo)
    // Ana's field still shows what it showed when she pressed the key.
    typeTo(ana, 'Mitte', 'Vor Mitte')
    meet(ana, bo)
    expect(words(ana)).toBe('Vor Mitte danach')
    expect(words(bo)).toBe('Vor Mitte danach')
  })

  test('that was typed in one visit is one step, and a discarded visit is none', () => {
    const ana = desk()
    const before = words(ana) ?? ''
    typeTo(ana, before, `${before} a`)
    typeTo(ana, `${before} a`, `${before} ab`)
    ana.edits.endTyping()
    typeTo(ana, `${before} ab`, `${before} abc`)
    ana.edits.discardTyping(delivery, 'title')
    expect(words(ana)).toBe(`${before} ab`)
    expect(ana.edits.canRedo).toBe(false)
    ana.edits.undo()
    expect(words(ana)).toBe(before)
  })

  test('that grows moves the cards below it after a pause, which is nothing to undo', () => {
    const ana = desk()
    const where = ana.map().whereIs(delivery)?.cell
    ana.edits.run((edit) => where && edit.addTouchpoint(ana.map().map.id, where, { title: 'Darunter' }))
    const below = ana
      .map()
      .touchpointsOf(where?.stageId ?? '')
      .at(-1)
    const y = below?.y ?? 0
    typeTo(
      ana,
      words(ana) ?? '',
      'Ein Titel, der so lang ist, dass er in der Spalte über mehrere Zeilen geht und geht',
    )
    vi.advanceTimersByTime(1000)
    ana.live.refresh()
    expect(ana.live.now.shapes.get(below?.id ?? '')?.y).toBeGreaterThan(y)
    ana.edits.undo()
    vi.advanceTimersByTime(1000)
    ana.live.refresh()
    expect(ana.live.now.shapes.get(below?.id ?? '')?.y).toBe(y)
  })
})

describe('what is not ours', () => {
  test('stays where it is seen when what it lies in is removed', () => {
    const ana = desk()
    const { map } = ana.map()
    putByOthers(ana, { ...record(ana, map.id), id: map.id, typeName: 'shape', x: 300, y: 200 })
    putByOthers(ana, pen(map.id, { x: 40, y: 60 }))
    ana.edits.run((edit) => edit.remove(map.id))
    expect(record(ana, 'shape:pen')).toMatchObject({ parentId: 'page:page', x: 340, y: 260 })
    expect([...ana.live.now.shapes.values()]).toEqual([])
    ana.edits.undo()
    expect(record(ana, 'shape:pen')).toMatchObject({ parentId: map.id, x: 40, y: 60 })
    expect(ana.map().map.id).toBe(map.id)
  })

  test('an arrow is untied from a card that goes, and tied again by undo', () => {
    const ana = desk()
    putByOthers(ana, pen('page:page', { x: 0, y: 0 }))
    const binding = arrowBinding({ name: 'one', fromId: 'shape:pen', toId: delivery })
    putByOthers(ana, binding)
    expect(refusedRecords(ana)).toEqual([])
    ana.edits.run((edit) => edit.remove(delivery))
    expect(record(ana, 'binding:one')).toBe(null)
    ana.edits.undo()
    expect(record(ana, 'binding:one')).toMatchObject({ toId: delivery })
  })
})

describe('locks', () => {
  test('a locked board takes nothing from participants', () => {
    const ana = desk()
    lockBoard(ana.doc, true)
    ana.live.refresh()
    const before = Y.encodeStateVector(ana.doc)
    expect(ana.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { actual: 1 }))).toBe(null)
    ana.edits.type({ id: delivery, prop: 'title', shown: '', next: 'x' })
    expect(Y.encodeStateVector(ana.doc)).toEqual(before)
  })

  test('a locked card is neither changed, moved by others’ growing, nor removed with its stage', () => {
    const ana = desk()
    const card = record(ana, delivery)
    if (!card) throw new Error('no card')
    putByOthers(ana, { ...card, isLocked: true })
    const where = ana.map().whereIs(delivery)?.cell
    ana.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { actual: 1 }))
    ana.edits.run((edit) => where && edit.addTouchpoint(ana.map().map.id, where, { title: 'Oben' }, delivery))
    ana.edits.run((edit) => edit.removeStage(where?.stageId ?? '', 'remove'))
    expect(record(ana, delivery)).toEqual({ ...card, isLocked: true })
    expect(ana.edits.canChange(delivery)).toBe(false)
  })

  test('facilitators unlock, and can be undone like everything else', () => {
    const ana = desk(undefined, { mayLock: true })
    const { map } = ana.map()
    ana.edits.lock(map.id, true)
    expect(ana.edits.canChange(delivery)).toBe(false)
    expect(ana.edits.holderOf(delivery)).toBe(map.id)
    ana.edits.undo()
    expect(ana.edits.canChange(delivery)).toBe(true)
  })
})

test('a board that is full says so and stays as it is', () => {
  const ana = desk()
  const { map } = ana.map()
  const count = [...ana.live.now.records.values()].filter(({ typeName }) => typeName === 'shape').length
  const notes = Array.from({ length: 4000 - count }, (_, at) => addNote(at))
  for (const note of notes) ana.doc.transact(() => addRecord(recordsOf(ana.doc), note))
  expect(ana.isFull).toBe(false)
  expect(ana.edits.run((edit) => edit.addStage(map.id, 'Eine zu viel'))).toBe(null)
  expect(ana.isFull).toBe(true)
  expect(ana.map().stages.some(({ props }) => props.title === 'Eine zu viel')).toBe(false)
})

test('a card that somebody else has removed is nothing to edit', () => {
  const ana = desk()
  removeByOthers(ana, delivery)
  ana.edits.run((edit) => edit.setProps(delivery, 'touchpoint', { actual: 1 }))
  ana.edits.type({ id: delivery, prop: 'title', shown: '', next: 'Wieder da' })
  expect(record(ana, delivery)).toBe(null)
})

test('two who add to one cell at once end with the same order, each card in a place of its own', () => {
  const [ana, bo] = pair()
  const where = ana.map().whereIs(delivery)?.cell
  if (!where) throw new Error('nowhere')
  const { map } = ana.map()
  ana.edits.run((edit) => edit.addTouchpoint(map.id, where, { title: 'Von Ana' }))
  bo.edits.run((edit) => edit.addTouchpoint(map.id, where, { title: 'Von Bo' }))
  meet(ana, bo)
  for (const { live } of [ana, bo]) live.refresh()
  vi.advanceTimersByTime(1000)
  meet(ana, bo)
  const places = [ana, bo].map((at) =>
    at
      .map()
      .cardsIn(where.stageId, where.laneId)
      .map(({ id, y }) => `${id} ${y}`),
  )
  expect(places[0]).toEqual(places[1])
  expect(new Set(places[0]?.map((place) => place.split(' ')[1])).size).toBe(places[0]?.length)
})

test('while people write in silence no note comes in the open, copied or new; all else goes on', () => {
  const ana = desk()
  const { map } = ana.map()
  const seen = ana.edits.run((edit) => edit.addNote({ mapId: map.id, cell: null }, { text: 'Für alle' }))
  if (!seen) throw new Error('there is no note')
  ana.isSilent = true
  const before = ana.live.now.shapes.size
  expect(ana.edits.run((edit) => edit.addNote({ at: { x: 0, y: 0 } }, {}))).toBe(null)
  expect(ana.edits.run((edit) => copyCard(edit, seen))).toBe(null)
  expect(ana.live.now.shapes.size).toBe(before)
  expect(ana.edits.run((edit) => copyCard(edit, delivery))).not.toBe(null)
  ana.edits.run((edit) => edit.setProps(seen, 'sticky-note', { text: 'Anders' }))
  expect(record(ana, seen)?.props).toMatchObject({ text: 'Anders' })
  ana.edits.run((edit) => edit.remove(seen))
  ana.edits.undo()
  expect(record(ana, seen)).not.toBe(null)
})
