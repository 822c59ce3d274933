// Undo takes back one's own changes, one step at a time, and nothing of anybody else's.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OwnUndo } from '#client/board/binding/undo.ts'
import type { NoteShape, TouchpointShape } from '#shared/board/shapes.ts'
import {
  addNote,
  type Client,
  client,
  meet,
  move,
  score,
  seed,
  shape,
  shapeId,
  shown,
  type,
} from './board-clients.ts'

const delivery = shapeId('touchpoint-delivery')
const two = (): [Client, Client] => {
  const state = seed()
  return [client(1, state), client(2, state)]
}
const step = (at: Client, name: string, act: () => void) => {
  at.undo.mark(name)
  act()
}

test("the board as it was loaded is nobody's to undo", () => {
  const [ana] = two()
  expect(ana.undo.canUndo).toBe(false)
  const before = shown(ana)
  ana.undo.undo()
  expect(shown(ana)).toEqual(before)
})

test("undoing a score leaves somebody else's move of the card", () => {
  const [ana, bo] = two()
  step(ana, 'score', () => score(ana, delivery, { actual: 7 }))
  meet(ana, bo)
  move(bo, delivery, 500, 500)
  meet(ana, bo)
  ana.undo.undo()
  expect(shape<TouchpointShape>(ana, delivery)).toMatchObject({ x: 500, y: 500, props: { actual: null } })
})

test('undo brings back no card that somebody else has deleted', () => {
  const [ana, bo] = two()
  step(ana, 'score', () => score(ana, delivery, { actual: 7 }))
  meet(ana, bo)
  bo.store.remove([delivery])
  meet(ana, bo)
  ana.undo.undo()
  expect(ana.store.has(delivery)).toBe(false)
})

test('a step that somebody else has overwritten does not undo the step before it', () => {
  const [ana, bo] = two()
  step(ana, 'note', () => addNote(ana, 'mine'))
  step(ana, 'score', () => score(ana, delivery, { actual: 7 }))
  meet(ana, bo)
  score(bo, delivery, { actual: 2 })
  meet(ana, bo)
  ana.undo.undo()
  expect(shape<TouchpointShape>(ana, delivery).props.actual).toBe(2)
  expect(ana.store.has(shapeId('mine'))).toBe(true)
  ana.undo.undo()
  expect(ana.store.has(shapeId('mine'))).toBe(false)
})

test("undo of typing takes back one's own characters and leaves the others'", () => {
  const [ana, bo] = two()
  const note = addNote(ana, 'shared', 'a')
  meet(ana, bo)
  step(ana, 'typing', () => type(ana, note, 'ab'))
  meet(ana, bo)
  type(bo, note, 'abc')
  meet(ana, bo)
  ana.undo.undo()
  expect(shape<NoteShape>(ana, note).props.text).toBe('ac')
})

test('a drag that is cancelled leaves nothing to undo or redo', () => {
  const [ana] = two()
  const before = shown(ana)
  ana.undo.mark('drag')
  move(ana, delivery, 1, 1)
  move(ana, delivery, 2, 2)
  ana.undo.bailTo('drag')
  expect(shown(ana)).toEqual(before)
  expect([ana.undo.canUndo, ana.undo.canRedo]).toEqual([false, false])
})

test('steps squashed to a mark are undone together', () => {
  const [ana] = two()
  const before = shown(ana)
  ana.undo.mark('all')
  addNote(ana, 'one')
  step(ana, 'second', () => score(ana, delivery, { actual: 1 }))
  ana.undo.squashTo('all')
  ana.undo.undo()
  expect(shown(ana)).toEqual(before)
  ana.undo.redo()
  expect(ana.store.has(shapeId('one'))).toBe(true)
})

test('alone, undoing everything restores the beginning and redoing everything the end', () => {
  const action = fc.record({ kind: fc.constantFrom('note', 'score', 'move', 'remove'), value: fc.nat(100) })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 15 }), (actions) => {
      const [ana] = two()
      const before = shown(ana)
      for (const [at, { kind, value }] of actions.entries())
        step(ana, `step ${at}`, () => {
          if (kind === 'note') addNote(ana, `n${at}`, String(value))
          else if (kind === 'remove') ana.store.remove([shapeId(`n${at - 1}`)])
          else if (kind === 'score') score(ana, delivery, { actual: value / 10 })
          else move(ana, delivery, value, value)
        })
      const after = shown(ana)
      while (ana.undo.canUndo) ana.undo.undo()
      expect(shown(ana)).toEqual(before)
      while (ana.undo.canRedo) ana.undo.redo()
      expect(shown(ana)).toEqual(after)
    }),
    { numRuns: 60 },
  )
})

test('a step on what has been locked since is dropped, and the one before it can be undone', () => {
  const [ana, bo] = two()
  const locked = new Set<string>()
  const undo = new OwnUndo(ana.doc, ana.binding, (id) => !locked.has(id))
  const stepOf = (name: string, act: () => void) => {
    undo.mark(name)
    act()
  }
  stepOf('score', () => score(ana, delivery, { actual: 7 }))
  const note = shapeId('note')
  stepOf('note', () => addNote(ana, 'note', 'Anfang'))
  stepOf('type', () => type(ana, note, 'Anfang und Ende'))
  ana.binding.flush()
  meet(ana, bo)
  locked.add(note)
  const before = shown(ana)
  const updates: Uint8Array[] = []
  ana.doc.on('update', (update: Uint8Array) => updates.push(update))
  undo.undo()
  undo.undo()
  expect(shown(ana)).toEqual(before)
  expect(updates).toEqual([])
  undo.undo()
  expect(shape<TouchpointShape>(ana, delivery).props.actual).toBeNull()
  expect(shape<NoteShape>(ana, note).props.text).toBe('Anfang und Ende')
  expect(undo.canUndo).toBe(false)
  undo.dispose()
})
