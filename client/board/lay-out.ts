// Moves what lies on a map, or in a loose cluster, to where the layout says.
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { clustersOnPage, isMap, isOwn, mapView } from '#client/board/map-of.ts'
import { columnWidth } from '#shared/board/card-size.ts'
import { layoutCluster, type Point, placesOf } from '#shared/board/layout.ts'
import { clusterNotes, contentsOf } from '#shared/board/map-parts.ts'
import type { ClusterShape, OwnShape } from '#shared/board/shapes.ts'

/** `id` of a map or of a loose cluster. One update, and none when all is in place. */
export function layOut(editor: Editor, id: TLShapeId): void {
  const { shapes, places } = contents(editor, id)
  const moved = shapes.flatMap(({ id: of, type, x, y }) => {
    const place = places.get(of)
    return !place || (place.x === x && place.y === y) ? [] : [{ id: of, type, x: place.x, y: place.y }]
  })
  if (moved.length > 0) editor.updateShapes(moved)
}

function contents(editor: Editor, id: TLShapeId): { shapes: OwnShape[]; places: Map<string, Point> } {
  const shape: unknown = editor.getShape(id)
  if (isOwn(shape) && shape.type === 'cluster') {
    const inside: readonly unknown[] = editor
      .getSortedChildIdsForParent(id)
      .map((child) => editor.getShape(child))
    const notes = clusterNotes(inside.filter(isOwn))
    return { shapes: notes, places: layoutCluster(contentsOf(shape, notes), columnWidth).places }
  }
  const view = isMap(shape) ? mapView(editor, id) : undefined
  if (!view) return { shapes: [], places: new Map() }
  const { personas, stages, lanes, cards, clustered } = view.children
  const shapes = [...personas, ...stages, ...lanes, ...cards, ...[...clustered.values()].flat()]
  return { shapes, places: placesOf(view.layout) }
}

/** The clusters that lie on no map. */
export function looseClusters(editor: Editor): ClusterShape[] {
  const pageId = editor.getCurrentPageId()
  return clustersOnPage(editor).filter(({ parentId }) => parentId === pageId)
}
