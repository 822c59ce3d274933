// Keeps of a large board only what is near the view in the page: tldraw hides the rest, and works on all of it all the time.
import {
  type Box,
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
  let kept: Box | null = null
  const region = computed('near region', () => {
    kept = regionFor(editor.getViewportPageBounds(), kept)
    return kept
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
