// At one card: "make an action of this", or, while one is being picked for an action, "this one".
import { Button, Menu } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useWordsOf } from '#client/board/together/board-locks.ts'
import { Line, LineButton } from '#client/board/together/Line.tsx'
import classes from '#client/board/together/selection-bar.module.css'
import { useCompany } from '#client/board/together/together.ts'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

/** What a click does here; null for those who add no actions. */
function useActionCommand(shapeId: string) {
  const say = useTexts(togetherTexts)
  const { actions } = useCompany().together
  if (!actions.mayAdd) return null
  const { isPicking, pick, make } = actions
  return {
    label: say(isPicking ? 'pickForAction' : 'makeAction'),
    short: say(isPicking ? 'pickShort' : 'makeShort'),
    act: () => (isPicking ? pick(shapeId) : make(shapeId)),
  }
}

const icon = <IconChecklist size={18} stroke={1.6} aria-hidden />

type BarProps = { shapeId: string; className?: string | undefined }

/** In a bar at the canvas. */
export function ActionButton({ shapeId, className = classes.button }: BarProps) {
  const command = useActionCommand(shapeId)
  if (!command) return null
  return (
    <button
      type="button"
      className={className}
      title={command.label}
      aria-label={command.label}
      onClick={command.act}
    >
      {icon}
      <span className={classes.words}>{command.short}</span>
    </button>
  )
}

/** In a card's menu of the table. */
export function ActionItem({ shapeId }: { shapeId: string }) {
  const command = useActionCommand(shapeId)
  if (!command) return null
  return (
    <Menu.Item leftSection={icon} onClick={command.act}>
      {command.label}
    </Menu.Item>
  )
}

/** In a card's sheet beside table or list, which makes way for the action's own window. */
export function SheetAction({ shapeId, onDone }: { shapeId: string; onDone: () => void }) {
  const command = useActionCommand(shapeId)
  if (!command) return null
  return (
    <Button
      variant="default"
      leftSection={icon}
      onClick={() => {
        onDone()
        command.act()
      }}
    >
      {command.label}
    </Button>
  )
}

/** That a card is being picked, and the way out. */
export function PickLine() {
  const say = useTexts(togetherTexts)
  const { actions } = useCompany().together
  const { isPicking, cancelPick } = actions
  useEffect(() => {
    if (!isPicking) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancelPick()
    }
    // Before the canvas takes the key for itself.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [isPicking, cancelPick])
  if (!isPicking) return null
  return (
    <Line text={say('picking')}>
      <LineButton onUse={cancelPick}>{say('cancelPick')}</LineButton>
    </Line>
  )
}

/** Tells the room what the cards say that actions come from; shows nothing. */
export function ActionCards() {
  const { actions } = useCompany().together
  return actions.wanted.map((shapeId) => <ActionCard key={shapeId} shapeId={shapeId} />)
}

function ActionCard({ shapeId }: { shapeId: string }) {
  const { doc, together } = useCompany()
  const words = useWordsOf(doc, shapeId)
  const { tell } = together.actions
  useEffect(() => tell(shapeId, words), [tell, shapeId, words])
  return null
}
