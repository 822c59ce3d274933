// How sessions left the board: the state kept at each one's end, read once, and nothing where none was kept of it.
import { expect, test } from 'vitest'
import { done } from '#server/http/answer.ts'
import { createPastBoards } from '#server/results/past-boards.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import type { Session } from '#shared/facilitation/sessions.ts'
import { minute, noon } from '#tests/shared/facilitation/scene.ts'
import { workshopId } from '#tests/shared/results/sample-results.ts'

const session = (number: number, startedAt: number, endedAt: number | null): Session => ({
  number,
  startedAt,
  endedAt,
  attended: [],
  agenda: null,
  archive: null,
})
const entry = (entryId: string, at: number): HistoryEntry => ({
  entryId,
  kind: 'agenda-ends',
  name: null,
  itemTitle: null,
  personId: null,
  at,
})

/** `entries` newest first, as the history lists them. Each board is said to have its entry's id as its only touchpoint. */
function pastBoards(entries: readonly HistoryEntry[]) {
  const read: string[] = []
  let failures = 0
  const of = createPastBoards({
    history: {
      list: async () => [...entries],
      bytes: async (_, entryId) => done(new TextEncoder().encode(entryId)),
    },
    reader: {
      touchpoints: async (bytes) => {
        if (failures-- > 0) throw new Error('The thread has ended.')
        const id = new TextDecoder().decode(bytes)
        read.push(id)
        return new Map([[id, { actual: 5, departmentId: null }]])
      },
    },
  })
  return {
    read,
    failOnce: () => {
      failures = 1
    },
    of: async (...all: Session[]) => {
      const boards = await of(workshopId, { plannedFor: null, all })
      return [...boards].map(([number, touchpoints]) => [number, ...touchpoints.keys()])
    },
  }
}

const [first, second] = [
  session(1, noon, noon + 60 * minute),
  session(2, noon + 600 * minute, noon + 660 * minute),
]
const entries = [
  entry('later', noon + 800 * minute),
  entry('end-2', noon + 660 * minute + 900),
  entry('item-2', noon + 610 * minute),
  entry('between', noon + 300 * minute),
  entry('end-1', noon + 60 * minute + 40),
  entry('item-1', noon),
]

test('of each session that is over, the last state kept of it is read, also one stored a moment after its end', async () => {
  expect(await pastBoards(entries).of(first, second)).toEqual([
    [1, 'end-1'],
    [2, 'end-2'],
  ])
})

test('a session that ends seconds after another does not pass for it', async () => {
  const [short, next] = [session(1, noon, noon + 2000), session(2, noon + 3000, noon + 5000)]
  const kept = [entry('end-2', noon + 5040), entry('end-1', noon + 2040)]
  expect(await pastBoards(kept).of(short, next)).toEqual([
    [1, 'end-1'],
    [2, 'end-2'],
  ])
})

test('a session of which nothing was kept has no board, and one that runs has none yet', async () => {
  expect(await pastBoards([entry('before', noon - minute)]).of(first)).toEqual([])
  expect(await pastBoards(entries).of(session(1, noon, null))).toEqual([])
  expect(await pastBoards([]).of()).toEqual([])
})

test('a state that was read is not read again, by two at once neither', async () => {
  const boards = pastBoards(entries)
  await Promise.all([boards.of(first), boards.of(first, second)])
  await boards.of(first, second)
  expect(boards.read).toEqual(['end-1', 'end-2'])
})

test('a state that could not be read is read the next time', async () => {
  const boards = pastBoards(entries)
  boards.failOnce()
  await expect(boards.of(first)).rejects.toThrow('The thread has ended.')
  expect(await boards.of(first)).toEqual([[1, 'end-1']])
})
