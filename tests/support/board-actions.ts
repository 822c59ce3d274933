// What somebody may do at a board, drawn by lot: commands on maps and cards, typing, dragging, grouping, undo.
import type { TLRecord } from '@tldraw/tlschema'
import { copyShapes } from '#shared/board/copy-shapes.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import { newShape } from '#shared/board/new-shape.ts'
import { isOwnShapeType, type OwnShape, textProps } from '#shared/board/shapes.ts'
import type { Client } from '#tests/client/board/board-clients.ts'

export type Lot = {
  /** Below `limit`. */
  number(limit: number): number
  of<Value>(values: readonly Value[]): Value | undefined
}

/** The same numbers for the same seed (mulberry32). */
export function lotOf(seed: number): Lot {
  let state = seed
  const number = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return { number, of: (values) => values[number(values.length)] }
}

/** The number makes ids that nobody else makes. */
export type Doer = Client & { name: string; made: number }

const newId = (me: Doer) => `shape:${me.name}${me.made++}` as OwnShape['id'] // tldraw brands its ids
const pageId = 'page:page'

const shapesOf = ({ store }: Client): TLRecord[] =>
  store.allRecords().filter(({ typeName }) => typeName === 'shape')
const ownOf = (me: Client): OwnShape[] =>
  shapesOf(me)
    .filter((shape) => 'type' in shape && isOwnShapeType(shape.type))
    .map((shape) => shape as unknown as OwnShape) // just looked at

/** As the canvas and the table do it: a command works out what changes, all of it is one change. */
function command(me: Doer, act: (edit: MapEdit) => void): void {
  const edit = new MapEdit({ shapes: ownOf(me), pageId, newId: () => newId(me) })
  act(edit)
  const { put, removed } = edit.changes()
  me.store.remove(removed)
  me.store.put(put.map(asRecord))
}

type Action = (me: Doer, lot: Lot) => void
const onCard =
  (act: (edit: MapEdit, card: OwnShape, lot: Lot, mapId: string) => void): Action =>
  (me, lot) => {
    const cards = ownOf(me).filter(({ type }) => ['touchpoint', 'sticky-note', 'cluster'].includes(type))
    const card = lot.of(cards)
    const map = lot.of(ownOf(me).filter(({ type }) => type === 'journey-map'))
    if (card && map) command(me, (edit) => act(edit, card, lot, map.id))
  }
const onMap =
  (act: (edit: MapEdit, mapId: string, lot: Lot) => void): Action =>
  (me, lot) => {
    const map = lot.of(ownOf(me).filter(({ type }) => type === 'journey-map'))
    if (map) command(me, (edit) => act(edit, map.id, lot))
  }
const cellOn = (edit: MapEdit, mapId: string, lot: Lot) => {
  const { stages, lanes } = edit.children(mapId)
  const [stage, lane] = [lot.of(stages), lot.of(lanes)]
  return stage && lane ? { stageId: stage.id, laneId: lane.id } : null
}

const actions: readonly Action[] = [
  onMap((edit, map, lot) => edit.addTouchpoint(map, cellOn(edit, map, lot), { title: `T${lot.number(99)}` })),
  onMap((edit, map, lot) => edit.addNote({ mapId: map, cell: cellOn(edit, map, lot) }, { text: 'Notiz' })),
  (me, lot) =>
    command(me, (edit) => edit.addNote({ at: { x: lot.number(900), y: lot.number(900) } }, { text: 'lose' })),
  onMap((edit, map) => edit.addStage(map, 'Phase')),
  onMap((edit, map) => edit.addLane(map, { title: 'Bahn', kind: 'free' })),
  onMap((edit, map) => edit.addPersona(map, { name: 'Kim' })),
  (me, lot) => {
    if (lot.number(4) === 0) command(me, (edit) => edit.addMap('Karte', { x: 0, y: lot.number(3000) }))
  },
  onMap((edit, map, lot) => {
    const { stages } = edit.children(map)
    const [stage, before] = [lot.of(stages), lot.of(stages)]
    if (stage) edit.movePart(stage.id, before?.id ?? null)
  }),
  onMap((edit, map, lot) => {
    const { stages } = edit.children(map)
    const [stage, heir] = [lot.of(stages), lot.of(stages)]
    const isMoved = heir && heir !== stage && lot.number(2) === 0
    if (stage) edit.removeStage(stage.id, isMoved ? { moveTo: heir.id } : 'remove')
  }),
  onMap((edit, map, lot) => {
    const lane = lot.of(edit.children(map).lanes)
    if (lane) edit.removeLane(lane.id, 'remove')
  }),
  onMap((edit, map, lot) => {
    const { stages, personas } = edit.children(map)
    const stage = lot.of(stages)
    if (stage) edit.setEmotion(stage.id, lot.of(personas)?.id ?? null, lot.number(5) - 2)
  }),
  (me, lot) => {
    if (lot.number(6) === 0) onMap((edit, map) => edit.remove(map))(me, lot)
  },
  onCard((edit, card) => edit.remove(card.id)),
  onCard((edit, card, lot, map) => {
    const cell = cellOn(edit, map, lot)
    if (cell) edit.moveCard(card.id, map, cell, lot.of(edit.cardsIn(map, cell))?.id ?? null)
  }),
  onCard((edit, card, lot) => edit.moveOut(card.id, { x: lot.number(500), y: lot.number(500) })),
  (me, lot) => {
    const notes = ownOf(me).filter(({ type }) => type === 'sticky-note')
    const chosen = [lot.of(notes), lot.of(notes), lot.of(notes)].filter((note) => note !== undefined)
    command(me, (edit) => edit.addCluster([...new Set(chosen.map(({ id }) => id))], 'Thema'))
  },
  (me, lot) => {
    const cluster = lot.of(ownOf(me).filter(({ type }) => type === 'cluster'))
    const note = lot.of(ownOf(me).filter(({ type }) => type === 'sticky-note'))
    if (!cluster) return
    if (note && lot.number(2) === 0) command(me, (edit) => edit.moveIntoCluster(note.id, cluster.id))
    else command(me, (edit) => edit.dissolveCluster(cluster.id))
  },
  onCard((edit, card, lot) => {
    if (card.type === 'touchpoint') edit.setProps(card.id, 'touchpoint', { actual: lot.number(100) / 10 })
  }),
  type,
  type,
  type,
  drag,
  drag,
  (me) => {
    me.isDragging = false
    me.binding.flush()
  },
  (me, lot) => me.undo.mark(`m${lot.number(1e6)}`),
  (me) => me.undo.undo(),
  (me) => me.undo.undo(),
  (me) => me.undo.redo(),
  paste,
  addFrame,
  removeFrame,
  intoEachOther,
  intoEachOther,
  intoEachOther,
  intoEachOther,
]

