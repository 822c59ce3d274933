// Moves a stage, lane or persona among its like.
import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp } from '@tabler/icons-react'
import classes from '#client/board/twin/sheet/sheet.module.css'
import { twinTexts } from '#client/board/twin/twin-texts.ts'
import { useActions } from '#client/board/twin/use-actions.ts'
import { useTexts } from '#client/ui/texts.ts'

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

type Props = { id: string; at: number; of: number; axis: 'sideways' | 'upright' }

export function PartOrder({ id, at, of, axis }: Props) {
  const actions = useActions()
  const say = useTexts(twinTexts)
  if (of < 2) return null
  const isSideways = axis === 'sideways'
  const [Before, After] = isSideways ? [IconChevronLeft, IconChevronRight] : [IconChevronUp, IconChevronDown]
  return (
    <div className={classes.doings}>
      {at > 0 && (
        <Button variant="default" leftSection={<Before {...icon} />} onClick={() => actions.movePart(id, -1)}>
          {say(isSideways ? 'earlier' : 'up')}
        </Button>
      )}
      {at < of - 1 && (
        <Button variant="default" leftSection={<After {...icon} />} onClick={() => actions.movePart(id, 1)}>
          {say(isSideways ? 'later' : 'down')}
        </Button>
      )}
    </div>
  )
}
