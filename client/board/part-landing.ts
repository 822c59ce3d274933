// Where a stage, lane or persona that is being dragged would land among its siblings.
import type { Editor, TLShapeId, VecLike } from '@tldraw/tldraw'
import { type MapPart, movePart, siblingsOf } from '#client/board/map-commands.ts'
import { isOwn, mapView } from '#client/board/map-of.ts'
import { columnGap, personaWidth } from '#shared/board/card-size.ts'

export type Landing = {
  before: string | null
  /** False where it would stay where it is. */
  isMove: boolean
  /** Of the line that shows it, on the page. */
  line: { x: number; y: number; width: number; height: number }
}

export const isPart = (shape: unknown): shape is MapPart =>
  isOwn(shape) && (shape.type === 'stage' || shape.type === 'lane' || shape.type === 'persona')

/** The only selected stage, lane or persona while it is dragged. Reactive. */
export function draggedPart(editor: Editor): MapPart | null {
  const selected: unknown = editor.isIn('select.translating') ? editor.getOnlySelectedShape() : null
  return isPart(selected) ? selected : null
}

export function landingOf(editor: Editor, part: MapPart, point: VecLike): Landing | null {
  const map = editor.getShape(part.parentId as TLShapeId) // undefined on the page
  const layout = map && mapView(editor, map.id)?.layout
  if (!map || !layout) return null
  const siblings = siblingsOf(editor, part)
  const { x, y } = editor.getPointInShapeSpace(map, point)
  const at = part.type === 'lane' ? y : x
  const spans = siblings.map((sibling) => {
    if (sibling.type === 'lane') return { start: sibling.y, size: layout.lanes.get(sibling.id)?.height ?? 0 }
    return { start: sibling.x, size: sibling.type === 'stage' ? sibling.props.width : personaWidth }
  })
  const found = spans.findIndex(({ start, size }) => at < start + size / 2)
  const place = found < 0 ? siblings.length : found
  const own = siblings.findIndex(({ id }) => id === part.id)
  const next = siblings[place]
  const last = spans.at(-1)
  const gap = part.type === 'lane' ? 0 : columnGap
  const edge = (spans[place]?.start ?? (last ? last.start + last.size + gap : 0)) - gap / 2
  const across =
    part.type === 'persona'
      ? { y: 0, height: layout.stageY }
      : { y: layout.stageY, height: layout.height - layout.stageY }
  const line =
    part.type === 'lane'
      ? { x: map.x, y: map.y + edge - 1.5, width: layout.width, height: 3 }
      : { x: map.x + edge - 1.5, y: map.y + across.y, width: 3, height: across.height }
  return { before: next?.id ?? null, isMove: place !== own && place !== own + 1, line }
}

/** tldraw tells the part that its drag has ended; it has stayed in its place meanwhile. */
export function dropPart(editor: Editor, part: MapPart): void {
  if (draggedPart(editor)?.id !== part.id) return
  const landing = landingOf(editor, part, editor.inputs.currentPagePoint)
  if (landing?.isMove) movePart(editor, part, landing.before)
}
