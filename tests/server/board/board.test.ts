// One board and its sockets: presence costs no writes of its own where edits go out anyway, and always arrives.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Board } from '#server/board/board.ts'
import { Contents } from '#server/board/contents.ts'
import type { Member } from '#server/board/outbox.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import { addSticky, updatesOf } from './sample-records.ts'
import { ana, bo, workshopId } from './serve-board.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Keeps what is written to it. */
class SeenMember implements Member {
  readonly personId
  readonly clientId
  readonly mayLock = false
  isSynced = true
  readonly writes: string[] = []

  constructor(personId: Member['personId'], clientId: number) {
    this.personId = personId
    this.clientId = clientId
  }

  send(pieces: readonly Buffer[]): void {
    this.writes.push(Buffer.concat(pieces).toString('latin1'))
  }
  sendAnswer(): void {}
  close(): void {}
}

/** A board with a mover and a reader whose turns are taken at once. */
function twoPeople() {
  const board: Board = new Board(workshopId, new Contents({ snapshot: null, tail: [] }), {
    wake: () => board.flush(),
    now: Date.now,
  })
  const mover = new SeenMember(ana, 1)
  const reader = new SeenMember(bo, 2)
  board.join(mover)
  board.join(reader)
  reader.writes.length = 0
  let clock = 0
  const move = (x: number) => {
    clock++
    board.putPresence(mover, { clientId: 1, clock, state: Buffer.from(JSON.stringify({ x })) })
  }
  const doc = new Y.Doc()
  const edit = () => {
    const [update] = updatesOf(doc, () => addSticky(doc, 'note'))
    if (!update) throw new Error('one update')
    board.take(mover, update, scanUpdate(update, { maxStructs: 10 }), { saved: () => {}, lost: () => {} })
    board.startWriting()
    board.finishWriting()
    board.flush()
  }
  return { reader, move, edit }
}

test('presence goes out at once after a pause', () => {
  const { reader, move } = twoPeople()
  move(1)
  expect(reader.writes).toEqual([expect.stringContaining('"x":1')])
})

test('presence that comes right after is superseded by the next and goes out when it has waited', () => {
  const { reader, move } = twoPeople()
  move(1)
  move(2)
  move(3)
  expect(reader.writes).toHaveLength(1)
  vi.advanceTimersByTime(40)
  expect(reader.writes).toEqual([expect.anything(), expect.stringContaining('"x":3')])
  expect(reader.writes.at(-1)).not.toContain('"x":2')
})

test('presence rides with an edit, in one write', () => {
  const { reader, move, edit } = twoPeople()
  move(1)
  move(2)
  edit()
  expect(reader.writes).toEqual([expect.anything(), expect.stringMatching(/note.*"x":2/s)])
})

test('presence that comes after the edit that took the one before along arrives as well', () => {
  const { reader, move, edit } = twoPeople()
  move(1)
  move(2)
  vi.advanceTimersByTime(20)
  edit()
  move(3)
  vi.advanceTimersByTime(60)
  expect(reader.writes.at(-1)).toContain('"x":3')
})
