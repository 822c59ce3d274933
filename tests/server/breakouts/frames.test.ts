// The frames of breakout groups on the board: there once, below what lies there, named like their groups.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createGroupFrames } from '#server/breakouts/frames.ts'
import { silentLog } from '#server/log.ts'
import { addRecord, type BoardRecord, readRecords, recordsOf } from '#shared/board/document.ts'
import { checkRecord } from '#shared/board/schema.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { ShapeId, WorkshopId } from '#shared/ids.ts'

const workshopId = WorkshopId.parse('0123456789ab')
const [left, right] = ['shape:left', 'shape:right'].map((id) => ShapeId.parse(id)) as [ShapeId, ShapeId]
const started: Event = { type: 'breakout.started', endsAt: 1, at: 0 }

function setUp({ failures = 0 } = {}) {
  const doc = new Y.Doc()
  addRecord(recordsOf(doc), { id: 'page:page', typeName: 'page', name: 'Board', index: 'a1', meta: {} })
  const note = {
    id: 'shape:drawn',
    typeName: 'shape',
    type: 'frame',
    parentId: 'page:page',
    index: 'a2',
    x: 0,
    y: 500,
  }
  addRecord(recordsOf(doc), {
    ...note,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { w: 300, h: 200, name: '', color: 'black' },
  })
  let groups = [
    { frameId: left, title: 'Verfügbarkeit', members: [] },
    { frameId: right, title: 'Störung', members: [] },
  ]
  let startedAt: number | null = 0
  let listener: (events: Event[]) => void = () => {}
  const frames = createGroupFrames({
    boards: {
      write: async (_id, change) => {
        if (failures-- > 0) throw new Error('The disk is full.')
        change(doc)
      },
    },
    log: { ...silentLog, bug: () => 'bug-1' },
  })
  frames.serve({
    state: async () => ({
      workshop: {
        ...emptyWorkshop,
        breakouts: { groups, startedAt, endsAt: 1, backAt: null, endedAt: null },
      },
    }),
    onStored: (next) => {
      listener = (events) => next(workshopId, 1, events)
      return () => {}
    },
  })
  const record = (id: string): BoardRecord | undefined => readRecords(doc).get(id)
  return {
    doc,
    record,
    frames,
    happens: (event: Event) => listener([event]),
    prepareOnly: () => (startedAt = null),
    rename: (title: string) => (groups = groups.map((group) => ({ ...group, title }))),
    count: () => readRecords(doc).size,
  }
}

test('each group has one below everything else, of the board’s schema, side by side', async () => {
  const board = setUp()
  board.happens(started)
  await expect.poll(() => board.count()).toBe(4)
  const [one, other] = [board.record(left), board.record(right)]
  for (const frame of [one, other]) expect(frame && checkRecord(frame)).toMatchObject({ ok: true })
  expect(one?.y).toBeGreaterThanOrEqual(700)
  expect(one?.y).toBe(other?.y)
  expect(Number(other?.x)).toBeGreaterThan(Number(one?.x) + 900)
  expect(one?.props).toMatchObject({ name: 'Verfügbarkeit' })
})

test('a step that comes again puts nothing there twice, and a renamed group renames its frame', async () => {
  const board = setUp()
  board.happens(started)
  board.happens(started)
  board.rename('Neu')
  board.happens({ type: 'breakout.renamed', frameId: left, title: 'Neu' })
  await expect.poll(() => board.record(left)?.props).toMatchObject({ name: 'Neu' })
  expect(board.count()).toBe(4)
  await board.frames.close()
})

test('groups that are only being made have none yet', async () => {
  const board = setUp()
  board.prepareOnly()
  board.happens({ type: 'breakout.moved', personId: 'ana0000000000000' as never, frameId: left })
  await board.frames.close()
  expect(board.count()).toBe(2)
})

test('a board that cannot be written is tried again with the next step', async () => {
  const board = setUp({ failures: 1 })
  board.happens(started)
  board.happens({ type: 'breakout.extended', endsAt: 2 })
  await expect.poll(() => board.count()).toBe(4)
  await board.frames.close()
})
