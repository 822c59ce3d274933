// tldraw's canvas, kept light: of a large board only what is near, and from afar without the small print.
import { DefaultCanvas, react, useEditor } from '@tldraw/tldraw'
import { useEffect, useState } from 'react'
import { renderNear } from '#client/board/near-shapes.ts'

/** Below this zoom a text is a few pixels high: nobody can read it, and drawing thousands is most of a frame. */
const readableZoom = 0.3

export function NearCanvas() {
  const editor = useEditor()
  useState(() => renderNear(editor)) // before the canvas asks for the first time
  useEffect(() => {
    let zoom = editor.getZoomLevel()
    return react('far and moving', () => {
      const now = editor.getZoomLevel()
      const container = editor.getContainer()
      container.toggleAttribute('data-far', now < readableZoom)
      // Not while it is zoomed: what was drawn before would be stretched.
      container.toggleAttribute('data-moving', editor.getCameraState() === 'moving' && now === zoom)
      zoom = now
    })
  }, [editor])
  return <DefaultCanvas />
}
