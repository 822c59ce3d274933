// Silent writing on the server: who sees what before the round is revealed, and what is on the board afterwards.
import { expect, onTestFinished, test, vi } from 'vitest'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import { readRecord, recordsOf } from '#shared/board/document.ts'
import { RoundId } from '#shared/ids.ts'
import { DraftId } from '#shared/silence/drafts.ts'
import { eventually } from '#tests/support/eventually.ts'
import {
  ana,
  begin,
  bo,
  boardOf,
  draft,
  fay,
  live,
  oda,
  order,
  pain,
  roundId,
  workshopId,
} from './round-for-test.ts'

async function memory(): Promise<Storage> {
  const storage = await openSqlite(':memory:', { log: silentLog })
  onTestFinished(() => storage.close())
  return storage
}
const reveal = { type: 'silence.reveal', roundId } as const
const isOver = (storage: Storage) => eventually(() => storage.silence.unfinished()).toEqual([])

test('before the reveal neither the log nor the board has a word of it', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  const before = await boardOf(life)
  await life.silence.put(ana, roundId, draft('Niemand sagt Bescheid', pain))
  await life.silence.put(fay, roundId, draft('Auch die Leitung schreibt', pain))
  const log = JSON.stringify(await storage.facilitation.read(workshopId, 0))
  const { snapshot, tail } = await storage.board.load(workshopId)
  const board = Buffer.concat([snapshot?.bytes ?? [], ...tail.map(({ update }) => update)].map(Buffer.from))
  for (const word of ['Niemand', 'Leitung schreibt']) {
    expect(log).not.toContain(word)
    expect(board.includes(word)).toBe(false)
  }
  expect((await boardOf(life)).notes).toEqual(before.notes)
})

test('a writer finds their own notes again, and nobody else does', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  const mine = draft('meins', pain)
  await life.silence.put(ana, roundId, mine)
  await life.silence.put(ana, roundId, { ...mine, text: 'meins, anders' })
  await life.end()
  const { silence } = await live(storage)
  expect((await silence.state(ana)).drafts).toEqual([{ ...mine, text: 'meins, anders' }])
  for (const other of [bo, fay, oda]) expect((await silence.state(other)).drafts).toEqual([])
  expect(await silence.remove(bo, roundId, mine.draftId)).toMatchObject({ ok: true })
  expect((await silence.state(ana)).drafts).toHaveLength(1)
  await silence.remove(ana, roundId, mine.draftId)
  expect((await silence.state(ana)).drafts).toEqual([])
})

test('whoever comes back as a writer by a facilitator’s link finds none of their notes, and all are placed', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  await life.silence.put(ana, roundId, draft('vorher'))
  const command = { type: 'seat.take-up', personId: ana.personId, byId: null } as const
  const actor = { personId: null, role: 'server' } as const
  await life.rooms.submit(workshopId, { actor, commandId: null, command })
  expect(await life.silence.state(ana)).toEqual({ roundId, drafts: [] })
  expect(await life.silence.put(ana, roundId, draft('nachher'))).toMatchObject({ ok: true })
  await order(life.rooms, reveal)
  await isOver(storage)
  const { saying } = await boardOf(life)
  expect([saying('vorher'), saying('nachher')].map(({ length }) => length)).toEqual([1, 1])
})

test('an observer writes nothing, and nobody writes into a round that is not on', async () => {
  const life = await live(await memory())
  await begin(life)
  expect(await life.silence.put(oda, roundId, draft('x'))).toMatchObject({ code: 'not-allowed' })
  const other = RoundId.parse('b'.repeat(32))
  expect(await life.silence.put(ana, other, draft('x'))).toMatchObject({ code: 'not-now' })
  expect(await life.silence.remove(ana, other, DraftId.parse(crypto.randomUUID()))).toMatchObject({
    code: 'not-now',
  })
  const results = { workshopId, role: 'results', personId: null } as const
  expect(await life.silence.state(results)).toEqual({ roundId: null, drafts: [] })
  expect(await life.silence.put(results, roundId, draft('x'))).toMatchObject({ code: 'not-allowed' })
})

test('without names the board tells nothing of the writers, and the notes lie in their cells', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  const written = Array.from({ length: 12 }, (_, at) => draft(`still ${at}`, pain))
  for (const [at, one] of written.entries()) await life.silence.put(at % 2 ? ana : bo, roundId, one)
  await life.silence.put(
    ana,
    roundId,
    draft('mit Abteilung', { ...pain, departmentId: null, kind: 'evidence' }),
  )
  await life.silence.put(ana, roundId, draft('ohne Ort', { kind: 'opportunities' }))
  await order(life.rooms, reveal)
  await isOver(storage)
  const { doc, maps, notes, saying } = await boardOf(life)
  for (const { text } of written) {
    expect(saying(text)).toHaveLength(1)
    expect(saying(text)[0]).toMatchObject({ ...pain, kind: 'pain-points', departmentId: null })
  }
  // Its lane says what lies in it; outside of every map the writer does.
  expect(saying('mit Abteilung')[0]).toMatchObject({ ...pain, kind: 'pain-points' })
  expect(saying('ohne Ort')[0]).toMatchObject({ stageId: null, laneId: null, kind: 'opportunities' })
  const placed = notes.filter(({ text }) => /^still /.test(text))
  expect(placed.map(({ text }) => text)).not.toEqual(written.map(({ text }) => text))
  const bytes = Buffer.from(await life.boards.read(workshopId))
  for (const secret of [ana.personId, bo.personId, ...written.map(({ draftId }) => draftId)])
    expect(bytes.includes(secret)).toBe(false)
  // All of one client: the server's.
  const writers = new Set(placed.map(({ id }) => recordsOf(doc).get(id)?._item?.id.client))
  expect(writers.size).toBe(1)
  const records = placed.map(({ id }) => recordsOf(doc).get(id)?.get('$'))
  for (const record of records) expect(record).toMatchObject({ meta: {}, props: { authorId: null } })
  expect(maps).toHaveLength(1)
})

