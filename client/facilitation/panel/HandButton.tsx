// Asking to speak, at a fixed place and of one size whatever the state: raise, lower, done speaking; what for, beside it.
import { Button } from '@mantine/core'
import { IconHandStop, IconMicrophone } from '@tabler/icons-react'
import { HandMenu } from '#client/facilitation/queue/HandMenu.tsx'
import { ReactionMenu } from '#client/facilitation/reactions/ReactionMenu.tsx'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useHand } from '#client/facilitation/use-hand.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './HandButton.module.css'
import { iconProps } from './icons.ts'

type Props = {
  /** For the closed panel: one short word under the icon. */
  isShort?: boolean
}

export function HandButton({ isShort = false }: Props) {
  const t = useTexts(panelTexts)
  const hand = useHand()
  const { state, act } = hand
  if (state === 'none') return null
  const words = { down: t('raise'), up: t('lower'), speaking: t('yield') }[state]
  const short = { down: t('raiseShort'), up: t('lowerShort'), speaking: t('yieldShort') }[state]
  const Icon = state === 'speaking' ? IconMicrophone : IconHandStop
  const button = (
    <Button
      fullWidth
      variant="default"
      className={isShort ? classes.short : classes.hand}
      data-speaking={state === 'speaking' || undefined}
      aria-label={isShort ? words : undefined}
      aria-pressed={state === 'up'}
      aria-keyshortcuts="h"
      title={t('raiseKey')}
      leftSection={isShort ? undefined : <Icon {...iconProps} />}
      onClick={act}
    >
      {isShort ? (
        <>
          <Icon {...iconProps} />
          {short}
        </>
      ) : (
        words
      )}
    </Button>
  )
  if (isShort) return button
  return (
    <div className={classes.bar}>
      {button}
      <HandMenu hand={hand} />
      <ReactionMenu />
    </div>
  )
}
