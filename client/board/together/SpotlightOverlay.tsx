// The light on the canvas: a stage gets the wide rule and "Here", a card a ring while everything around it steps back.
import { type Editor, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { isOwn, mapView } from '#client/board/map-of.ts'
import { HereMark } from '#client/board/together/HereMark.tsx'
import classes from '#client/board/together/spotlight.module.css'
import { useCompany } from '#client/board/together/together.ts'
import { stageTitle } from '#shared/board/card-size.ts'
import { textWidth, wrapText } from '#shared/board/text-lines.ts'

type Lit = {
  kind: 'stage' | 'lane' | 'card'
  x: number
  y: number
  width: number
  height: number
  /** The mark finds room behind the title. */
  hasRoom: boolean
}

export function SpotlightOverlay() {
  const editor = useEditor()
  const { together } = useCompany()
  const id = together.spotlight
  const lit = useValue('lit shape', () => (id === null ? null : litShape(editor, id)), [editor, id])
  const view = useValue('dimmed view', () => {
    const { x, y, w, h } = editor.getViewportPageBounds()
    return { x, y, w, h }
  }, [editor])
  if (!lit) return null
  const { kind, x, y, width, height, hasRoom } = lit
  if (kind === 'stage')
    return (
      <div className={classes.stage} style={{ left: x, top: y, width }}>
        <div className={classes.mark} data-above={!hasRoom || undefined}>
          <HereMark />
        </div>
      </div>
    )
  if (kind === 'lane')
    return (
      <div className={classes.lane} style={{ left: x, top: y, width }}>
        <HereMark />
      </div>
    )
  const hole = `M${x - 8} ${y - 8}h${width + 16}v${height + 16}h${-width - 16}z`
  return (
    <>
      <svg
        className={classes.dim}
        style={{ left: view.x, top: view.y, width: view.w, height: view.h }}
        viewBox={`${view.x} ${view.y} ${view.w} ${view.h}`}
        aria-hidden
      >
        <path fillRule="evenodd" d={`M${view.x} ${view.y}h${view.w}v${view.h}h${-view.w}z${hole}`} />
      </svg>
      <div className={classes.ring} style={{ left: x, top: y, width: width + 16, height: height + 16 }}>
        <div className={classes.tab} data-below={height < tall || undefined}>
          <HereMark />
        </div>
      </div>
    </>
  )
}

/** Null for what is gone or of another page. Reactive. */
function litShape(editor: Editor, id: string): Lit | null {
  const shape = editor.getShape(id as TLShapeId) // undefined unless there is a shape of this id
  const bounds = shape && editor.getShapePageBounds(shape)
  if (!shape || !bounds) return null
  const { x, y, w: width, h: height } = bounds
  const place = { x, y, width, height, hasRoom: true }
  if (!isOwn(shape)) return { kind: 'card', ...place }
  if (shape.type === 'lane') return { kind: 'lane', ...place }
  if (shape.type === 'stage') {
    const [first = ''] = wrapText(shape.props.title, { ...stageTitle, width })
    // The mark stays readable where the map is small.
    const mark = markWidth * Math.max(1, 1 / editor.getZoomLevel())
    const hasRoom = textWidth(first, stageTitle.size, stageTitle.style) + mark <= width
    return { kind: 'stage', ...place, hasRoom }
  }
  const layout = shape.type === 'journey-map' ? mapView(editor, shape.id)?.layout : undefined
  return { kind: 'card', ...place, width: layout?.width ?? width, height: layout?.height ?? height }
}

/** What is higher is a frame or a map, whose lower edge may be out of view; px. */
const tall = 400

/** With its icon and the distance to the title; px. */
const markWidth = 58
