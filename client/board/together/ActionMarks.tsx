// A small sign on each card that actions hang on; while one is being picked for an action, each card is a button.
import { IconChecklist } from '@tabler/icons-react'
import { type Editor, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import classes from '#client/board/together/action-marks.module.css'
import { wordsIn } from '#client/board/together/board-locks.ts'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

/** What an action can come from. */
const cards: ReadonlySet<string> = new Set(['touchpoint', 'sticky-note', 'cluster'])

export const isActionCard = (type: string): boolean => cards.has(type)

export function ActionMarks() {
  const { actions } = useCompany().together
  return actions.isPicking || Object.keys(actions.on).length > 0 ? <Marks /> : null
}

type Place = { id: TLShapeId; title: string; x: number; y: number; w: number; h: number }

function Marks() {
  const editor = useEditor()
  const say = useTexts(togetherTexts)
  const { actions } = useCompany().together
  const places = useValue('cards for actions', () => cardsInView(editor), [editor])
  return places.map(({ id, title, x, y, w, h }) => (
    <div key={id}>
      {(actions.on[id] ?? 0) > 0 && (
        <div className={classes.mark} style={{ left: x, top: y + h }}>
          <ActionCount count={actions.on[id] ?? 0} />
        </div>
      )}
      {actions.isPicking && (
        <button
          type="button"
          className={classes.pick}
          style={{ left: x, top: y, width: w, height: h }}
          aria-label={say('pickThis', { title: title || say('untitled') })}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => actions.pick(id)}
        />
      )}
    </div>
  ))
}

/** How many actions come from a card. */
function ActionCount({ count }: { count: number }) {
  const say = useTexts(togetherTexts)
  return (
    <span className={classes.count} role="img" aria-label={say('actionsHere', { count })}>
      <IconChecklist size={14} stroke={1.8} aria-hidden />
      <span aria-hidden="true">{count}</span>
    </span>
  )
}

/** Beside a card's words in the list: nothing unless an action comes from it. */
export function ActionsOf({ shapeId }: { shapeId: string }) {
  const count = useCompany().together.actions.on[shapeId] ?? 0
  return count > 0 ? <ActionCount count={count} /> : null
}

function cardsInView(editor: Editor): Place[] {
  const culled = editor.getCulledShapes()
  return editor.getCurrentPageShapes().flatMap((shape): Place[] => {
    if (!isActionCard(shape.type) || culled.has(shape.id)) return []
    const bounds = editor.getShapePageBounds(shape)
    if (!bounds) return []
    const { x, y, w, h } = bounds
    return [{ id: shape.id, title: wordsIn(shape.props), x, y, w, h }]
  })
}
