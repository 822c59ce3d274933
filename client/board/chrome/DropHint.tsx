// While cards or parts of a map are dragged: the cell and the line where they will land.
import { type Box, type Editor, TLPOINTER_ID, useEditor, useValue } from '@tldraw/tldraw'
import classes from '#client/board/chrome/on-map.module.css'
import { cellHint, clusterHint, dropTarget, selectedCards } from '#client/board/drop-target.ts'
import { mapView } from '#client/board/map-of.ts'
import { draggedPart, landingOf } from '#client/board/part-landing.ts'

export function DropHint() {
  const editor = useEditor()
  const hint = useValue('card hint', () => cardHint(editor), [editor])
  const part = useValue('part hint', () => partHint(editor), [editor])
  return (
    <>
      {hint && (
        <>
          <div
            className={classes.cell}
            style={{ left: hint.box.x - 5, top: hint.box.y, width: hint.box.w + 10, height: hint.box.h }}
          />
          <div
            className={classes.line}
            style={{ left: hint.box.x, top: hint.lineY - 1.5, width: hint.box.w, height: 3 }}
          />
        </>
      )}
      {part && (
        <>
          {part.line && <div className={classes.line} style={part.line} />}
          <div className={classes.ghost} style={part.ghost}>
            {part.title}
          </div>
        </>
      )}
    </>
  )
}

/** The pointer as a record of the store, so that what reads it follows it. */
function pointer(editor: Editor): { x: number; y: number } {
  return editor.store.get(TLPOINTER_ID) ?? editor.inputs.currentPagePoint
}

function cardHint(editor: Editor): { box: Box; lineY: number } | null {
  if (!editor.isIn('select.translating')) return null
  const cards = selectedCards(editor)
  if (cards.length === 0) return null
  const target = dropTarget(editor, cards, pointer(editor))
  if (target.kind === 'loose') return null
  if (target.kind === 'cluster') return clusterHint(editor, target.cluster) ?? null
  const view = mapView(editor, target.map.id)
  if (!view) return null
  const { box, lineY } = cellHint(view, target.cell, target.before, new Set(cards.map(({ id }) => id)))
  return { box: box.translate(target.map), lineY: lineY + target.map.y }
}

function partHint(editor: Editor) {
  const part = draggedPart(editor)
  if (!part) return null
  const point = pointer(editor)
  const landing = landingOf(editor, part, point)
  if (!landing) return null
  const { x, y, width, height } = landing.line
  return {
    title: part.type === 'persona' ? part.props.name : part.props.title,
    line: landing.isMove ? { left: x, top: y, width, height } : null,
    ghost: { left: point.x + 14, top: point.y + 10 },
  }
}
