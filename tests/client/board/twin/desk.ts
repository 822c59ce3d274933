// A person at the table of a board, without a browser: the document, its live shapes, the edits.
import { vi } from 'vitest'
import * as Y from 'yjs'
import { BoardEdits } from '#client/board/twin/edit-board.ts'
import { LiveShapes } from '#client/board/twin/live-shapes.ts'
import { boardOf, type TwinMap } from '#client/board/twin/twin-maps.ts'
import {
  addRecord,
  type BoardRecord,
  changeRecord,
  readRecord,
  readRecords,
  recordsOf,
} from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { seed } from '#tests/client/board/board-clients.ts'

export type Desk = {
  doc: Y.Doc
  live: LiveShapes
  edits: BoardEdits
  isFull: boolean
  isSilent: boolean
  map(): TwinMap
}

/** The frames of a page that nobody draws: what waits for one is asked for by `refresh`. */
export function withoutFrames(): void {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  vi.stubGlobal('cancelAnimationFrame', () => {})
}

export function desk(state: Uint8Array = seed(), { mayLock = false } = {}): Desk {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state, 'network')
  const live = new LiveShapes(doc)
  const made: Pick<Desk, 'isFull' | 'isSilent'> = { isFull: false, isSilent: false }
  const edits = new BoardEdits({
    doc,
    live,
    mayLock,
    onFull: () => {
      made.isFull = true
    },
    mayAddNotes: () => !made.isSilent,
  })
  const map = () => {
    live.refresh()
    const [first] = boardOf(live.now).maps
    if (!first) throw new Error('there is no map')
    return first
  }
  return Object.assign(made, { doc, live, edits, map })
}

/** Each takes what it lacks from the other. */
export function meet(one: Desk, other: Desk): void {
  for (const [to, from] of [
    [one, other],
    [other, one],
  ] as const)
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'network')
}

/** Written by somebody else, whatever it is. */
export function putByOthers({ doc, live }: Desk, record: BoardRecord): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const records = recordsOf(other)
  const entry = records.get(record.id)
  const before = readRecord(entry)
  other.transact(() => (entry && before ? changeRecord(entry, before, record) : addRecord(records, record)))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'network')
  live.refresh()
}
export function removeByOthers({ doc, live }: Desk, id: string): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  recordsOf(other).delete(id)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'network')
  live.refresh()
}

export const record = ({ doc }: Desk, id: string): BoardRecord | null => readRecord(recordsOf(doc).get(id))

/** Everything in the document that the schema would refuse. */
export const refusedRecords = ({ doc }: Desk): string[] =>
  [...readRecords(doc).values()].flatMap((each) => {
    const check = checkRecord(each)
    return check.ok ? [] : [check.reason]
  })
