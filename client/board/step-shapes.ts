// Arrow keys on a map: a card goes to the next place, lane or stage, a stage or lane past its neighbour.
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { beforeAt } from '#client/board/drop-target.ts'
import { editMap } from '#client/board/edit-map.ts'
import { siblingsOf, stepPart } from '#client/board/map-commands.ts'
import { isMap, isOwn, type MapView, mapView } from '#client/board/map-of.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { isPart } from '#client/board/part-landing.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { textsNow } from '#client/ui/texts.ts'
import { cellOf, type MapParts } from '#shared/board/layout.ts'
import type { MapEdit } from '#shared/board/map-edit.ts'
import { isCard } from '#shared/board/map-parts.ts'
import type { CardShape } from '#shared/board/shapes.ts'

/** One of the four directions, as tldraw gives it: of length 1, or 10 with the shift key. */
type Direction = { x: number; y: number }
/** A map goes so far with one key; px at 100 %. */
const mapStep = 8

/** tldraw would move cards by a pixel and out of their cells. What lies loose is still moved by it. */
export function stepInsteadOfNudging(editor: Editor): void {
  const nudge = editor.nudgeShapes.bind(editor)
  editor.nudgeShapes = (shapes, direction) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const rest = ids.filter((id) => !stepShape(editor, id, direction))
    if (rest.length > 0) nudge(rest, direction)
    return editor
  }
}

/** False for what has no place of its own. */
function stepShape(editor: Editor, id: TLShapeId, direction: Direction): boolean {
  const shape: unknown = editor.getShape(id)
  if (!isOwn(shape)) return false
  if (isMap(shape)) {
    const { type, x, y } = shape
    editor.updateShape({ id, type, x: x + direction.x * mapStep, y: y + direction.y * mapStep })
    return true
  }
  if (isPart(shape)) {
    const by = shape.type === 'lane' ? direction.y : direction.x
    if (by !== 0 && stepPart(editor, shape, by > 0 ? 1 : -1)) sayPlace(editor, id)
    return true
  }
  const map = mapAround(editor, shape)
  if (!map) return false
  const view = mapView(editor, map)
  if (view) stepCard(editor, view, shape, direction)
  return true
}

function mapAround(editor: Editor, card: CardShape): TLShapeId | null {
  const parent: unknown = editor.getShape(card.parentId as TLShapeId) // undefined on the page
  if (!isOwn(parent)) return null
  return isMap(parent) ? parent.id : isCard(parent) ? mapAround(editor, parent) : null
}

function stepCard(editor: Editor, view: MapView, card: CardShape, { x, y }: Direction): void {
  const parent: unknown = editor.getShape(card.parentId as TLShapeId)
  // A note that lies in a cluster leaves it for a place beside it.
  const from = isOwn(parent) && parent.type === 'cluster' ? parent : card
  const cell = cellOf({ ...from.props, isTouchpoint: from.type === 'touchpoint' }, view.parts)
  if (!cell) return
  const moved = editMap(editor, null, (edit) => {
    const cards = edit.cardsIn(view.map.id, cell).map(({ id }) => id)
    const at = cards.indexOf(from.id)
    const to = (stageId: string, laneId: string, before: string | null) => {
      edit.moveCard(card.id, view.map.id, { stageId, laneId }, before)
      return true
    }
    if (x !== 0) {
      const stageId = neighbour(view.parts.stages, cell.stageId, x)
      return !!stageId && to(stageId, cell.laneId, beforeAt(view, { ...cell, stageId }, from.y))
    }
    if (from !== card) return to(cell.stageId, cell.laneId, (y < 0 ? from.id : cards[at + 1]) ?? null)
    const past = y < 0 ? cards[at - 1] : cards[at + 1]
    if (past) return to(cell.stageId, cell.laneId, y < 0 ? past : (cards[at + 2] ?? null))
    const laneId = neighbour(takers(view.parts), cell.laneId, y)
    return !!laneId && to(cell.stageId, laneId, y < 0 ? null : first(edit, view, { ...cell, laneId }))
  })
  if (moved) sayCell(editor, card.id)
}

const takers = ({ lanes }: MapParts) => lanes.filter(({ kind }) => kind !== 'emotion')
const first = (edit: MapEdit, view: MapView, cell: { stageId: string; laneId: string }) =>
  edit.cardsIn(view.map.id, cell)[0]?.id ?? null

function neighbour(parts: readonly { id: string }[], id: string, by: number): string | undefined {
  return parts[parts.findIndex((part) => part.id === id) + Math.sign(by)]?.id
}

/** For those who do not see it move. */
function sayCell(editor: Editor, id: TLShapeId): void {
  const card: unknown = editor.getShape(id)
  if (!isOwn(card) || !isCard(card)) return
  const view = mapView(editor, card.parentId as TLShapeId) // has just been put on a map
  const cell = view && cellOf({ ...card.props, isTouchpoint: card.type === 'touchpoint' }, view.parts)
  if (!view || !cell) return
  const { layout, children } = view
  const inCell = children.cards.filter(({ id: each }) => {
    const [place, own] = [layout.cards.get(each), layout.cards.get(id)]
    const lane = layout.lanes.get(cell.laneId)
    return place && own && lane && place.x === own.x && place.y >= lane.y && place.y < lane.y + lane.height
  })
  announce(
    textsNow(mapTexts)('cellOf', {
      stage: children.stages.find((stage) => stage.id === cell.stageId)?.props.title ?? '',
      lane: children.lanes.find((lane) => lane.id === cell.laneId)?.props.title ?? '',
      place: inCell.filter(({ y }) => y <= card.y).length,
      count: inCell.length,
    }),
  )
}

export function sayPlace(editor: Editor, id: TLShapeId): void {
  const part: unknown = editor.getShape(id)
  if (!isPart(part)) return
  const siblings = siblingsOf(editor, part)
  const title = part.type === 'persona' ? part.props.name : part.props.title
  const place = siblings.findIndex((sibling) => sibling.id === id) + 1
  announce(textsNow(mapTexts)('placeOf', { title, place, count: siblings.length }))
}
