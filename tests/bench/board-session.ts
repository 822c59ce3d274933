// Workload: five people fill a board together, through the binding that browsers use and stores as tldraw makes them.
import { mock } from 'node:test'
import { Store } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { bindStore } from '#client/board/binding/bind-store.ts'
import { boardSchema } from '#shared/board/schema.ts'
import {
  type CardShape,
  defaultProps,
  type NoteShape,
  type OwnShape,
  type TouchpointShape,
} from '#shared/board/shapes.ts'
import { type Client, change, client, move, seed } from '#tests/client/board/board-clients.ts'

export const session = { people: 5, shapes: 500, ticks: 60, typedShare: 0.6, deletedShare: 0.3 }
/** A pointer says where it is as often as the screen is drawn. */
const tickMs = 1000 / 60
const words = 'waiting for an answer'

export type Ended = { update: Uint8Array; structs: number }

/** `isHeldBack` false: every step of a drag is written, as by a binding that knows of no drags. */
export function boardSession({ isHeldBack }: { isHeldBack: boolean }): Ended {
  return inManualTime((pass) => {
    const people = atOneBoard(session.people)
    const made: { who: Client; card: CardShape; at: number }[] = []
    for (let from = 0; from < session.shapes; from += people.length) {
      const round = people.map((who, at) => ({ who, card: addCard(who, from + at), at: from + at }))
      made.push(...round)
      for (const { who } of round) who.isDragging = isHeldBack
      for (let tick = 1; tick <= session.ticks; tick++) {
        for (const { who, card, at } of round) move(who, card.id, at + tick * 3.25, at * 4 + tick * 1.5)
        pass(tickMs)
      }
      for (const { who } of round) release(who)
      for (let length = 1; length <= words.length; length++)
        for (const { who, card, at } of round)
          if (isAmong(at, session.typedShare)) write(who, card, words.slice(0, length))
    }
    for (const { who, card, at } of made)
      if (isAmong(at * 7, session.deletedShare)) who.store.remove([card.id])
    return endOf(people[0])
  })
}

/** How many messages a second one person sends who drags one card. */
export function dragTraffic(seconds: number): number {
  return inManualTime((pass) => {
    const [who] = atOneBoard(1)
    const { id } = addCard(who, 0)
    let messages = 0
    who.doc.on('update', () => messages++)
    who.isDragging = true
    for (let tick = 1; tick <= seconds * 60; tick++) {
      move(who, id, tick * 2.5, tick)
      pass(tickMs)
    }
    release(who)
    return messages / seconds
  })
}

/** By how many bytes a drag of many cards at once makes the document longer. */
export function draggedTogether({ shapes, ticks }: { shapes: number; ticks: number }): number {
  return inManualTime((pass) => {
    const [who] = atOneBoard(1)
    const cards = Array.from({ length: shapes }, (_, at) => addCard(who, at))
    const before = endOf(who).update.length
    who.isDragging = true
    for (let tick = 1; tick <= ticks; tick++) {
      const moved = cards.map((card, at) => ({ ...card, x: at + tick * 3.25, y: at * 4 + tick * 1.5 }))
      who.store.put(moved.map(asRecord))
      pass(tickMs)
    }
    release(who)
    return endOf(who).update.length - before
  })
}

/** What a browser does with the document that has come: into an empty document, from there into an empty store. */
export function loadBoard(update: Uint8Array): void {
  const doc = applied(update)
  // The store's props are the editor's business; none of them is used without one.
  const store = new Store({ schema: boardSchema, props: {} as TLStore['props'] }) as TLStore
  const refuse = (id: string, reason: string) => {
    throw new Error(`the board refuses ${id}: ${reason}`)
  }
  bindStore({ doc, store, onBadRecord: refuse })
}

/**
 * tldraw's validators look at NODE_ENV for every value. In a browser the bundler has written it in; to ask the process's
 * own environment takes longer than the check.
 */
export function asBundled(): void {
  process.env = { ...process.env, NODE_ENV: 'production' }
}

export function applied(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

function inManualTime<Result>(run: (pass: (ms: number) => void) => Result): Result {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    return run((ms) => mock.timers.tick(ms))
  } finally {
    mock.timers.reset()
  }
}

/** As long as Yjs draws them: half of a document can be such numbers. */
const clientId = (at: number) => 2_863_311_531 + at * 104_729

/** On a network that hands each change to everybody else at once. */
function atOneBoard(count: number): [Client, ...Client[]] {
  const state = seed('blank')
  const [first, ...others] = Array.from({ length: count }, (_, at) => client(clientId(at), state))
  if (!first) throw new Error('nobody came')
  const people = [first, ...others] as const
  for (const from of people)
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return
      for (const to of people) if (to !== from) Y.applyUpdate(to.doc, update, 'network')
    })
  return [first, ...others]
}

function release(who: Client): void {
  who.isDragging = false
  who.binding.flush()
}

const isAmong = (at: number, share: number) => at % 10 < share * 10

/** As the server keeps it: in a browser's own document undo holds on to what was overwritten. */
function endOf({ doc }: Client): Ended {
  const stored = applied(Y.encodeStateAsUpdate(doc))
  return { update: Y.encodeStateAsUpdate(stored), structs: structsOf(stored) }
}

function structsOf(doc: Y.Doc): number {
  return [...doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0)
}

/** Ids are as long as tldraw makes them. */
const idOf = (name: string, at: number) =>
  `shape:${name}${String(at).padStart(21 - name.length, '0')}` as OwnShape['id']

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const digit = (value: number) => digits.charAt(value % digits.length)

/** Touchpoints and notes by turns. */
function addCard(who: Client, at: number): CardShape {
  const base = {
    id: idOf('card', at),
    typeName: 'shape',
    parentId: 'page:page' as CardShape['parentId'], // tldraw brands its ids
    index: `b${digit(at / 62)}${digit(at)}` as CardShape['index'], // and its indices
    x: at,
    y: at * 4,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
  } as const
  const cell = {
    departmentId: 'customer-service',
    stageId: idOf('stage', at % 6),
    laneId: idOf('lane', at % 4),
  }
  const card: CardShape =
    at % 2 === 0
      ? {
          ...base,
          type: 'sticky-note',
          props: { ...defaultProps['sticky-note'], kind: 'pain-points', ...cell },
        }
      : { ...base, type: 'touchpoint', props: { ...defaultProps.touchpoint, target: 7.5, ...cell } }
  who.store.put([asRecord(card)])
  return card
}

function write(who: Client, { id, type }: CardShape, text: string): void {
  if (type === 'touchpoint')
    change<TouchpointShape>(who, id, ({ props }) => ({ props: { ...props, title: text } }))
  else change<NoteShape>(who, id, ({ props }) => ({ props: { ...props, text } }))
}

// tldraw's union of shapes does not know ours.
const asRecord = (card: CardShape): TLRecord => card as unknown as TLRecord
