// The layout of a map: cells grow with their cards, nothing overlaps, nothing is lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellPadding, columnWidth, emptyLaneHeight } from '#shared/board/card-size.ts'
import { cellAt, cellOf, isOrderKept, layoutMap, type MapCard, type MapParts } from '#shared/board/layout.ts'

const stages = [
  { id: 's1', title: 'Informieren', width: columnWidth },
  { id: 's2', title: 'Bestellen', width: columnWidth },
]
const lanes = [
  { id: 'touchpoints', kind: 'touchpoints', title: 'Touchpoints', minHeight: 0 },
  { id: 'emotion', kind: 'emotion', title: 'Emotion', minHeight: 0 },
  { id: 'pain', kind: 'pain-points', title: 'Schmerzpunkte', minHeight: 0 },
] as const
const card = (id: string, more: Partial<MapCard> = {}): MapCard => ({
  id,
  stageId: 's1',
  laneId: 'touchpoints',
  y: 0,
  height: () => 99,
  isTouchpoint: true,
  ...more,
})
const map = (...cards: MapCard[]): MapParts => ({ personas: [], stages, lanes, cards })

/** Where the second column begins. */
const secondColumn = 88 + columnWidth + 10

test("the first card lies 68 px under its stage's rule, the columns 182 px apart", () => {
  const { cards, stages: places } = layoutMap(map(card('a'), card('b', { stageId: 's2' })))
  expect(cards.get('a')).toEqual({ x: 88, y: 68, width: 172 })
  expect(cards.get('b')).toEqual({ x: 270, y: 68, width: 172 })
  expect(places.get('s1')).toEqual({ x: 88, y: 0, width: 172 })
})

test('cards of a cell stand in the order of their y, and the lane grows with them', () => {
  const { cards, lanes: rows } = layoutMap(map(card('late', { y: 90 }), card('early', { y: 10 })))
  expect(cards.get('early')?.y).toBe(68)
  expect(cards.get('late')?.y).toBe(68 + 99 + 12)
  expect(rows.get('touchpoints')?.height).toBe(cellPadding.top + 99 + 12 + 99 + cellPadding.bottom)
  expect(rows.get('pain')?.height).toBe(emptyLaneHeight)
})

test('a stage whose title needs three lines lowers the cards of all', () => {
  const long = {
    ...map(card('a')),
    stages: [{ id: 's1', title: 'Auf die Entscheidung warten', width: columnWidth }, ...stages.slice(1)],
  }
  expect(layoutMap(long).cards.get('a')?.y).toBe(68 + 2 * 26)
})

test('a card whose stage has gone stands in the first, and one whose lane has gone where its like stand', () => {
  expect(cellOf(card('a', { stageId: 'gone', laneId: 'gone' }), map())).toEqual({
    stageId: 's1',
    laneId: 'touchpoints',
  })
  expect(cellOf(card('n', { laneId: 'gone', isTouchpoint: false }), map())).toEqual({
    stageId: 's1',
    laneId: 'pain',
  })
  expect(cellOf(card('e', { laneId: 'emotion' }), map())?.laneId).toBe('touchpoints')
  expect(cellOf(card('a'), { stages: [], lanes })).toBe(null)
})

test('every point of the plane belongs to a cell, never to one of the emotion curve', () => {
  const parts = map(card('a'))
  const layout = layoutMap(parts)
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 2000 }), fc.integer({ min: -500, max: 2000 }), (x, y) => {
      const cell = cellAt({ x, y }, parts, layout)
      expect(cell?.laneId).not.toBe('emotion')
      // Half-way between two columns is still the left one's.
      expect(cell?.stageId).toBe(x <= secondColumn - 5 ? 's1' : 's2')
    }),
    { examples: [[secondColumn - 5, 0]] },
  )
})

test('laying out again changes nothing, and no two cards overlap', () => {
  const anyCard = fc.record({
    stageId: fc.constantFrom('s1', 's2', 'gone', null),
    laneId: fc.constantFrom('touchpoints', 'emotion', 'pain', 'gone', null),
    y: fc.integer({ min: -100, max: 900 }),
    tall: fc.integer({ min: 37, max: 300 }),
    isTouchpoint: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyCard, { maxLength: 12 }), (made) => {
      const cards = made.map((each, at) => ({ ...each, height: () => each.tall, id: `c${at}` }))
      const first = layoutMap(map(...cards))
      const moved = cards.map((each) => ({ ...each, y: first.cards.get(each.id)?.y ?? each.y }))
      expect(layoutMap(map(...moved))).toEqual(first)
      const boxes = moved.map((each) => ({ ...each, ...first.cards.get(each.id) }))
      for (const [at, one] of boxes.entries()) {
        expect(one.y + one.tall).toBeLessThanOrEqual(first.height)
        expect((one as { x?: number }).x ?? 0).toBeLessThanOrEqual(first.width - columnWidth)
        for (const other of boxes.slice(at + 1))
          if ((one as { x?: number }).x === (other as { x?: number }).x)
            expect(one.y >= other.y + other.tall || other.y >= one.y + one.tall).toBe(true)
      }
    }),
  )
})

test('where cards are moved past none of their cell, the layout is the same as before', () => {
  const y = fc.integer({ min: 0, max: 6 }) // few, so that many stand at the same height
  const column = {
    stageId: fc.constantFrom('s1', 's2', 'gone'),
    laneId: fc.constantFrom('touchpoints', 'pain'),
  }
  const cards = fc.array(fc.record({ ...column, y, to: y }), { minLength: 1, maxLength: 6 })
  let kept = 0
  fc.assert(
    fc.property(cards, fc.integer({ min: 1, max: 4 }), (made, moved) => {
      const at = (each: 'y' | 'to') =>
        map(
          ...made.map((one, i) =>
            card(`c${i}`, { ...one, y: i < moved ? one[each] : one.y, height: () => 40 + i }),
          ),
        )
      if (!isOrderKept(at('y'), at('to'))) return
      kept++
      expect(layoutMap(at('to'))).toEqual(layoutMap(at('y')))
    }),
  )
  expect(kept).toBeGreaterThan(0)
  // One that moves past another is noticed, and so is one that comes to stand beside it by the order of their ids.
  const before = map(card('a', { y: 5 }), card('b', { y: 9 }))
  expect(isOrderKept(before, map(card('a', { y: 10 }), card('b', { y: 9 })))).toBe(false)
  expect(isOrderKept(before, map(card('a', { y: 9 }), card('b', { y: 9 })))).toBe(true)
})
