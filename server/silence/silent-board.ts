// The one way from silent writing to the board, taken when a round is revealed.
import { randomBytes, randomInt } from 'node:crypto'
import * as Y from 'yjs'
import type { SilentBoard } from '#server/silence/silence.ts'
import {
  addRecord,
  type BoardRecord,
  changeRecord,
  readRecord,
  readRecords,
  recordsOf,
} from '#shared/board/document.ts'
import { ownShapesOf } from '#shared/board/own-shapes.ts'
import type { OwnShape } from '#shared/board/shapes.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { movedAround, placeNotes } from '#shared/silence/place-notes.ts'

type Boards = {
  read(workshopId: WorkshopId): Promise<Uint8Array>
  add(workshopId: WorkshopId, update: Uint8Array): Promise<void>
  write(workshopId: WorkshopId, change: (doc: Y.Doc) => void): Promise<void>
}

export function silentBoard(boards: Boards): SilentBoard {
  return {
    /**
     * Written in a document of its own: the update needs nothing of the board, carries a client id that nobody else
     * ever uses, and changes nothing when it comes again, even if somebody has deleted a note in between.
     */
    async placing(workshopId, drafts, withNames) {
      const board = docOf(await boards.read(workshopId))
      const shapes = ownShapesOf(board)
      const notes = placeNotes({ shapes, pageId: pageOf(board), drafts: shuffled(drafts), withNames, newId })
      board.destroy()
      return updateWith(notes)
    },

    async place(workshopId, placing) {
      const placed = docOf(placing)
      const ids = [...recordsOf(placed).keys()]
      placed.destroy()
      if (ids.length === 0) return
      await boards.add(workshopId, placing)
      await boards.write(workshopId, (doc) => layOutAround(doc, ids))
    },
  }
}

function updateWith(notes: readonly OwnShape[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const note of notes) addRecord(recordsOf(doc), recordOf(note))
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function layOutAround(doc: Y.Doc, ids: readonly string[]): void {
  const moved = movedAround(ownShapesOf(doc), pageOf(doc), ids)
  doc.transact(() => {
    for (const { id, x, y } of moved) {
      const entry = recordsOf(doc).get(id)
      const before = readRecord(entry)
      if (entry && before) changeRecord(entry, before, { ...before, x, y })
    }
  })
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

function pageOf(doc: Y.Doc): string {
  const pages = [...readRecords(doc).values()].filter(({ typeName }) => typeName === 'page')
  return pages.map(({ id }) => id).sort()[0] ?? 'page:page'
}

/** Fisher and Yates, with the system's random numbers. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items]
  const order: Item[] = []
  while (left.length > 0) order.push(...left.splice(randomInt(left.length), 1))
  return order
}

const newId = (): string => `shape:${randomBytes(12).toString('hex')}`

/** A shape has all that a record has. */
const recordOf = (shape: OwnShape): BoardRecord => ({ ...shape })
