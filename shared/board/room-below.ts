// Where on a board there is room for more: below everything of ours that lies there.

import { columnWidth } from '#shared/board/card-size.ts'
import { mapGap } from '#shared/board/file-to-shapes.ts'
import { layoutMap, type Point } from '#shared/board/layout.ts'
import { cardHeight, childrenOf, clusterNotes, partsOf } from '#shared/board/map-parts.ts'
import type { OwnShape } from '#shared/board/shapes.ts'

/** The upper left corner; that of the page while there is nothing on it. */
export function roomBelow(shapes: readonly OwnShape[]): Point {
  const byParent = Map.groupBy(shapes, ({ parentId }) => parentId)
  const inside = (id: OwnShape['parentId']) => byParent.get(id) ?? []
  const ids = new Set<string>(shapes.map(({ id }) => id))
  const tops = shapes.filter(({ parentId }) => !ids.has(parentId))
  if (tops.length === 0) return { x: 0, y: 0 }
  const bottoms = tops.map((shape) => shape.y + heightOf(shape, inside))
  return { x: Math.min(...tops.map(({ x }) => x)), y: Math.max(...bottoms) + mapGap }
}

function heightOf(shape: OwnShape, inside: (id: OwnShape['parentId']) => readonly OwnShape[]): number {
  switch (shape.type) {
    case 'journey-map':
      return layoutMap(partsOf(childrenOf(inside(shape.id), inside))).height
    case 'touchpoint':
    case 'sticky-note':
    case 'cluster':
      return cardHeight(shape, columnWidth, clusterNotes(inside(shape.id)))
    default:
      return 0
  }
}
