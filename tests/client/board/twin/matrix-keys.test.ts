// The keys of the matrix: between cells, into their cards, and what moves.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type MatrixGrid,
  type MatrixKey,
  type MatrixPlace,
  matrixAction,
  settleIn,
} from '#client/board/twin/matrix/matrix-keys.ts'

const cells: Record<string, string[]> = { 'one touch': ['a', 'b'], 'two touch': ['c'], 'one pain': ['p'] }
const grid: MatrixGrid = {
  stages: ['one', 'two'],
  lanes: [
    { id: 'touch', isEmotion: false },
    { id: 'curve', isEmotion: true },
    { id: 'pain', isEmotion: false },
  ],
  cardsIn: (stageId, laneId) => cells[`${stageId} ${laneId}`] ?? [],
}
const at = (laneId: string | null, stageId: string | null, card: string | null = null): MatrixPlace => ({
  laneId,
  stageId,
  card,
})
const press = (key: string, place: MatrixPlace, held: Partial<MatrixKey> = {}) =>
  matrixAction({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, place, grid)
const leads = (key: string, from: MatrixPlace, to: MatrixPlace, held?: Partial<MatrixKey>) =>
  expect(press(key, from, held)).toEqual({ type: 'focus', place: to })

describe('arrows', () => {
  test('go from cell to cell and into the heads', () => {
    leads('ArrowRight', at('touch', 'one'), at('touch', 'two'))
    leads('ArrowLeft', at('touch', 'one'), at('touch', null))
    leads('ArrowUp', at('touch', 'one'), at(null, 'one'))
    leads('ArrowDown', at('touch', 'one'), at('curve', 'one'))
    leads('ArrowDown', at('pain', 'one'), at('pain', 'one'))
    leads('ArrowRight', at('touch', null), at('touch', 'two'), { ctrlKey: true })
  })
  test('go from card to card in a cell, and sideways to the card at the same height', () => {
    leads('ArrowDown', at('touch', 'one', 'a'), at('touch', 'one', 'b'))
    leads('ArrowDown', at('touch', 'one', 'b'), at('touch', 'one', 'b'))
    leads('ArrowUp', at('touch', 'one', 'a'), at('touch', 'one'))
    leads('ArrowRight', at('touch', 'one', 'b'), at('touch', 'two', 'c'))
    leads('ArrowLeft', at('touch', 'one', 'a'), at('touch', null))
    leads('ArrowRight', at('pain', 'one', 'p'), at('pain', 'two'))
  })
})

test('Enter goes into the cards, makes the first one, or opens; Esc goes back to the cell', () => {
  leads('Enter', at('touch', 'one'), at('touch', 'one', 'a'))
  expect(press('Enter', at('pain', 'two'))).toEqual({ type: 'add-card' })
  for (const place of [
    at('touch', 'one', 'a'),
    at('curve', 'two'),
    at(null, 'one'),
    at('touch', null),
    at(null, null),
  ])
    expect(press('Enter', place)).toEqual({ type: 'open' })
  leads('Escape', at('touch', 'one', 'b'), at('touch', 'one'))
  expect(press('Escape', at('touch', 'one'))).toBe(null)
})

test('Alt with an arrow moves the card, or the stage or lane whose head has the focus', () => {
  const alt = { altKey: true }
  expect(press('ArrowRight', at('touch', 'one', 'a'), alt)).toEqual({ type: 'move-card', direction: 'right' })
  expect(press('ArrowLeft', at(null, 'two'), alt)).toEqual({ type: 'move-part', by: -1 })
  expect(press('ArrowDown', at('touch', null), alt)).toEqual({ type: 'move-part', by: 1 })
  for (const place of [at('touch', 'one'), at(null, null)]) expect(press('ArrowUp', place, alt)).toBe(null)
  expect(press('ArrowUp', at(null, 'one'), alt)).toBe(null)
})

test('Delete takes cards, stages and lanes, and nothing from a cell or the map’s own head', () => {
  for (const place of [at('touch', 'one', 'a'), at(null, 'one'), at('pain', null)])
    expect(press('Delete', place)).toEqual({ type: 'remove' })
  for (const place of [at('touch', 'one'), at(null, null)]) expect(press('Delete', place)).toBe(null)
})

test('shortcuts of the browser and Tab stay its own', () => {
  for (const key of ['Tab', 'F5', 'a']) expect(press(key, at('touch', 'one'))).toBe(null)
  for (const key of ['f', 'r', 'n', 'z']) expect(press(key, at('touch', 'one'), { ctrlKey: true })).toBe(null)
  expect(press('ArrowLeft', at('touch', 'one'), { altKey: true })).toBe(null)
})

test('wherever the keys lead, it is a place of the matrix', () => {
  const keys = [
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Enter',
    'Escape',
  ]
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())), (pressed) => {
      let place = at('touch', 'one')
      for (const [key, ctrlKey] of pressed) {
        const action = press(key, place, { ctrlKey })
        if (action?.type === 'focus') place = action.place
        const { stageId, laneId, card } = place
        expect(stageId === null || grid.stages.includes(stageId)).toBe(true)
        expect(laneId === null || grid.lanes.some(({ id }) => id === laneId)).toBe(true)
        if (card !== null) expect(grid.cardsIn(stageId ?? '', laneId ?? '')).toContain(card)
      }
    }),
  )
})

describe('when others change the map, the focus', () => {
  const without = (card: string): MatrixGrid => ({
    ...grid,
    cardsIn: (stageId, laneId) => grid.cardsIn(stageId, laneId).filter((id) => id !== card),
  })
  test('goes with its card, wherever that is', () => {
    const where = () => ({ stageId: 'two', laneId: 'pain' })
    expect(settleIn(at('touch', 'one', 'a'), grid, grid, where)).toEqual(at('pain', 'two', 'a'))
  })
  test('goes to the card after one that is gone, else the one before, else the cell', () => {
    expect(settleIn(at('touch', 'one', 'a'), grid, without('a'), () => null)).toEqual(at('touch', 'one', 'b'))
    expect(settleIn(at('touch', 'one', 'b'), grid, without('b'), () => null)).toEqual(at('touch', 'one', 'a'))
    expect(settleIn(at('touch', 'two', 'c'), grid, without('c'), () => null)).toEqual(at('touch', 'two'))
  })
  test('goes to the next stage when its own is gone', () => {
    const left: MatrixGrid = { ...grid, stages: ['two'] }
    expect(settleIn(at('pain', 'one', 'p'), grid, left, () => null)).toEqual(at('pain', 'two'))
    expect(settleIn(at('pain', 'one'), grid, { ...grid, stages: [] }, () => null)).toEqual(at('pain', null))
  })
})