test('with names each note says who wrote it', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life, true)
  await life.silence.put(ana, roundId, draft('von Ana', pain))
  await life.silence.put(bo, roundId, draft('von Bo'))
  await order(life.rooms, reveal)
  await isOver(storage)
  const { doc, saying } = await boardOf(life)
  const author = (text: string) =>
    recordsOf(doc)
      .get(saying(text)[0]?.id ?? '')
      ?.get('$')
  expect(author('von Ana')).toMatchObject({ props: { authorId: ana.personId } })
  expect(author('von Bo')).toMatchObject({ props: { authorId: bo.personId } })
})

test('what lies below makes room, and nothing lies on anything', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  for (let at = 0; at < 6; at++) await life.silence.put(ana, roundId, draft(`Notiz ${at}`, pain))
  const laneY = async (lane: string) => {
    const record = readRecord(recordsOf((await boardOf(life)).doc).get(`shape:lane-${lane}`))
    return Number(record?.y)
  }
  const before = await laneY('opportunities')
  await order(life.rooms, reveal)
  await isOver(storage)
  expect(await laneY('opportunities')).toBeGreaterThan(before + 6 * 30)
})

test('every note that was taken while the round was revealed is on the board once, no other', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  const written = Array.from({ length: 40 }, (_, at) => draft(`zugleich ${at}`, pain))
  const answers = written.map((one, at) => life.silence.put(at % 2 ? ana : bo, roundId, one))
  const revealed = order(life.rooms, reveal)
  const taken = await Promise.all(answers)
  await revealed
  await isOver(storage)
  const { saying } = await boardOf(life)
  for (const [at, { text }] of written.entries()) expect(saying(text)).toHaveLength(taken[at]?.ok ? 1 : 0)
  expect(await life.silence.put(ana, roundId, draft('zu spät'))).toMatchObject({ code: 'not-now' })
})

test('what is being typed when the round is revealed still comes in for a moment, and then no more', async () => {
  const storage = await memory()
  const life = await live(storage, { graceMs: 300 })
  await begin(life)
  await order(life.rooms, reveal)
  expect(await life.silence.put(ana, roundId, draft('gerade noch', pain))).toMatchObject({ ok: true })
  await eventually(() => storage.silence.close(workshopId, roundId)).toBe('done')
  expect(await life.silence.put(ana, roundId, draft('zu spät', pain))).toMatchObject({ code: 'not-now' })
  const { saying } = await boardOf(life)
  expect([saying('gerade noch').length, saying('zu spät').length]).toEqual([1, 0])
})

test('nothing more comes into a round that is cancelled', async () => {
  const life = await live(await memory(), { graceMs: 60_000 })
  await begin(life)
  await order(life.rooms, { type: 'silence.cancel', roundId })
  expect(await life.silence.put(ana, roundId, draft('zu spät'))).toMatchObject({ code: 'not-now' })
})

test('a round that ends without being revealed leaves nothing', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  const before = await boardOf(life)
  await life.silence.put(ana, roundId, draft('verworfen', pain))
  await order(life.rooms, { type: 'silence.cancel', roundId })
  await isOver(storage)
  expect((await boardOf(life)).notes).toEqual(before.notes)
  expect(await storage.silence.drafts(workshopId, roundId)).toEqual([])
})

test('a round in which nobody wrote can be revealed', async () => {
  const storage = await memory()
  const life = await live(storage)
  await begin(life)
  const before = await boardOf(life)
  await order(life.rooms, reveal)
  await isOver(storage)
  expect(await storage.silence.close(workshopId, roundId)).toBe('done')
  expect((await boardOf(life)).notes).toEqual(before.notes)
})

test('counts come late, to each without their own, and asking again shows nothing earlier', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const life = await live(await memory(), { random: () => 0.5 })
  await begin(life)
  const told: number[] = []
  life.silence.onCounts((_, countsFor) => told.push(countsFor(ana.personId).others))
  expect(await life.silence.counts(workshopId, ana.personId)).toEqual({
    roundId,
    all: 0,
    others: 0,
    cells: [],
  })
  await life.silence.put(bo, roundId, draft('eins', pain))
  await life.silence.put(ana, roundId, draft('meins', pain))
  await vi.advanceTimersByTimeAsync(3_000)
  await life.silence.put(bo, roundId, draft('zwei'))
  expect((await life.silence.counts(workshopId, ana.personId))?.others).toBe(0)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1_500)
  await eventually(() => told).toEqual([2])
  const counts = await life.silence.counts(workshopId, ana.personId)
  expect(counts).toEqual({
    roundId,
    all: 3,
    others: 2,
    cells: [
      { stageId: null, laneId: null, count: 1 },
      { ...pain, count: 1 },
    ],
  })
  expect((await life.silence.counts(workshopId, oda.personId))?.others).toBe(3)
})
