// The clock that all groups share: the time left, and when they are called back, the time until then.
import { useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Groups } from '#shared/facilitation/breakouts.ts'
import classes from './breakouts.module.css'
import { breakoutTexts } from './texts-breakouts.ts'

export function GroupClock({ breakouts: { endsAt, backAt } }: { breakouts: Groups }) {
  const t = useTexts(breakoutTexts)
  const now = useServerNow(250)
  const leftMs = (backAt ?? endsAt ?? now) - now
  const time = formatClock(Math.max(0, leftMs))
  const words = () => {
    if (backAt !== null) return leftMs > 0 ? t('backIn', { time }) : t('backNow')
    return leftMs > 0 ? t('left', { time }) : t('over')
  }
  return (
    <p className={classes.clock} role="timer" data-back={backAt !== null || undefined}>
      {words()}
    </p>
  )
}
