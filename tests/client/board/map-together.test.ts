// Two people change one map at once: what each did stays, and both see the same.
import { expect, test } from 'vitest'
import { applyChanges } from '#client/board/binding/apply-changes.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import type { BoardMap } from '#shared/board/model.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { isOwnShapeType, type OwnShape, type StageShape } from '#shared/board/shapes.ts'
import { type Client, client, meet, seed, shape, shapeId, shown } from './board-clients.ts'

const two = (): [Client, Client] => {
  const state = seed()
  return [client(1, state), client(2, state)]
}

let ids = 0
/** As the board's commands do it: all of one command, applied to the store. */
function edit<Answer>(at: Client, act: (edit: MapEdit) => Answer): Answer {
  const shapes = at.store
    .allRecords()
    .filter((record) => record.typeName === 'shape' && isOwnShapeType(record.type))
    .map((record) => record as unknown as OwnShape)
  const working = new MapEdit({ shapes, pageId: 'page:page', newId: () => `shape:new-${++ids}` })
  const answer = act(working)
  applyChanges(at.store, working.changes())
  return answer
}
const mapId = shapeId('map')
const map = (at: Client): BoardMap => readBoard(at.doc).maps[0] ?? expect.fail('there is no map')
const stageId = (at: Client, place: number) => map(at).stages[place]?.id ?? expect.fail('no such stage')
const touchpointLane = (at: Client) =>
  map(at).lanes.find(({ kind }) => kind === 'touchpoints')?.id ?? expect.fail('no lane for touchpoints')

test('two stages that are added at once are both there, in the same order for both', () => {
  const [ana, bo] = two()
  const [one, other] = [ana, bo].map((at) => edit(at, (to) => to.addStage(mapId, 'Neu')))
  meet(ana, bo)
  expect(map(ana).stages.map(({ id }) => id)).toEqual(expect.arrayContaining([one, other]))
  expect(shown(ana)).toEqual(shown(bo))
})

test('a card that is dropped into a stage while that is deleted stays on the map, in a stage that is left', () => {
  const [ana, bo] = two()
  const [heir, going] = [stageId(ana, 0), stageId(ana, 1)]
  const cell = { stageId: going, laneId: touchpointLane(bo) }
  edit(ana, (to) => to.removeStage(going, { moveTo: heir }))
  const card = edit(bo, (to) => to.addTouchpoint(mapId, cell, { title: 'Gerade noch' }))
  meet(ana, bo)
  for (const at of [ana, bo])
    expect(map(at).touchpoints.find(({ id }) => id === card)).toMatchObject({ stageId: heir })
  expect(shown(ana)).toEqual(shown(bo))
})

test('two curves that two people draw in one stage both stay', () => {
  const [ana, bo] = two()
  const first = map(ana).personas[0]?.id ?? expect.fail('the template has a persona')
  const second = edit(ana, (to) => to.addPersona(mapId, { name: 'Mara' }))
  meet(ana, bo)
  const stage = stageId(ana, 2)
  edit(ana, (to) => to.setEmotion(stage, first, -1.75))
  edit(bo, (to) => to.setEmotion(stage, second, 1.25))
  meet(ana, bo)
  for (const at of [ana, bo]) expect(map(at).stages[2]?.emotions).toEqual({ [first]: -1.75, [second]: 1.25 })
})

test('a stage that one person moves and another makes wider has both', () => {
  const [ana, bo] = two()
  const moved = stageId(ana, 0)
  edit(ana, (to) => to.movePart(moved, null))
  edit(bo, (to) => to.setProps(moved, 'stage', { width: 320 }))
  meet(ana, bo)
  for (const at of [ana, bo]) {
    expect(map(at).stages.at(-1)?.id).toBe(moved)
    expect(shape<StageShape>(at, shapeId(moved.slice('shape:'.length))).props.width).toBe(320)
  }
})

test('undoing the deletion of a stage brings it back with all its cards and its point of the curve', () => {
  const [ana] = two()
  const before = map(ana)
  const going = stageId(ana, 1)
  ana.undo.mark('removing part')
  edit(ana, (to) => to.removeStage(going, 'remove'))
  expect(map(ana).touchpoints.length).toBeLessThan(before.touchpoints.length)
  ana.undo.undo()
  expect(map(ana)).toEqual(before)
})
