// A small lock on everything that is locked; for facilitators the way to unlock it.
import { IconLock } from '@tabler/icons-react'
import { type Editor, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { useMemo } from 'react'
import { wordsIn } from '#client/board/together/board-locks.ts'
import classes from '#client/board/together/locks.module.css'
import { setLock } from '#client/board/together/set-lock.ts'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

type Mark = { id: TLShapeId; words: string; left: number; top: number }

export function LockMarks() {
  const editor = useEditor()
  // Asked for, not looked for among all shapes: those move many times a second while one is dragged.
  const locked = useMemo(() => editor.store.query.ids('shape', () => ({ isLocked: { eq: true } })), [editor])
  const marks = useValue('locked shapes', () => [...locked.get()].flatMap((id) => markOf(editor, id)), [
    editor,
    locked,
  ])
  return marks.map((mark) => <LockMark key={mark.id} {...mark} />)
}

function markOf(editor: Editor, id: TLShapeId): Mark[] {
  const [shape, bounds] = [editor.getShape(id), editor.getShapePageBounds(id)]
  return shape && bounds ? [{ id, words: wordsIn(shape.props), left: bounds.x, top: bounds.y }] : []
}

function LockMark({ id, words, left, top }: Mark) {
  const editor = useEditor()
  const say = useTexts(togetherTexts)
  const { canEdit, together } = useCompany()
  const title = words || say('untitled')
  const icon = <IconLock size={16} stroke={1.8} aria-hidden />
  return (
    <div className={classes.place} style={{ left, top }}>
      {together.isFacilitator && canEdit ? (
        <button
          type="button"
          className={classes.mark}
          aria-label={say('unlockOf', { title })}
          title={say('unlock')}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => setLock(editor, id, false)}
        >
          {icon}
        </button>
      ) : (
        <span
          className={classes.mark}
          role="img"
          aria-label={say('lockedOf', { title })}
          title={say('locked')}
        >
          {icon}
        </span>
      )}
    </div>
  )
}
