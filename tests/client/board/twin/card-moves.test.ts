// A card's steps: within its cell, then on to the next one.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Direction, stepFrom } from '#client/board/twin/card-moves.ts'
import { type Desk, desk, withoutFrames } from './desk.ts'

beforeEach(withoutFrames)
afterEach(() => {
  vi.unstubAllGlobals()
})

function board() {
  const ana = desk()
  const { map, stages, lanes } = ana.map()
  const [first, second] = stages
  const lane = lanes.find(({ props }) => props.kind === 'touchpoints')
  if (!first || !second || !lane) throw new Error('the template has these')
  const cell = { stageId: first.id, laneId: lane.id }
  for (const each of ana.map().stages)
    for (const card of ana.map().touchpointsOf(each.id)) ana.edits.run((edit) => edit.remove(card.id))
  const ids = ana.edits.run((edit) =>
    ['a', 'b', 'c'].map((title) => edit.addTouchpoint(map.id, cell, { title })),
  )
  return { ana, mapId: map.id, cell, second: second.id, lane: lane.id, ids: ids ?? [] }
}
function step(ana: Desk, mapId: string, id: string, direction: Direction, beyond: 'lane' | 'stage' = 'lane') {
  const to = stepFrom(ana.map(), id, direction, beyond)
  if (to) ana.edits.run((edit) => edit.moveCard(id, mapId, to.cell, to.before))
  return to !== null
}
const titles = (ana: Desk, stageId: string, laneId: string) =>
  ana
    .map()
    .cardsIn(stageId, laneId)
    .map((card) => card.type === 'touchpoint' && card.props.title)

test('up and down within the cell', () => {
  const { ana, mapId, cell, ids } = board()
  const [a = '', , c = ''] = ids
  step(ana, mapId, a, 'down')
  expect(titles(ana, cell.stageId, cell.laneId)).toEqual(['b', 'a', 'c'])
  step(ana, mapId, c, 'up')
  step(ana, mapId, c, 'up')
  expect(titles(ana, cell.stageId, cell.laneId)).toEqual(['c', 'b', 'a'])
})

test('beyond the end of its cell into the next lane, past the curve, or in the table into the next stage', () => {
  const { ana, mapId, cell, second, ids } = board()
  const c = ids[2] ?? ''
  expect(step(ana, mapId, c, 'down', 'stage')).toBe(true)
  expect(titles(ana, second, cell.laneId)[0]).toBe('c')
  expect(step(ana, mapId, c, 'up', 'stage')).toBe(true)
  expect(titles(ana, cell.stageId, cell.laneId)).toEqual(['a', 'b', 'c'])
  expect(step(ana, mapId, c, 'down', 'lane')).toBe(true)
  const lane = ana.map().lanes.find(({ id }) => id === ana.map().whereIs(c)?.cell.laneId)
  expect(lane?.id).not.toBe(cell.laneId)
  expect(lane?.props.kind).not.toBe('emotion')
})

test('sideways at the same height, and no further than the last stage', () => {
  const { ana, mapId, cell, second, ids } = board()
  const [a = '', b = ''] = ids
  step(ana, mapId, a, 'right')
  step(ana, mapId, b, 'right')
  expect(titles(ana, second, cell.laneId)).toEqual(['b', 'a'])
  expect(step(ana, mapId, ids[2] ?? '', 'left')).toBe(false)
})
