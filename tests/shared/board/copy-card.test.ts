// A copy stands next to what it was copied from, with everything on it.
import { beforeEach, expect, test } from 'vitest'
import { copyCard } from '#shared/board/copy-card.ts'
import type { MapEdit } from '#shared/board/map-edit.ts'
import { EditedBoard } from './edited-board.ts'

let on: EditedBoard
beforeEach(() => {
  on = new EditedBoard()
})
const edit = <Answer>(act: (edit: MapEdit) => Answer): Answer => on.edit(act)
const board = () => on.model

function cell() {
  return edit((to) => {
    const mapId = to.addMap('Reise', { x: 0, y: 0 })
    const stageId = to.addStage(mapId, 'Eins')
    const laneId = to.addLane(mapId, { title: 'Schmerz', kind: 'pain-points' })
    return { mapId, place: { stageId, laneId } }
  })
}

test('a touchpoint, before what came after it', () => {
  const { mapId, place } = cell()
  const first = edit((to) => to.addTouchpoint(mapId, place, { title: 'A', actual: 3, momentOfTruth: true }))
  edit((to) => to.addTouchpoint(mapId, place, { title: 'B' }))
  edit((to) => copyCard(to, first))
  expect(board().maps[0]?.touchpoints.map(({ title, actual }) => [title, actual])).toEqual([
    ['A', 3],
    ['A', 3],
    ['B', null],
  ])
})

test('a note keeps its kind, whatever its lane is for', () => {
  const { mapId, place } = cell()
  const note = edit((to) => to.addNote({ mapId, cell: place }, { text: 'Trotzdem', kind: 'opportunities' }))
  edit((to) => copyCard(to, note))
  expect(board().maps[0]?.notes.map(({ text, kind }) => [text, kind])).toEqual([
    ['Trotzdem', 'opportunities'],
    ['Trotzdem', 'opportunities'],
  ])
})

test('a note under a heading stays under it; a heading comes with its notes', () => {
  const { mapId, place } = cell()
  const notes = edit((to) => ['x', 'y'].map((text) => to.addNote({ mapId, cell: place }, { text })))
  const cluster = edit((to) => to.addCluster(notes, 'Warten')) ?? ''
  edit((to) => copyCard(to, notes[0] ?? ''))
  expect(board().maps[0]?.notes.map(({ clusterId }) => clusterId)).toEqual([cluster, cluster, cluster])
  const copy = edit((to) => copyCard(to, cluster))
  expect(board().maps[0]?.clusters.map(({ title }) => title)).toEqual(['Warten', 'Warten'])
  expect(board().maps[0]?.notes.filter(({ clusterId }) => clusterId === copy)).toHaveLength(3)
})

test('a loose note lies beside the first; what is gone cannot be copied', () => {
  const note = edit((to) => to.addNote({ at: { x: 10, y: 10 } }, { text: 'lose' }))
  const copy = edit((to) => copyCard(to, note)) ?? ''
  expect(on.shapes.get(copy)).toMatchObject({ x: 34, y: 34, parentId: 'page:page' })
  expect(edit((to) => copyCard(to, 'shape:gone'))).toBe(null)
})
