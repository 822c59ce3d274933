// The binding between store and document, as several people use it at once.
import type { TLRecord } from '@tldraw/tlschema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addRecord, recordsOf } from '#shared/board/document.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { checkRecord } from '#shared/board/schema.ts'
import type { NoteShape, TouchpointShape } from '#shared/board/shapes.ts'
import {
  addMap,
  addNote,
  addStage,
  type Client,
  client,
  meet,
  meetAll,
  move,
  reparent,
  score,
  seed,
  shape,
  shapeId,
  shown,
  take,
  type,
  written,
} from './board-clients.ts'

const delivery = shapeId('touchpoint-delivery')
const two = (): [Client, Client] => {
  const state = seed()
  return [client(1, state), client(2, state)]
}

test('a store shows exactly what the document says', () => {
  const [ana] = two()
  expect(shown(ana)).toEqual(written(ana))
  expect(Object.keys(shown(ana)).length).toBeGreaterThan(30)
})

test('a change by one is seen by the other, and is not sent back', () => {
  const [ana, bo] = two()
  score(ana, delivery, { actual: 3.4 })
  let sent = 0
  bo.doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'network') sent++
  })
  take(bo, ana)
  expect(shape<TouchpointShape>(bo, delivery).props.actual).toBe(3.4)
  expect(sent).toBe(0)
})

test('different props of one card changed at once are both kept', () => {
  const [ana, bo] = two()
  score(ana, delivery, { actual: 3.4 })
  score(bo, delivery, { channel: 'phone' })
  move(bo, delivery, 700, 300)
  meet(ana, bo)
  for (const each of [ana, bo])
    expect(shape<TouchpointShape>(each, delivery)).toMatchObject({
      x: 700,
      y: 300,
      props: { actual: 3.4, channel: 'phone' },
    })
})

test('two people typing in one note lose no character', () => {
  const [ana, bo] = two()
  const note = addNote(ana, 'shared', 'warten')
  meet(ana, bo)
  type(ana, note, 'lange warten')
  type(bo, note, 'warten müssen')
  meet(ana, bo)
  for (const each of [ana, bo]) expect(shape<NoteShape>(each, note).props.text).toBe('lange warten müssen')
})

test('every character that anybody types into one text arrives', () => {
  const edits = fc.array(
    fc.record({
      who: fc.nat(1),
      at: fc.nat(),
      letter: fc.constantFrom('a', 'ß', '漢', '🙂'),
      isMet: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(edits, (all) => {
      const clients = two()
      const note = addNote(clients[0], 'shared')
      meet(...clients)
      for (const { who, at, letter, isMet } of all) {
        const writer = clients[who] ?? clients[0]
        const letters = [...shape<NoteShape>(writer, note).props.text]
        letters.splice(at % (letters.length + 1), 0, letter)
        type(writer, note, letters.join(''))
        if (isMet) meet(...clients)
      }
      meet(...clients)
      const [ana, bo] = clients.map((each) => shape<NoteShape>(each, note).props.text)
      expect(ana).toBe(bo)
      expect([...(ana ?? '')].sort()).toEqual(all.map(({ letter }) => letter).sort())
    }),
    { numRuns: 60 },
  )
})

test('two people adding a stage at once both succeed', () => {
  const [ana, bo] = two()
  addStage(ana, 'stage-ana')
  addStage(bo, 'stage-bo')
  meet(ana, bo)
  for (const { doc } of [ana, bo]) {
    const titles = readBoard(doc).maps[0]?.stages.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['stage-ana', 'stage-bo']))
    expect(titles).toHaveLength(8)
  }
})

test('a card deleted while somebody edits it stays deleted', () => {
  const [ana, bo] = two()
  ana.store.remove([delivery])
  score(bo, delivery, { actual: 9 })
  meet(ana, bo)
  for (const each of [ana, bo]) expect(each.store.has(delivery)).toBe(false)
})

test('two groups moved into each other at once leave a tree, the same for everybody and for newcomers', () => {
  const [ana, bo] = two()
  const [one, other] = [addNote(ana, 'one'), addNote(ana, 'two')]
  meet(ana, bo)
  reparent(ana, one, other)
  reparent(bo, other, one)
  meet(ana, bo)
  expect(shown(ana)).toEqual(shown(bo))
  expect(shape(ana, one).parentId).toBe('page:page')
  expect(shape(ana, other).parentId).toBe(one)
  expect(shown(client(3, Y.encodeStateAsUpdate(ana.doc)))).toEqual(shown(ana))
})

test('a card moved into a map that is deleted meanwhile lies on the page', () => {
  const [ana, bo] = two()
  const note = addNote(bo, 'late')
  meet(ana, bo)
  ana.store.remove([shapeId('map')])
  reparent(bo, note, shapeId('map'))
  meet(ana, bo)
  for (const each of [ana, bo]) expect(shape(each, note).parentId).toBe('page:page')
})

