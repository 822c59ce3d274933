// Copies of shapes point at each other where the originals do, and at what was not copied as before.
import { expect, test } from 'vitest'
import { copyShapes } from '#shared/board/copy-shapes.ts'
import { MapEdit } from '#shared/board/map-edit.ts'
import { modelOf } from '#shared/board/read-board.ts'
import { checkRecord } from '#shared/board/schema.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

let ids = 0
const newId = () => `shape:${++ids}` as OwnShape['id']

function board(): OwnShape[] {
  const edit = new MapEdit({ shapes: [], pageId: 'page:page', newId })
  const mapId = edit.addMap('Reise', { x: 0, y: 0 })
  const persona = edit.addPersona(mapId, { name: 'Mara' })
  const [first, second] = [edit.addStage(mapId, 'Eins'), edit.addStage(mapId, 'Zwei')]
  const lane = edit.addLane(mapId, { title: 'Touchpoints', kind: 'touchpoints' })
  const notes = edit.addLane(mapId, { title: 'Schmerz', kind: 'pain-points' })
  edit.addTouchpoint(mapId, { stageId: second, laneId: lane }, { title: 'Anruf' })
  const note = edit.addNote({ mapId, cell: { stageId: first, laneId: notes } }, { text: 'Lange' })
  edit.addCluster([note], 'Warten')
  edit.setEmotion(second, persona, -1.5)
  return edit.changes().put
}

/** The model with every id replaced by the order in which it first comes. */
function shapeOf(shapes: readonly OwnShape[]): unknown {
  const seen = new Map<string, string>()
  const name = (id: string) => {
    if (!seen.has(id)) seen.set(id, `#${seen.size}`)
    return seen.get(id) ?? ''
  }
  return JSON.parse(JSON.stringify(modelOf(shapes)).replace(/shape:\d+/g, name))
}

test('a copied map is the same map, and shares nothing with the first', () => {
  const shapes = board()
  const copies = copyShapes(shapes, newId)
  const originals = new Set<string>(shapes.map(({ id }) => id))
  expect(
    JSON.stringify(copies)
      .match(/shape:\d+/g)
      ?.filter((id) => originals.has(id)),
  ).toEqual([])
  expect(shapeOf(copies)).toEqual(shapeOf(shapes))
  for (const shape of copies) expect(checkRecord({ ...shape })).toMatchObject({ ok: true })
})

test('a card that is copied alone stays in its cell', () => {
  const card = board().find(({ type }) => type === 'touchpoint') ?? expect.fail('there is a touchpoint')
  const [copy] = copyShapes([card], newId)
  expect(copy).toEqual({ ...card, id: copy?.id })
  expect(copy?.id).not.toBe(card.id)
})
