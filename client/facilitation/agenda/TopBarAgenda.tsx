// In the top bar: which agenda item the group is on, and the clock. `ElapsedLine` is drawn along the bar's lower edge.
import { VisuallyHidden } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { type ItemProgress, itemProgress } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './TopBarAgenda.module.css'

export function TopBarAgenda() {
  const t = useTexts(agendaTexts)
  const progress = useProgress()
  if (!progress) return null
  const { position, count, item } = progress
  return (
    <div className={classes.agenda}>
      <span className={classes.position}>
        <span className={classes.wide}>{t('position', { position, count })}</span>
        <span className={classes.narrow} aria-hidden="true">
          {t('positionShort', { position, count })}
        </span>
      </span>
      <span className={classes.title}>{item.title}</span>
      <Clock progress={progress} />
    </div>
  )
}

function Clock({ progress: { leftMs, isPaused, isOver } }: { progress: ItemProgress }) {
  const t = useTexts(agendaTexts)
  const state = isPaused ? t('paused') : isOver ? t('overrun') : null
  return (
    <span
      className={classes.clock}
      role="timer"
      data-over={isOver || undefined}
      data-paused={isPaused || undefined}
    >
      <VisuallyHidden>{t('timeLeft')}: </VisuallyHidden>
      {isPaused && <IconPlayerPause {...iconProps} />}
      {formatClock(leftMs)}
      {state && <span className={classes.state}>{state}</span>}
    </span>
  )
}

/** How much of the item's time has passed: 2 px of ink. Goes into a positioned parent. */
export function ElapsedLine() {
  const progress = useProgress()
  if (!progress) return null
  return (
    <span
      className={classes.elapsed}
      aria-hidden="true"
      data-over={progress.isOver || undefined}
      style={{ width: `${progress.elapsed * 100}%` }}
    />
  )
}

function useProgress(): ItemProgress | null {
  const agenda = useFacilitation((state) => state.view.agenda)
  return itemProgress(agenda, useServerNow(250))
}
