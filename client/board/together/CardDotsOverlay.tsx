// Each card's dots at its lower edge, of the cards that are in view; + and - for the one that is selected.
import { type Editor, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { useEffect } from 'react'
import { wordsIn } from '#client/board/together/board-locks.ts'
import { CardDotButton } from '#client/board/together/CardDotButton.tsx'
import classes from '#client/board/together/card-dots.module.css'
import { dotsOf } from '#client/board/together/dot-round.ts'
import { type Company, useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

/** What one can put dots on. */
const dottable: ReadonlySet<string> = new Set(['touchpoint', 'sticky-note', 'cluster'])

export function CardDotsOverlay() {
  const company = useCompany()
  return company.together.dots ? <Cards /> : null
}

type Card = { id: TLShapeId; title: string; left: number; top: number }

function Cards() {
  const editor = useEditor()
  const say = useTexts(togetherTexts)
  const company = useCompany()
  const { dots } = company.together
  const isOpen = dots?.isOpen ?? false
  const cards = useValue('cards for dots', () => cardsInView(editor), [editor])
  useDotKeys(editor, company)
  return cards.map(({ id, title, left, top }) =>
    isOpen || dots?.placed[id] ? (
      <div
        key={id}
        className={classes.place}
        style={{ left, top }}
        onPointerDown={(event) => event.stopPropagation()}
      >
        <CardDotButton shapeId={id} title={title || say('untitled')} />
      </div>
    ) : null,
  )
}

function cardsInView(editor: Editor): Card[] {
  const culled = editor.getCulledShapes()
  return editor.getCurrentPageShapes().flatMap((shape): Card[] => {
    if (!dottable.has(shape.type) || culled.has(shape.id)) return []
    const bounds = editor.getShapePageBounds(shape)
    return bounds ? [{ id: shape.id, title: wordsIn(shape.props), left: bounds.maxX, top: bounds.maxY }] : []
  })
}

/** The tab key goes from card to card on the canvas, so a dot has keys of its own. */
function useDotKeys(editor: Editor, company: Company): void {
  const { me, together } = company
  const { dots, mayVote, act } = together
  useEffect(() => {
    if (!dots?.isOpen) return
    const container = editor.getContainer()
    const onKey = (event: KeyboardEvent) => {
      const isDot = event.key === '+' || event.key === '-'
      if (!isDot || event.ctrlKey || event.metaKey || event.altKey) return
      if (isField(event.target) || editor.getEditingShapeId()) return
      const shape = editor.getOnlySelectedShape()
      if (!shape || !dottable.has(shape.type)) return
      event.preventDefault()
      const { canPlace, canTakeBack } = dotsOf(dots, shape.id, { personId: me, mayVote })
      if (event.key === '+' && canPlace) act.placeDot(shape.id)
      if (event.key === '-' && canTakeBack) act.takeDotBack(shape.id)
    }
    container.addEventListener('keydown', onKey)
    return () => container.removeEventListener('keydown', onKey)
  }, [editor, dots, me, mayVote, act])
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
