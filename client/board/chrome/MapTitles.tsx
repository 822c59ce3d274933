// The title above each map, where one takes hold of the map: a click selects, dragging moves it, a double click renames it.
import { type Editor, useEditor, useValue, type Vec } from '@tldraw/tldraw'
import { useRef } from 'react'
import { startTyping } from '#client/board/card-tools.ts'
import classes from '#client/board/chrome/on-map.module.css'
import { mapsWithHandles, useHandleDrag } from '#client/board/chrome/use-handle-drag.ts'
import { setMapDragged } from '#client/board/map-drag.ts'
import type { MapView } from '#client/board/map-of.ts'
import { mapTexts } from '#client/board/map-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mapTitle } from '#shared/board/card-size.ts'
import type { JourneyMapShape } from '#shared/board/shapes.ts'
import { textWidth } from '#shared/board/text-lines.ts'

export function MapTitles() {
  const editor = useEditor()
  const views = useValue('maps with handles', () => mapsWithHandles(editor), [editor])
  return views.map((view) => <MapTitle key={view.map.id} view={view} />)
}

type Drag = { mark: string; offset: { x: number; y: number } }

function MapTitle({ view: { map, layout } }: { view: MapView }) {
  const editor = useEditor()
  const say = useTexts(mapTexts)
  const drag = useRef<Drag | null>(null)
  const isEditing = useValue('is editing', () => editor.getEditingShapeId() === map.id, [editor, map.id])
  const end = () => {
    drag.current = null
    setMapDragged(editor, false)
  }
  const onPointerDown = useHandleDrag({
    onMove: (point) => {
      drag.current ??= begin(editor, map, point)
      const { offset } = drag.current
      const at = { x: Math.round(point.x + offset.x), y: Math.round(point.y + offset.y) }
      editor.updateShape<JourneyMapShape>({ id: map.id, type: map.type, ...at })
    },
    onEnd: (_point, hasMoved) => {
      if (!hasMoved) editor.setCurrentTool('select').select(map.id)
      editor.getContainer().focus()
      end()
    },
    onCancel: () => {
      if (drag.current) editor.bailToMark(drag.current.mark)
      end()
    },
  })
  if (isEditing) return null
  const titleWidth = textWidth(map.props.title, mapTitle.size, mapTitle.style)
  return (
    <button
      type="button"
      tabIndex={-1} // by keyboard: the map itself
      className={classes.title}
      title={say('moveMap', { title: map.props.title })}
      aria-label={say('moveMap', { title: map.props.title })}
      style={{
        left: map.x - 6,
        top: map.y - mapTitle.height,
        width: Math.min(layout.width, Math.max(160, titleWidth)) + 12,
        height: mapTitle.height - 6,
      }}
      onPointerDown={onPointerDown}
      onDoubleClick={() => startTyping(editor, map.id)}
    />
  )
}

/** `point` is where the pointer was when it had moved far enough: the map does not jump there. */
function begin(editor: Editor, map: JourneyMapShape, point: Vec): Drag {
  const mark = editor.markHistoryStoppingPoint('moving map')
  setMapDragged(editor, true)
  editor.select(map.id)
  return { mark, offset: { x: map.x - point.x, y: map.y - point.y } }
}
