// Two and three people at one board do what lots say, over lines that delay, repeat and fail: at the end all have the same.
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createBoards } from '#server/board/boards.ts'
import { silentLog } from '#server/log.ts'
import { readRecords } from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'
import { PersonId } from '#shared/ids.ts'
import { client, seed, shown, written } from '#tests/client/board/board-clients.ts'
import { MemoryStore, workshopId } from '#tests/server/board/serve-board.ts'
import { actByLot, type Doer, type Lot, lotOf } from '#tests/support/board-actions.ts'
import { BoardLine } from '#tests/support/board-line.ts'

/** More by `BOARD_SEEDS=2000 vitest run tests/integration/board-fuzz.test.ts`. */
const seeds = Number(process.env.BOARD_SEEDS ?? 200)
const steps = 100

type Person = { personId: PersonId; doer: Doer; line: BoardLine; copy: Uint8Array; lives: number }

const store = new MemoryStore()
const boards = createBoards({ storage: store, log: silentLog })
afterAll(() => boards.close())

test.each(Array.from({ length: Math.ceil(seeds / 20) }, (_, at) => at * 20))(
  'from seed %i on, twenty boards end equal, as trees, with nothing that a store refuses',
  async (from) => {
    for (let at = from; at < Math.min(seeds, from + 20); at++) await play(at)
  },
)

async function play(number: number): Promise<void> {
  const lot = lotOf(number)
  const board = boardOf(number)
  await boards.found(board, seed(lot.of(['complaint', 'blank'])))
  const start = await boards.read(board)
  const people = Array.from({ length: 2 + (number % 2) }, (_, at) => sitDown(board, number, at, start))
  for (const { line } of people) await line.connect()
  for (let step = 0; step < steps; step++) {
    const me = lot.of(people)
    if (!me) break
    if (lot.number(4) > 0) actByLot(me.doer, lot)
    else await happen(me, people, lot, board, number)
    if (lot.number(3) === 0) me.line.deliver(1 + lot.number(4))
    if (lot.number(12) === 0) await turn()
  }
  await settle(people)
  judge(people, board, number)
}

/** What befalls a line or a page. */
async function happen(me: Person, people: Person[], lot: Lot, board: typeof workshopId, number: number) {
  switch (lot.number(6)) {
    case 0:
      me.line.cut()
      break
    case 1:
      if (!me.line.isConnected) await me.line.connect()
      break
    case 2:
      me.line.repeat()
      break
    case 3:
      me.copy = Y.encodeStateAsUpdate(me.doer.doc)
      break
    case 4: {
      // The page is loaded again, from what the device has kept by then.
      if (lot.number(3) > 0) break
      me.line.cut()
      me.doer.binding.dispose()
      people[people.indexOf(me)] = sitDown(board, number, people.indexOf(me), me.copy, me.lives + 1)
      break
    }
    default:
      me.line.deliver(100)
  }
}

async function settle(people: readonly Person[]): Promise<void> {
  for (const { doer, line } of people) {
    doer.isDragging = false
    doer.binding.flush()
    if (!line.isConnected && line.refusal === null) await line.connect()
  }
  for (let calm = 0; calm < 6; ) {
    for (const { line } of people) line.deliver(1000)
    await turn()
    calm = people.every(({ line }) => line.isIdle) ? calm + 1 : 0
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

function judge(people: readonly Person[], board: typeof workshopId, number: number): void {
  const about = `seed ${number}`
  expect(
    people.map(({ line }) => line.refusal),
    about,
  ).toEqual(people.map(() => null))
  const newcomer = client(99, Y.encodeStateAsUpdate(store.stored(board)))
  const all = shown(newcomer)
  for (const { doer } of people) {
    expect(doer.bad, about).toEqual([])
    expect(shown(doer), about).toEqual(all)
  }
  expect(newcomer.bad, about).toEqual([])
  expect(written(newcomer), about).toEqual(all)
  for (const record of readRecords(newcomer.doc).values())
    expect(checkRecord(record), `${about}: ${record.id}`).toMatchObject({ ok: true })
  for (const id of Object.keys(all)) expect(isRooted(all, id), `${about}: ${id}`).toBe(true)
}

/** No orphan and no cycle: whoever goes up from it comes to the page. */
function isRooted(records: ReturnType<typeof shown>, id: string): boolean {
  const seen = new Set<string>()
  for (let at = id; records[at]?.typeName === 'shape'; ) {
    if (seen.has(at)) return false
    seen.add(at)
    const record = records[at]
    at = record && 'parentId' in record ? String(record.parentId) : ''
    if (!(at in records)) return false
  }
  return true
}

function sitDown(board: typeof workshopId, number: number, at: number, state: Uint8Array, lives = 0): Person {
  const name = `${'abc'[at]}${lives}-`
  const made = client(1000 + number * 100 + at * 30 + lives, state)
  const doer = Object.assign(made, { name, made: 0 })
  const personId = PersonId.parse(`${'abc'[at]}${'0'.repeat(15)}`)
  const line = new BoardLine({ boards, workshopId: board, personId, doc: doer.doc })
  return { personId, doer, line, copy: state, lives }
}

const boardOf = (number: number) =>
  workshopId.slice(0, 6).concat(String(number).padStart(6, '0')) as typeof workshopId // as long as one
