// After a refusal: what the stored board lacks of one's own is found, and what it can take is put back as new edits.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { differenceOf } from '#client/board/recovery/difference.ts'
import { putBack } from '#client/board/recovery/put-back.ts'
import { recordsOf } from '#shared/board/document.ts'
import { lockBoard } from '#shared/board/locks.ts'
import type { NoteShape, TouchpointShape } from '#shared/board/shapes.ts'
import {
  addNote,
  type Client,
  client,
  meet,
  move,
  reparent,
  score,
  seed,
  shape,
  shapeId,
  shown,
  type,
} from './board-clients.ts'

const delivery = shapeId('touchpoint-delivery')

/** Ana's browser has `act` on top of what she, Bo and the server have; only hers is refused. */
function refused(act: (ana: Client) => void, before: (ana: Client) => void = () => {}) {
  const state = seed()
  const [ana, bo] = [client(1, state), client(2, state)]
  before(ana)
  meet(ana, bo)
  act(ana)
  ana.binding.flush()
  return { ana, bo, server: () => client(9, Y.encodeStateAsUpdate(bo.doc)) }
}
const summaryOf = (stored: Client, mine: Client) =>
  differenceOf(stored.doc, mine.doc)
    .map(({ id, record, isGood }) => [id, record ? 'there' : 'gone', isGood])
    .sort()

test('without a change of one’s own there is no difference, whatever others did', () => {
  const { ana, bo, server } = refused(() => {})
  addNote(bo, 'new')
  bo.store.remove([delivery])
  expect(differenceOf(server().doc, ana.doc)).toEqual([])
})

test('new, changed and deleted records are found and put back, beside what others did meanwhile', () => {
  const note = shapeId('old')
  const { ana, bo, server } = refused(
    (me) => {
      addNote(me, 'mine', 'neu')
      score(me, delivery, { actual: 4.5 })
      move(me, delivery, 70, 80)
      me.store.remove([note])
    },
    (me) => addNote(me, 'old'),
  )
  score(bo, delivery, { channel: 'phone' })
  addNote(bo, 'theirs')
  const stored = server()
  expect(summaryOf(stored, ana)).toEqual([
    ['shape:mine', 'there', true],
    ['shape:old', 'gone', true],
    [delivery, 'there', true],
  ])
  putBack(stored.doc, differenceOf(stored.doc, ana.doc))
  expect(shape<NoteShape>(stored, shapeId('mine')).props.text).toBe('neu')
  expect(shape<TouchpointShape>(stored, delivery)).toMatchObject({
    x: 70,
    y: 80,
    props: { actual: 4.5, channel: 'phone' },
  })
  expect(stored.store.has(note)).toBe(false)
  expect(stored.store.has(shapeId('theirs'))).toBe(true)
})

test('what is put back is of this browser’s own new client, as any edit', () => {
  const { ana, server } = refused((me) => addNote(me, 'mine', 'neu'))
  const stored = server()
  const updates: Uint8Array[] = []
  stored.doc.on('update', (update: Uint8Array) => updates.push(update))
  putBack(stored.doc, differenceOf(stored.doc, ana.doc))
  expect(updates).toHaveLength(1)
  expect([...Y.parseUpdateMeta(updates[0] ?? new Uint8Array()).to.keys()]).toEqual([stored.doc.clientID])
})

test('a record that the schema refuses is named and not put back; the others are', () => {
  const { ana, server } = refused((me) => {
    addNote(me, 'good')
    addNote(me, 'bad')
    recordsOf(me.doc).get('shape:bad')?.set('place', ['page:page', 'a1', Number.NaN, 0, 0])
  })
  const stored = server()
  expect(summaryOf(stored, ana)).toEqual([
    ['shape:bad', 'there', false],
    ['shape:good', 'there', true],
  ])
  putBack(stored.doc, differenceOf(stored.doc, ana.doc))
  expect([stored.store.has(shapeId('good')), stored.store.has(shapeId('bad'))]).toEqual([true, false])
})

test('one’s own words come back into a text, on a line of their own where others have typed since', () => {
  const note = shapeId('shared')
  const scene = () =>
    refused(
      (me) => type(me, note, 'erst mein Gedanke'),
      (me) => addNote(me, 'shared', 'erst'),
    )
  const alone = scene()
  const stored = alone.server()
  putBack(stored.doc, differenceOf(stored.doc, alone.ana.doc))
  expect(shape<NoteShape>(stored, note).props.text).toBe('erst mein Gedanke')
  const both = scene()
  type(both.bo, note, 'erst Bos')
  const other = both.server()
  putBack(other.doc, differenceOf(other.doc, both.ana.doc))
  expect(shape<NoteShape>(other, note).props.text).toBe('erst Bos\nerst mein Gedanke')
})

test('characters that one has deleted are a difference, too', () => {
  const note = shapeId('shared')
  const { ana, server } = refused(
    (me) => type(me, note, 'kurz'),
    (me) => addNote(me, 'shared', 'kurz und lang'),
  )
  const stored = server()
  putBack(stored.doc, differenceOf(stored.doc, ana.doc))
  expect(shape<NoteShape>(stored, note).props.text).toBe('kurz')
})

test('what somebody has deleted meanwhile, or what is locked by now, is not put back', () => {
  const { ana, bo, server } = refused((me) => score(me, delivery, { actual: 4.5 }))
  bo.store.remove([delivery])
  expect(summaryOf(server(), ana)).toEqual([[delivery, 'there', false]])
  const locked = refused((me) => addNote(me, 'mine'))
  locked.bo.doc.transact(() => lockBoard(locked.bo.doc, true))
  expect(summaryOf(locked.server(), locked.ana)).toEqual([['shape:mine', 'there', false]])
})

test('a card comes back with the group it lies in, the group first', () => {
  const { ana, server } = refused((me) => {
    const card = addNote(me, 'a-card')
    reparent(me, card, addNote(me, 'z-group'))
  })
  const stored = server()
  putBack(stored.doc, differenceOf(stored.doc, ana.doc))
  expect(shape(stored, shapeId('a-card')).parentId).toBe('shape:z-group')
})

test('once all is put back there is no difference left', () => {
  const { ana, server } = refused((me) => {
    addNote(me, 'mine', 'neu')
    me.store.remove([delivery])
  })
  const stored = server()
  putBack(stored.doc, differenceOf(stored.doc, ana.doc))
  expect(shown(stored)).toEqual(shown(ana))
})
