// What is kept up by what has changed, beside tldraw's own answers: after whatever happens to a board they are the same.
import { Editor, type TLRenderingShape, type TLShape, type TLShapeId } from '@tldraw/tldraw'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { isMap, isOwn, mapView } from '#client/board/map-of.ts'
import { renderNear } from '#client/board/near-shapes.ts'
import { type ShapeBoxes, shapeBoxes } from '#client/board/shape-boxes.ts'
import { layoutMap } from '#shared/board/layout.ts'
import { childrenOf, partsOf } from '#shared/board/map-parts.ts'
import { type Change, changes, happen, laidOutMap } from '#tests/client/board/editor-changes.ts'
import { openEditor } from '#tests/support/tldraw-editor.ts'

let editor: Editor | null = null
afterEach(close)

test('after whatever happens, shapes lie where tldraw says, and what can be seen is drawn', () => {
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 25 }), (all: Change[]) => {
      const { open, boxes } = board({ few: 10 })
      compare(open, boxes)
      for (const change of all) {
        happen(open, change, () => comparePlaces(open, boxes))
        if (change.isLookedAt) compare(open, boxes)
      }
      compare(open, boxes)
      close()
    }),
    { numRuns: 60 },
  )
})

test('a small board is drawn as tldraw draws it', () => {
  const { open } = board({ few: 1000 })
  const [one] = open.getCurrentPageShapeIds()
  open.setCamera({ x: -100_000, y: 0, z: 1 })
  expect(open.getRenderingShapes()).toHaveLength(open.getCurrentPageShapeIds().size)
  expect(one && open.getCulledShapes().has(one)).toBe(true)
})

test('nothing is drawn anew while the view moves within the room around it', () => {
  const { open } = board({ few: 10 })
  const [drawn, culled] = [open.getRenderingShapes(), open.getNotVisibleShapes()]
  for (let step = 1; step <= 20; step++) open.setCamera({ x: step * 10, y: step * 5, z: 1 })
  expect(open.getRenderingShapes()).toBe(drawn)
  expect(open.getNotVisibleShapes()).toBe(culled)
})

function board({ few }: { few: number }) {
  const open = openEditor()
  editor = open
  laidOutMap(open)
  renderNear(open, few)
  return { open, boxes: shapeBoxes(open) }
}

function close(): void {
  editor?.dispose()
  editor = null
  vi.unstubAllGlobals()
}

function compare(open: Editor, boxes: { get(): ShapeBoxes }): void {
  comparePlaces(open, boxes)
  compareDrawn(open)
}

function comparePlaces(open: Editor, boxes: { get(): ShapeBoxes }): void {
  const ids = [...open.getCurrentPageShapeIds()]
  const lies = (id: TLShapeId) => [id, open.getShapePageBounds(id)?.toJson()]
  const kept = boxes.get()
  expect(ids.map((id) => [id, kept.get(id)?.toJson()])).toEqual(ids.map(lies))
  expect(kept.size).toBe(ids.length)
  for (const map of open.getCurrentPageShapes().filter(isMap)) compareMap(open, map.id as TLShapeId)
}

function compareDrawn(open: Editor): void {
  const all = Editor.prototype.getRenderingShapes.call(open)
  const drawn = open.getRenderingShapes()
  const drawnIds = new Set(drawn.map(({ id }) => id))
  // Where it lies is not told, and asked for by each shape.
  const asDrawn = ({ shape, ...rest }: TLRenderingShape) => ({
    ...rest,
    props: shape.props,
    meta: shape.meta,
  })
  expect(drawn.map(asDrawn)).toEqual(all.filter(({ id }) => drawnIds.has(id)).map(asDrawn))
  const culled = open.getCulledShapes()
  const view = open.getViewportPageBounds()
  const isSeen = (id: TLShapeId) => {
    const box = open.getShapePageBounds(id)
    return box !== undefined && view.includes(box)
  }
  const lacking = all.filter(({ id }) => isSeen(id) && (!drawnIds.has(id) || culled.has(id)))
  expect(lacking.map(({ id }) => id)).toEqual([])
}

function compareMap(open: Editor, id: TLShapeId): void {
  const inside = (parentId: TLShapeId) =>
    open
      .getSortedChildIdsForParent(parentId)
      .map((child): TLShape | undefined => open.getShape(child))
      .filter(isOwn)
  const children = childrenOf(inside(id), inside)
  const view = mapView(open, id)
  expect(view?.map).toBe(open.getShape(id))
  expect(view?.children).toEqual(children)
  expect(view?.layout).toEqual(layoutMap(partsOf(children)))
}
