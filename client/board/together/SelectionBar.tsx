// For facilitators, at what is selected: highlight it for everyone, lock it with all in it. A bar of its own only where no other stands.
import { IconLock } from '@tabler/icons-react'
import { type Editor, type TLShape, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { useEffect } from 'react'
import { isMap } from '#client/board/map-of.ts'
import { ActionButton } from '#client/board/together/ActionCommands.tsx'
import { isActionCard } from '#client/board/together/ActionMarks.tsx'
import { HighlightButton } from '#client/board/together/HighlightButton.tsx'
import { isShapeHeld, lockTarget } from '#client/board/together/held.ts'
import classes from '#client/board/together/selection-bar.module.css'
import { setLock } from '#client/board/together/set-lock.ts'
import { type Company, useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export function SelectionBar() {
  const company = useCompany()
  return company.together.isFacilitator && company.canEdit ? <Bar /> : null
}

function Bar() {
  const editor = useEditor()
  const say = useTexts(togetherTexts)
  const company = useCompany()
  useKeys(editor, company)
  const place = useValue('selection bar', () => placeOf(editor), [editor])
  if (!place) return null
  const { id, left, top } = place
  return (
    <div
      className={classes.bar}
      style={{ left, top }}
      role="toolbar"
      aria-label={say('selection')}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <LightAndLock shapeId={id} />
    </div>
  )
}

/** The commands themselves, for bars that stand at a shape anyway. */
export function LightAndLock({ shapeId }: { shapeId: TLShapeId }) {
  const editor = useEditor()
  const say = useTexts(togetherTexts)
  const { together, canEdit } = useCompany()
  const lock = useValue('what to lock', () => lockOf(editor, shapeId), [editor, shapeId])
  const isCard = useValue('a card', () => isActionCard(editor.getShape(shapeId)?.type ?? ''), [
    editor,
    shapeId,
  ])
  const action = isCard && <ActionButton shapeId={shapeId} />
  if (!together.isFacilitator || !canEdit || !lock) return action
  return (
    <>
      {action}
      <HighlightButton shapeId={shapeId} className={classes.button} />
      {!lock.isLocked && (
        <button
          type="button"
          className={classes.button}
          title={say('lockKey')}
          onClick={() => setLock(editor, shapeId, true)}
        >
          <IconLock size={18} stroke={1.6} aria-hidden />
          <span className={classes.words}>{say(lock.isOfMap ? 'lockMap' : 'lock')}</span>
        </button>
      )}
    </>
  )
}

function lockOf(editor: Editor, id: TLShapeId) {
  const shape = editor.getShape(id)
  const target = shape && lockTarget(editor, shape)
  return target && { isLocked: editor.isShapeOrAncestorLocked(target), isOfMap: isMap(target) }
}

/** About as high as it is, with its distance. */
const room = 52

function placeOf(editor: Editor) {
  const shape = editor.getOnlySelectedShape()
  if (!shape || !editor.isIn('select.idle') || hasInspector(editor, shape)) return null
  const bounds = editor.getShapePageBounds(shape)
  if (!bounds) return null
  const corner = editor.pageToViewport({ x: bounds.x, y: bounds.y })
  const below = editor.pageToViewport({ x: bounds.x, y: bounds.maxY })
  const { w } = editor.getViewportScreenBounds()
  return {
    id: shape.id,
    left: Math.max(8, Math.min(corner.x, w - 260)),
    top: corner.y >= room ? corner.y - room : below.y + 8,
  }
}

/** What one may change has a bar or fields of its own beside it, with the same buttons in them. */
const hasInspector = (editor: Editor, shape: TLShape): boolean =>
  !shape.isLocked && !isShapeHeld(editor, shape.id)

/** L for the light, Shift+L for the lock, on what is selected. */
function useKeys(editor: Editor, { together }: Company): void {
  const { spotlight, act } = together
  useEffect(() => {
    const container = editor.getContainer()
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'l' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isField(event.target) || editor.getEditingShapeId()) return
      const id: TLShapeId | undefined = editor.getOnlySelectedShape()?.id
      if (!id) return
      event.preventDefault()
      if (event.shiftKey) setLock(editor, id, true)
      else act.light(spotlight === id ? null : id)
    }
    container.addEventListener('keydown', onKey)
    return () => container.removeEventListener('keydown', onKey)
  }, [editor, spotlight, act])
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
