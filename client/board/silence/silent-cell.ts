// Where a silent note is put, and where it is drawn while it lies on no map yet.
import type { Editor, VecLike } from '@tldraw/tldraw'
import { isOwn, type MapView, mapsOnPage, mapView } from '#client/board/map-of.ts'
import { cardGap, cellPadding } from '#shared/board/card-size.ts'
import { laneFor, takes } from '#shared/board/lane-for.ts'
import { type Cell, cellAt, cellOf } from '#shared/board/layout.ts'
import { type NoteKind, noteKinds, type OwnShape } from '#shared/board/shapes.ts'
import { freeSpace } from '#shared/silence/place-notes.ts'

type Place = { stageId: string | null; laneId: string | null }
const nowhere: Place = { stageId: null, laneId: null }

/** The cell under a point of the page; a kind that has a lane of its own goes there. */
export function silentCellAt(editor: Editor, kind: NoteKind | null, point: VecLike): Place {
  const map = mapsOnPage(editor).find(({ id }) =>
    editor.getShapePageBounds(id)?.expandBy(24).containsPoint(point),
  )
  const view = map && mapView(editor, map.id)
  if (!view) return nowhere
  const under = cellAt(editor.getPointInShapeSpace(map.id, point), view.parts, view.layout)
  return under ? { stageId: under.stageId, laneId: laneOf(view, kind, under.laneId) } : nowhere
}

/** For the keyboard: the selected card's or stage's column, else the first one. */
export function silentCell(editor: Editor, kind: NoteKind | null): Place {
  const selected: unknown = editor.getOnlySelectedShape()
  const chosen = isOwn(selected) ? stageOf(selected) : null
  const views = mapViews(editor)
  const view = views.find(({ parts }) => parts.stages.some(({ id }) => id === chosen)) ?? views[0]
  const stageId = view?.parts.stages.find(({ id }) => id === chosen)?.id ?? view?.parts.stages[0]?.id
  return view && stageId ? { stageId, laneId: laneOf(view, kind, null) } : nowhere
}

function stageOf(shape: OwnShape): string | null {
  if (shape.type === 'stage') return shape.id
  return 'stageId' in shape.props ? shape.props.stageId : null
}

const mapViews = (editor: Editor): MapView[] =>
  mapsOnPage(editor).flatMap(({ id }) => mapView(editor, id) ?? [])

/** The lane that was pointed at where notes of this kind may lie in it, else the one that is for them. */
function laneOf({ parts: { lanes } }: MapView, kind: NoteKind | null, pointed: string | null): string | null {
  const under = lanes.find((lane) => lane.id === pointed && takes(lane.kind, kind ?? 'note'))
  return under?.id ?? laneFor(lanes, kind ?? 'note') ?? null
}

/** Lanes that say what lies in them make a note that; elsewhere it stays what it is. */
export function kindThere(editor: Editor, { laneId }: Place, kind: NoteKind | null): NoteKind | null {
  const lane = mapViews(editor).flatMap(({ parts }) => parts.lanes.find(({ id }) => id === laneId) ?? [])[0]
  return noteKinds.find((each) => each === lane?.kind) ?? kind
}

export type Spot = { x: number; y: number; width: number }

/** Below the last card of its cell, in the page's coordinates; null for what lies on no map any more. */
export function spotOf(editor: Editor, place: Place): (Spot & { key: string }) | null {
  for (const { map, parts, layout } of mapViews(editor)) {
    const isHere = layout.stages.has(place.stageId ?? '') || layout.lanes.has(place.laneId ?? '')
    const cell = isHere ? cellOf({ ...place, isTouchpoint: false }, parts) : null
    const stage = cell && layout.stages.get(cell.stageId)
    const lane = cell && layout.lanes.get(cell.laneId)
    if (!cell || !stage || !lane) continue
    const y = parts.cards.reduce((lowest, card) => {
      const at = isIn(card, cell, parts) ? layout.cards.get(card.id) : undefined
      return at ? Math.max(lowest, at.y + card.height(at.width) + cardGap) : lowest
    }, lane.y + cellPadding.top)
    return { x: map.x + stage.x, y: map.y + y, width: stage.width, key: `${cell.stageId} ${cell.laneId}` }
  }
  return null
}

function isIn(card: Parameters<typeof cellOf>[0], cell: Cell, parts: Parameters<typeof cellOf>[1]): boolean {
  const own = cellOf(card, parts)
  return own?.stageId === cell.stageId && own.laneId === cell.laneId
}

/** Where notes without a map will lie: below everything. */
export const looseSpot = (editor: Editor): { x: number; y: number } =>
  freeSpace(editor.getCurrentPageShapes().filter(isOwn))