export function actByLot(me: Doer, lot: Lot): void {
  lot.of(actions)?.(me, lot)
}

/** Somewhere into a text: others may be typing in the same one. */
function type(me: Doer, lot: Lot): void {
  const shape = lot.of(ownOf(me))
  const prop = shape && lot.of(Object.keys(textProps[shape.type]))
  if (!shape || !prop) return
  const props: Record<string, unknown> = { ...shape.props }
  const letters = [...String(props[prop])]
  letters.splice(lot.number(letters.length + 1), lot.number(2), lot.of(['a', 'ß', '🙂', ' ', '\n']) ?? '')
  props[prop] = letters.join('')
  me.store.put([{ ...asRecord(shape), props } as TLRecord]) // one of its own props, changed
}

/** One frame of a drag of some shapes; how it goes on, and whether it ends, the next lots say. */
function drag(me: Doer, lot: Lot): void {
  me.isDragging = true
  const shapes = shapesOf(me)
  const chosen = [lot.of(shapes), lot.of(shapes)].filter((shape) => shape !== undefined)
  me.store.put(
    [...new Set(chosen)].map((shape) => ({ ...shape, x: lot.number(999), y: lot.number(999) }) as TLRecord),
  ) // shapes all
}

function paste(me: Doer, lot: Lot): void {
  const map = lot.of(ownOf(me).filter(({ type: kind }) => kind === 'journey-map'))
  const card = lot.of(ownOf(me).filter(({ type: kind }) => kind === 'touchpoint' || kind === 'sticky-note'))
  const isWhole = map !== undefined && lot.number(8) === 0
  const chosen = isWhole ? ownOf(me).filter(({ id }) => isBelow(me, id, map.id)) : card ? [card] : []
  if (chosen.length > 60) return
  me.store.put(copyShapes(chosen, () => newId(me)).map(asRecord))
}

/** tldraw's frames can be put into each other, by two people at once; and whatever lies loose, into them. */
function intoEachOther(me: Doer, lot: Lot): void {
  const frames = shapesOf(me).filter((shape) => 'type' in shape && shape.type === 'frame')
  const loose = shapesOf(me).filter((shape) => 'parentId' in shape && shape.parentId === pageId)
  const [shape, parent] = [lot.of([...frames, ...frames, ...loose]), lot.of(frames)]
  if (shape && parent && !isBelow(me, parent.id, shape.id))
    me.store.put([{ ...shape, parentId: parent.id } as TLRecord]) // shapes both
}

function addFrame(me: Doer): void {
  const frame = newShape({
    id: newId(me),
    type: 'cluster',
    parentId: pageId as OwnShape['parentId'],
    index: 'a1' as OwnShape['index'],
  }) // tldraw brands both
  const props = { w: 400, h: 300, name: '', color: 'black' }
  me.store.put([{ ...asRecord(frame), type: 'frame', props } as TLRecord]) // the base of every shape
}

/** What lies in it goes with it, as in tldraw. */
function removeFrame(me: Doer, lot: Lot): void {
  const frame = lot.of(shapesOf(me).filter((shape) => 'type' in shape && shape.type === 'frame'))
  if (frame) me.store.remove(shapesOf(me).flatMap(({ id }) => (isBelow(me, id, frame.id) ? [id] : [])))
}

/** tldraw lets nobody move a shape into itself. */
function isBelow(me: Client, id: string, ancestor: string): boolean {
  for (let at: string | undefined = id; at; at = parentOf(me, at)) if (at === ancestor) return true
  return false
}
function parentOf({ store }: Client, id: string): string | undefined {
  const record = store.get(id as TLRecord['id']) // any record's id
  return record && 'parentId' in record ? String(record.parentId) : undefined
}

// tldraw's union of shapes does not know ours.
const asRecord = (shape: OwnShape): TLRecord => shape as unknown as TLRecord