test('a record that the schema refuses is left out and reported, and the rest goes on', () => {
  const [ana, bo] = two()
  const good = { ...shape<NoteShape>(ana, addNote(ana, 'good', 'da')) }
  ana.doc.transact(() => addRecord(recordsOf(ana.doc), { ...good, id: 'shape:bad', x: Number.NaN }), 'attack')
  take(bo, ana)
  expect(bo.bad).toEqual(['shape:bad'])
  expect(bo.store.has(shapeId('bad'))).toBe(false)
  expect(shape<NoteShape>(bo, good.id).props.text).toBe('da')
})

test('a drag is written when the pointer comes up, and meanwhile keeps what others do to the card', () => {
  const [ana, bo] = two()
  ana.isDragging = true
  move(ana, delivery, 10, 10)
  expect(shape(bo, delivery).x).not.toBe(10)
  score(bo, delivery, { actual: 2 })
  move(ana, delivery, 20, 20)
  take(ana, bo)
  expect(shape<TouchpointShape>(ana, delivery)).toMatchObject({ x: 20, y: 20, props: { actual: 2 } })
  ana.isDragging = false
  ana.binding.flush()
  take(bo, ana)
  expect(shown(bo)).toEqual(shown(ana))
})

describe('whatever several people do, with a network that loses and delays', () => {
  const step = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom(
      'note',
      'stage',
      'type',
      'score',
      'move',
      'reparent',
      'remove',
      'undo',
      'redo',
      'mark',
      'meet',
    ),
    which: fc.nat(),
    other: fc.nat(),
    value: fc.nat(100),
  })

  const act = (
    clients: Client[],
    { who, what, which, other, value }: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
    at: number,
  ) => {
    const me = clients[who % clients.length]
    if (!me) return
    const shapes = me.store.allRecords().flatMap((record) => (record.typeName === 'shape' ? [record.id] : []))
    const target = shapes[which % Math.max(1, shapes.length)]
    const parent = shapes[other % Math.max(1, shapes.length)]
    if (what === 'note') addNote(me, `n${at}`, String(value))
    else if (what === 'stage' && me.store.has(shapeId('map'))) addStage(me, `s${at}`)
    else if (what === 'undo') me.undo.undo()
    else if (what === 'redo') me.undo.redo()
    else if (what === 'mark') me.undo.mark(`m${at}`)
    else if (what === 'meet') meet(me, clients[(who + 1) % clients.length] ?? me)
    else if (!target || !parent) return
    else if (what === 'move') move(me, target, value, value)
    else if (what === 'reparent' && !isBelow(me, parent, target)) reparent(me, target, parent)
    else if (what === 'remove') me.store.remove(shapes.filter((id) => isBelow(me, id, target)))
    else if (what === 'type' && me.store.get(target)?.type === 'sticky-note') type(me, target, `x${value}`)
    else if (what === 'score' && me.store.get(target)?.type === 'touchpoint')
      score(me, target, { actual: value / 10 })
  }
  /** tldraw lets nobody move a shape into itself, and removes a shape with all that lies in it. */
  const isBelow = (me: Client, id: string, ancestor: string): boolean => {
    const parent = parentOf(shown(me)[id])
    return id === ancestor || (parent !== undefined && isBelow(me, parent, ancestor))
  }

  test('all end equal, as a tree, with valid records only', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const founder = client(7, seed('blank'))
        addMap(founder)
        const state = Y.encodeStateAsUpdate(founder.doc)
        const clients = [1, 2, 3].map((id) => client(id, state))
        for (const [at, each] of steps.entries()) act(clients, each, at)
        meetAll(clients)
        const [ana, ...others] = clients
        if (!ana) return
        for (const each of others) expect(shown(each)).toEqual(shown(ana))
        expect(shown(ana)).toEqual(written(ana))
        expect(shown(client(9, Y.encodeStateAsUpdate(ana.doc)))).toEqual(shown(ana))
        for (const record of Object.values(shown(ana))) {
          expect(checkRecord({ ...record })).toMatchObject({ ok: true })
          if (record.typeName === 'shape') expect(isRooted(ana, record.id)).toBe(true)
        }
      }),
      { numRuns: 80 },
    )
  })

  const isRooted = (me: Client, id: string): boolean => {
    const records = shown(me)
    const seen = new Set<string>()
    let at: string | undefined = id
    while (at?.startsWith('shape:') && !seen.has(at)) {
      seen.add(at)
      at = parentOf(records[at])
    }
    return at === 'page:page'
  }
})

const parentOf = (record: TLRecord | undefined): string | undefined =>
  record && 'parentId' in record ? String(record.parentId) : undefined
