// Brings this view, and nobody else's, to a shape that the room points at: once for each time somebody asks to go there.
import { type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { useEffect, useRef } from 'react'
import { useCompany } from '#client/board/together/together.ts'

export function GoTo() {
  const editor = useEditor()
  const { goTo } = useCompany().together
  const done = useRef(0)
  const shapeId = goTo?.shapeId as TLShapeId | undefined // tldraw brands its ids
  // It may still be on its way here.
  const isThere = useValue(
    'asked for',
    () => shapeId !== undefined && editor.getShape(shapeId) !== undefined,
    [editor, shapeId],
  )
  useEffect(() => {
    if (!goTo || !shapeId || !isThere || goTo.number === done.current) return
    done.current = goTo.number
    const bounds = editor.getShapePageBounds(shapeId)
    if (bounds) editor.zoomToBounds(bounds, { inset: 48, targetZoom: 1, immediate: true })
  }, [editor, goTo, shapeId, isThere])
  return null
}
