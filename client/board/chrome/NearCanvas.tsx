// Keeps of a large board only what is near the view in the page: tldraw hides the rest, and works on all of it all the time.
import {
  type Box,
  computed,
  DefaultCanvas,
  type Editor,
  isUninitialized,
  react,
  type Signal,
  type TLRenderingShape,
  type TLShapeId,
  useEditor,
} from '@tldraw/tldraw'
import { useEffect, useState } from 'react'
import { type ShapeBoxes, shapeBoxes } from '#client/board/shape-boxes.ts'

/** Up to here everything stays in the page: moving the view then makes nothing anew. */
const fewShapes = 400
/** Below this zoom a text is a few pixels high: nobody can read it, and drawing thousands is most of a frame. */
const readableZoom = 0.3

export function NearCanvas() {
  const editor = useEditor()
  useState(() => renderNear(editor)) // before the canvas asks for the first time
  useEffect(
    () =>
      react('readable', () => {
        editor.getContainer().toggleAttribute('data-far', editor.getZoomLevel() < readableZoom)
      }),
    [editor],
  )
  useEffect(
    () =>
      react('moving', () => {
        editor.getContainer().toggleAttribute('data-moving', editor.getCameraState() === 'moving')
      }),
    [editor],
  )
  return <DefaultCanvas />
}

function renderNear(editor: Editor): void {
  const renderAll = editor.getRenderingShapes.bind(editor)
  const boxes = shapeBoxes(editor)
  let kept: Box | null = null
  const region = computed('near region', () => {
    kept = regionFor(editor.getViewportPageBounds(), kept)
    return kept
  })
  const near = computed('near shapes', (): TLRenderingShape[] => {
    const all = renderAll()
    if (all.length <= fewShapes) return all
    const [room, places] = [region.get(), boxes.get()]
    return all.filter(({ id }) => {
      const box = places.get(id)
      return !box || room.collides(box) || editor.getEditingShapeId() === id
    })
  })
  const outOfView = shapesOutOfView(editor, boxes)
  editor.getRenderingShapes = () => near.get()
  editor.getNotVisibleShapes = () => outOfView.get()
}

/** The same set for as long as nothing comes into view or leaves it: every shape in the page looks at it. */
function shapesOutOfView(editor: Editor, boxes: Signal<ShapeBoxes>): Signal<Set<TLShapeId>> {
  return computed<Set<TLShapeId>>('shapes out of view', (before) => {
    const view = editor.getViewportPageBounds()
    const out: TLShapeId[] = []
    for (const [id, box] of boxes.get()) if (!box || !view.collides(box)) out.push(id)
    const isSame = !isUninitialized(before) && before.size === out.length && out.every((id) => before.has(id))
    return isSame ? before : new Set(out)
  })
}

/** Around the view, in parts of it. */
const margin = 0.6

/**
 * The view with room around it. It stays while the view moves within it: who goes to and fro has nothing made anew. After
 * zooming in it is far too large.
 */
function regionFor(view: Box, kept: Box | null): Box {
  if (kept?.contains(view) && kept.w < 4 * view.w) return kept
  return view.clone().expandBy(margin * Math.max(view.w, view.h))
}
