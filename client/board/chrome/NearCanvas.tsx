// Keeps of a large board only what is near the view in the page: tldraw hides the rest, and works on all of it all the time.
import {
  Box,
  computed,
  DefaultCanvas,
  type Editor,
  react,
  type TLRenderingShape,
  useEditor,
} from '@tldraw/tldraw'
import { useEffect, useState } from 'react'

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
  return <DefaultCanvas />
}

function renderNear(editor: Editor): void {
  const renderAll = editor.getRenderingShapes.bind(editor)
  const region = computed('near region', () => regionAround(editor.getViewportPageBounds()), {
    isEqual: (one, other) => one.equals(other),
  })
  const near = computed('near shapes', (): TLRenderingShape[] => {
    const all = renderAll()
    return all.length <= fewShapes ? all : all.filter(({ id }) => isNear(editor, id, region.get()))
  })
  editor.getRenderingShapes = () => near.get()
}

function isNear(editor: Editor, id: TLRenderingShape['id'], region: Box): boolean {
  const bounds = editor.getShapePageBounds(id)
  return !bounds || region.collides(bounds) || editor.getEditingShapeId() === id
}

/** The view and as much again around it, in steps: it stays the same while the view moves a little. */
function regionAround({ x, y, w, h }: Box): Box {
  const [stepX, stepY] = [stepOf(w), stepOf(h)]
  const left = Math.floor(x / stepX) * stepX - stepX
  const top = Math.floor(y / stepY) * stepY - stepY
  return new Box(
    left,
    top,
    Math.ceil(w / stepX) * stepX + 3 * stepX,
    Math.ceil(h / stepY) * stepY + 3 * stepY,
  )
}

/** Half of a length, rounded to a power of two, so that zooming changes it seldom. */
const stepOf = (length: number): number => 2 ** Math.round(Math.log2(Math.max(1, length / 2)))
