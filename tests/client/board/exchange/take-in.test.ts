// What comes in goes below and above everything there is, with the departments of this workshop.
import { expect, test } from 'vitest'
import { countsOf, departmentHere, type ExchangeBoard, takeIn } from '#client/board/exchange/take-in.ts'
import { BoardFile } from '#shared/board/board-file.ts'
import { elementsTooMany } from '#shared/board/page-limit.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

const ours = [
  { departmentId: 'it', title: 'IT & Produkt' },
  { departmentId: 'kundendienst', title: 'Kundenservice' },
]
const file = BoardFile.parse({
  format: 'runde-board',
  version: 1,
  title: 'Fremd',
  departments: [
    { departmentId: 'it', title: 'Technik' },
    { departmentId: 'service', title: 'KUNDENSERVICE' },
    { departmentId: 'legal', title: 'Recht' },
  ],
  maps: [
    {
      title: 'Reise',
      stages: [{ id: 's', title: 'Kauf' }],
      lanes: [{ id: 'l', title: 'Touchpoints', kind: 'touchpoints' }],
      cards: ['it', 'service', 'legal', null].map((departmentId) => ({
        type: 'touchpoint',
        stageId: 's',
        laneId: 'l',
        title: String(departmentId),
        departmentId,
      })),
    },
  ],
  loose: [{ type: 'cluster', x: 0, y: -400, title: 'Ideen', notes: [{ text: 'a' }, { text: 'b' }] }],
})

/** A board that keeps what it is given. */
function boardWith(shapes: OwnShape[]): ExchangeBoard & { kept: OwnShape[] } {
  let count = 0
  const kept = [...shapes]
  return {
    kept,
    pageId: 'page:page',
    newId: () => `shape:new-${shapes.length}-${++count}`,
    shapes: () => kept,
    elements: () => kept.length,
    apply(_step, { put }) {
      kept.push(...put)
      return true
    },
  }
}
const topsOf = (shapes: readonly OwnShape[]) => shapes.filter(({ parentId }) => parentId === 'page:page')

test('a department is the one with that id here, else the one with that title, else none', () => {
  const here = departmentHere(file.departments, ours)
  expect(['it', 'service', 'legal', 'unknown'].map(here)).toEqual(['it', 'kundendienst', null, null])
})

test('onto an empty board it comes at its beginning, each card with a department of this workshop', () => {
  const board = boardWith([])
  expect(takeIn(board, file, ours)).toBe(true)
  const tops = topsOf(board.kept)
  expect([Math.min(...tops.map(({ x }) => x)), Math.min(...tops.map(({ y }) => y))]).toEqual([0, 0])
  const departments = board.kept.flatMap((shape) =>
    shape.type === 'touchpoint' ? shape.props.departmentId : [],
  )
  expect(departments).toEqual(['it', 'kundendienst', null, null])
})

test('taken in twice, the second lies below the first and overlaps nothing', () => {
  const board = boardWith([])
  takeIn(board, file, ours)
  const first = topsOf(board.kept)
  const lowest = Math.max(...first.map(({ y }) => y))
  takeIn(board, file, ours)
  const second = topsOf(board.kept).filter((shape) => !first.includes(shape))
  expect(second).toHaveLength(first.length)
  for (const { y, index } of second) {
    expect(y).toBeGreaterThan(lowest + 100)
    expect(first.every((shape) => shape.index < index)).toBe(true)
  }
  expect(new Set(board.kept.map(({ id }) => id)).size).toBe(board.kept.length)
})

test('a board that would not take it says so', () => {
  expect(takeIn({ ...boardWith([]), apply: () => false }, file, ours)).toBe(false)
})

test('counts are what people see, and the limit is the page’s', () => {
  expect(countsOf(file)).toEqual({ maps: 1, personas: 0, stages: 1, lanes: 1, touchpoints: 4, notes: 2 })
  expect([elementsTooMany(0, 4000), elementsTooMany(3990, 12)]).toEqual([0, 2])
})
