// Tools that put a card where one clicks, then open it for typing; Enter does it without a mouse.
import {
  type Box,
  type Editor,
  StateNode,
  type TLKeyboardEventInfo,
  type TLShapeId,
  type TLStateNodeConstructor,
} from '@tldraw/tldraw'
import { addCard, addCardAt, type CardKind } from '#client/board/cards.ts'
import { writeSilently } from '#client/board/silence/write-silently.ts'
import { noteToolKinds, rememberNoteKind } from '#client/board/tools/last-kind.ts'

export const cardKinds = [
  'note',
  'touchpoint',
  'pain-points',
  'opportunities',
  'evidence',
] as const satisfies CardKind[]
export const cardToolId = (kind: CardKind): string => `card-${kind}`

/** Without a mouse: a card in the selected column, open for typing. */
export function actWithCard(editor: Editor, kind: CardKind): void {
  if (!writeSilently(editor, kind, null)) openCard(editor, addCard(editor, kind))
}

export const cardTools: TLStateNodeConstructor[] = cardKinds.map(
  (kind) =>
    class extends StateNode {
      static override id = cardToolId(kind)

      override onEnter() {
        const noteKind = noteToolKinds.find((each) => each === kind)
        if (noteKind) rememberNoteKind(noteKind)
        this.editor.setCursor({ type: 'cross', rotation: 0 })
      }
      override onPointerUp() {
        const { currentPagePoint } = this.editor.inputs
        if (writeSilently(this.editor, kind, currentPagePoint)) return
        openCard(this.editor, addCardAt(this.editor, kind, currentPagePoint))
      }
      override onKeyDown({ key }: TLKeyboardEventInfo) {
        if (key === 'Enter') actWithCard(this.editor, kind)
      }
      override onCancel() {
        this.editor.setCurrentTool('select')
      }
    },
)

/** Selected and ready for typing; null (the page is full) leaves everything as it is. */
export function openCard(editor: Editor, id: TLShapeId | null): void {
  editor.setCurrentTool('select')
  if (!id) return
  startTyping(editor, id)
  const bounds = editor.getShapePageBounds(id)
  if (bounds) reveal(editor, bounds)
}

export function startTyping(editor: Editor, id: TLShapeId): void {
  // A bar's button that had the focus goes with its bar, and a board that loses the focus ends what it is at.
  editor.getContainer().focus()
  editor.setCurrentTool('select').select(id)
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) })
}

/** In pixels of the screen: zoom control and watermark lie along the board's lower edge. */
const lowerEdge = 60

/** Moves the view no further than needed to see all of it. */
export function reveal(editor: Editor, bounds: Box): void {
  const shape = bounds.clone().expandBy(24)
  shape.h += lowerEdge / editor.getZoomLevel()
  const view = editor.getViewportPageBounds()
  if (view.contains(shape)) return
  const { x, y, z } = editor.getCamera()
  const right = Math.min(0, view.maxX - shape.maxX)
  const down = Math.min(0, view.maxY - shape.maxY)
  const left = Math.max(0, view.x - shape.x)
  const up = Math.max(0, view.y - shape.y)
  editor.setCamera({ x: x + right + left, y: y + down + up, z })
}
