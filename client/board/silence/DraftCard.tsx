// One's own silent note on the canvas: typed into where it lies, dragged to another cell, deleted.
import { IconEyeOff, IconQuote, IconX } from '@tabler/icons-react'
import { Box, stopEventPropagation, useEditor } from '@tldraw/tldraw'
import { useCallback, useEffect, useRef, useState } from 'react'
import { reveal } from '#client/board/card-tools.ts'
import type { OwnDraft } from '#client/board/silence/draft-keeper.ts'
import { draftHead, draftHeight } from '#client/board/silence/draft-size.ts'
import { problemWords } from '#client/board/silence/problem-words.ts'
import { useSilentNotes } from '#client/board/silence/silence.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import { kindThere, type Spot, silentCellAt } from '#client/board/silence/silent-cell.ts'
import classes from '#client/board/silence/silent-notes.module.css'
import { useTexts } from '#client/ui/texts.ts'
import type { NoteKind } from '#shared/board/shapes.ts'

type Props = { draft: OwnDraft; spot: Spot }

/** In px of the screen: less than this is a click. */
const dragFrom = 4

export function DraftCard({ draft, spot: { x, y, width } }: Props) {
  const say = useTexts(boardSilenceTexts)
  const { keeper, editing, edit } = useSilentNotes()
  const { draftId, kind, text, problem } = draft
  const isEditing = editing === draftId
  const drag = useDrag(draft)
  const editor = useEditor()
  const field = useCallback((element: HTMLTextAreaElement | null) => {
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  const height = draftHeight(draft, width)
  // The view moves to what is being typed, as it does for a note of the board.
  useEffect(() => {
    if (isEditing) reveal(editor, new Box(x, y, width, height))
  }, [isEditing, editor, x, y, width, height])
  if (!keeper) return null
  const end = () => {
    if (editing === draftId) edit(null)
    keeper.settle(draftId)
  }
  return (
    <section
      className={classes.draft}
      aria-label={say('draft')}
      data-kind={kind ?? undefined}
      data-problem={problem ?? undefined}
      data-dragging={drag.by !== null || undefined}
      style={{
        left: x + (drag.by?.x ?? 0),
        top: y + (drag.by?.y ?? 0),
        width,
        minHeight: height,
      }}
      // The view moves to where the focus is, as a page would.
      onFocus={() => reveal(editor, new Box(x, y, width, height))}
      onPointerDown={stopEventPropagation}
      onKeyDown={stopEventPropagation}
    >
      <div className={classes.head} style={{ height: draftHead }} {...drag.handlers}>
        <IconEyeOff size={15} stroke={1.6} aria-hidden />
        <span>{say('onlyYou')}</span>
        {kind && <KindSign kind={kind} label={say(kind)} />}
      </div>
      <button
        type="button"
        className={classes.remove}
        aria-label={say('delete')}
        title={say('delete')}
        onClick={() => {
          if (isEditing) edit(null)
          keeper.remove(draftId)
        }}
      >
        <IconX size={15} stroke={1.8} aria-hidden />
      </button>
      {isEditing ? (
        <textarea
          ref={field}
          className={classes.words}
          aria-label={say('draft')}
          placeholder={say('placeholder')}
          value={text}
          maxLength={2000}
          spellCheck
          onChange={(event) => keeper.change(draftId, { text: event.target.value })}
          onBlur={end}
          onKeyDown={(event) => {
            event.stopPropagation() // the board's own shortcuts are letters
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      ) : (
        <button
          type="button"
          className={classes.words}
          aria-label={say('draftOf', { text })}
          onClick={() => edit(draftId)}
        >
          {text}
        </button>
      )}
      {problem && <p className={classes.problem}>{say(problemWords[problem])}</p>}
    </section>
  )
}

/** As on the note it will be. */
function KindSign({ kind, label }: { kind: NoteKind; label: string }) {
  if (kind === 'evidence') return <IconQuote size={15} stroke={1.6} role="img" aria-label={label} />
  return (
    <svg width="11" height="10" viewBox="0 0 11 10" role="img" aria-label={label}>
      <path d={kind === 'pain-points' ? 'M0 0h10L5 9z' : 'M5 0l5 9H0z'} fill="currentColor" />
    </svg>
  )
}

/** By its head into another cell, or off the map. */
function useDrag(draft: OwnDraft) {
  const editor = useEditor()
  const { keeper } = useSilentNotes()
  const from = useRef<{ x: number; y: number } | null>(null)
  const [by, setBy] = useState<{ x: number; y: number } | null>(null)
  const moved = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
    from.current && { x: clientX - from.current.x, y: clientY - from.current.y }
  const handlers = {
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      from.current = { x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: React.PointerEvent) => {
      const way = moved(event)
      const zoom = editor.getZoomLevel()
      if (way && (by || Math.hypot(way.x, way.y) > dragFrom)) setBy({ x: way.x / zoom, y: way.y / zoom })
    },
    onPointerUp: (event: React.PointerEvent) => {
      from.current = null
      setBy(null)
      if (!by) return
      const point = editor.screenToPage({ x: event.clientX, y: event.clientY })
      const place = silentCellAt(editor, null, point)
      keeper?.change(draft.draftId, { ...place, kind: kindThere(editor, place, draft.kind) })
    },
    onPointerCancel: () => {
      from.current = null
      setBy(null)
    },
  }
  return { by, handlers }
}
