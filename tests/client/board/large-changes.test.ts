// Changes that are larger than the server takes at once go in parts, and are one step to undo all the same.

import type { TLRecord } from '@tldraw/tlschema'
import { generateNKeysBetween } from 'fractional-indexing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { scanUpdate } from '#server/board/scan-update.ts'
import { newShape } from '#shared/board/new-shape.ts'
import { maxUpdateBytes } from '#shared/board/protocol.ts'
import type { NoteShape, OwnShape } from '#shared/board/shapes.ts'
import {
  addNote,
  type Client,
  client,
  meet,
  move,
  seed,
  shapeId,
  shown,
  take,
  type,
} from './board-clients.ts'

/** As the server's connection has it. */
const maxStructs = 20_000

/** Somebody whose updates are weighed as the server does. */
function weighed(): { ana: Client; updates: Uint8Array[] } {
  const ana = client(1, seed())
  const updates: Uint8Array[] = []
  ana.doc.on('update', (update: Uint8Array) => updates.push(update))
  return { ana, updates }
}

const indices = generateNKeysBetween(null, null, 1500) as OwnShape['index'][] // tldraw brands them
const notes = (text: (at: number) => string): NoteShape[] =>
  indices.map((index, at) =>
    newShape({
      id: shapeId(`many-${at}`),
      type: 'sticky-note',
      parentId: 'page:page' as OwnShape['parentId'], // tldraw brands its ids
      index,
      props: { text: text(at) },
    }),
  )
const put = (at: Client, shapes: readonly OwnShape[]) => at.store.put(shapes as unknown as TLRecord[]) // made above
const remove = (at: Client, shapes: readonly OwnShape[]) =>
  at.store.remove(shapes.map(({ id }) => id as unknown as TLRecord['id'])) // as above

const expectSendable = (updates: Uint8Array[]) => {
  expect(updates).not.toEqual([])
  for (const update of updates) {
    expect(update.length).toBeLessThanOrEqual(maxUpdateBytes)
    scanUpdate(update, { maxStructs })
  }
  updates.length = 0
}

test.each([
  ['short texts', (at: number) => `Notiz ${at}`],
  ['long texts of three bytes a letter', () => '語'.repeat(600)],
])('thousands of notes with %s are pasted, undone, redone, deleted and brought back in parts', (_, text) => {
  const { ana, updates } = weighed()
  const before = shown(ana)
  ana.undo.mark('paste')
  put(ana, notes(text))
  const pasted = shown(ana)
  expect(updates.length).toBeGreaterThan(1)
  expectSendable(updates)
  ana.undo.undo()
  expect(shown(ana)).toEqual(before)
  expectSendable(updates)
  ana.undo.redo()
  expect(shown(ana)).toEqual(pasted)
  expectSendable(updates)
  ana.undo.mark('delete')
  remove(ana, notes(text))
  expect(shown(ana)).toEqual(before)
  expectSendable(updates)
  ana.undo.undo()
  expect(shown(ana)).toEqual(pasted)
  expectSendable(updates)
  ana.undo.undo()
  expect(shown(ana)).toEqual(before)
})

test('a step before a large one and a step after it stay steps of their own', () => {
  const { ana } = weighed()
  ana.undo.mark('one')
  const note = addNote(ana, 'one', 'eins')
  const one = shown(ana)
  ana.undo.mark('large')
  put(
    ana,
    notes(() => 'x'.repeat(100)),
  )
  const large = shown(ana)
  ana.undo.mark('two')
  type(ana, note, 'zwei')
  ana.undo.undo()
  expect(shown(ana)).toEqual(large)
  ana.undo.undo()
  expect(shown(ana)).toEqual(one)
  ana.undo.redo()
  expect(shown(ana)).toEqual(large)
  ana.undo.undo()
  ana.undo.undo()
  expect(ana.undo.canUndo).toBe(false)
})

test('a large step squashed with what followed it is one step, and goes back whole when it is given up', () => {
  const { ana, updates } = weighed()
  const before = shown(ana)
  ana.undo.mark('start')
  put(
    ana,
    notes(() => 'x'.repeat(100)),
  )
  ana.undo.mark('more')
  addNote(ana, 'more')
  ana.undo.squashTo('start')
  updates.length = 0
  ana.undo.undo()
  expect(shown(ana)).toEqual(before)
  expectSendable(updates)
  ana.undo.mark('again')
  put(
    ana,
    notes(() => 'y'.repeat(100)),
  )
  ana.undo.bailTo('again')
  expect(shown(ana)).toEqual(before)
})

test("undoing a large paste leaves what somebody else has done meanwhile, and doesn't go on to an older step", () => {
  const { ana } = weighed()
  const bo = client(2, seed())
  ana.undo.mark('note')
  addNote(ana, 'mine')
  ana.undo.mark('paste')
  put(
    ana,
    notes(() => 'x'.repeat(100)),
  )
  meet(ana, bo)
  remove(
    bo,
    notes(() => ''),
  )
  addNote(bo, 'theirs')
  meet(ana, bo)
  ana.undo.undo()
  expect(ana.store.has(shapeId('mine') as unknown as TLRecord['id'])).toBe(true)
  take(bo, ana)
  expect(shown(bo)).toEqual(shown(ana))
})

test('a drag of everything is one update each time, since only places are written', () => {
  const { ana, updates } = weighed()
  const few = notes(() => 'x'.repeat(1000)).slice(0, 200)
  put(ana, few)
  updates.length = 0
  ana.isDragging = true
  for (const { id } of few) move(ana, id, 5, 5)
  ana.binding.flush()
  expect(updates).toHaveLength(1)
  expectSendable(updates)
})

test('what waits together arrives as one document, in whichever parts', () => {
  const { ana } = weighed()
  const bo = client(2, seed())
  put(
    ana,
    notes((at) => `n${at}`),
  )
  Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ana.doc), 'network')
  expect(shown(bo)).toEqual(shown(ana))
})
