// Writes notes, word by word as people type, and moves cards; on a map, where the note belongs.

import type { SimulatedBoard } from '#client/simulated/board.ts'
import { type Habit, liveliness, type Self } from '#client/simulated/habit.ts'
import type { SaidNote } from '#client/simulated/words.ts'
import type { MapEdit } from '#shared/board/map-edit.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

const typeMs = { min: 250, max: 700 }

export function writeNote({ person: { seat, board }, temperament, words, chance, pace, life }: Self): Habit {
  return ({ item }) => {
    if (!board || item?.kind !== 'mapping' || !chance.is(liveliness[temperament] + 0.2)) return null
    const note = words.nextNote()
    if (!note) return null
    return async () => {
      const id = board.edit((edit) => putNote(edit, note, seat.departmentId, seat.personId))
      if (!id) return
      board.show({ ...pointAt(board, id), editing: id, selected: [id] })
      const parts = note.text.split(/(?<= )/)
      for (let said = 1; said <= parts.length; said += 1) {
        await pace.wait(chance.between(typeMs.min, typeMs.max), life)
        board.edit((edit) =>
          edit.setProps(id, 'sticky-note', { text: parts.slice(0, said).join('').trimEnd() }),
        )
      }
      board.show(pointAt(board, id))
    }
  }
}

export function moveCard({ person: { board }, temperament, chance, pace, life }: Self): Habit {
  return ({ item }) => {
    if (!board || item?.kind !== 'mapping' || !chance.is(liveliness[temperament] * 0.6)) return null
    return async () => {
      const card = chance.pick(
        board.shapes().filter(({ type }) => type === 'sticky-note' || type === 'touchpoint'),
      )
      if (!card) return
      board.show({ ...pointAt(board, card.id), selected: [card.id] })
      await pace.wait(chance.between(500, 1500), life)
      board.edit((edit) => moveWithin(edit, card.id, chance.between(0, 1)))
      board.show({ ...pointAt(board, card.id), selected: [card.id] })
    }
  }
}

/** Somewhere over the board, as a pointer goes while its owner reads. */
export function look({ person: { board }, chance }: Self): Habit {
  return () => {
    if (!board || !chance.is(0.5)) return null
    const card = chance.pick(board.shapes().filter(({ type }) => type === 'touchpoint'))
    return card ? () => board.show(pointAt(board, card.id)) : null
  }
}

/** Into the cell that the sample names, where this map has it; else into any of its last lanes. Null without a map. */
function putNote(
  edit: MapEdit,
  { text: _, stage, lane }: SaidNote,
  departmentId: string | null,
  authorId: string,
): string | null {
  const [map] = edit.maps()
  if (!map) return null
  const { stages, lanes } = edit.children(map.id)
  const inStage = stages.find(({ props }) => props.title === stage) ?? stages[0]
  const inLane =
    lanes.find(({ props }) => props.title === lane) ??
    lanes.find(({ props }) => props.kind === 'pain-points' || props.kind === 'opportunities')
  const cell = inStage && inLane ? { stageId: inStage.id, laneId: inLane.id } : null
  return edit.addNote({ mapId: map.id, cell }, { text: '', departmentId, authorId })
}

/** To another place in its own cell: what it says stays true. */
function moveWithin(edit: MapEdit, id: string, drawn: number): void {
  const card = edit.card(id)
  const map = edit.mapOf(id)
  if (!card || !map) return
  const { stageId, laneId } = card.props
  if (stageId === null || laneId === null) return
  const others = edit.cardsIn(map.id, { stageId, laneId }).filter((other) => other.id !== id)
  const before = others[Math.floor(drawn * (others.length + 1))]?.id ?? null
  edit.moveCard(id, map.id, { stageId, laneId }, before)
}

function pointAt(board: SimulatedBoard, id: string): { cursor: { x: number; y: number } | null } {
  const shapes = new Map<string, OwnShape>(board.shapes().map((shape) => [shape.id, shape]))
  const card = shapes.get(id)
  const map = card && shapes.get(card.parentId)
  return { cursor: card ? { x: card.x + (map?.x ?? 0) + 80, y: card.y + (map?.y ?? 0) + 40 } : null }
}
