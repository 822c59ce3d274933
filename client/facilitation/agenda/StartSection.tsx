// The panel before the start, under "Starts at 09:30", with the day when it is another one; or that nothing has begun.
import { type ReactNode, useId } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatDate, formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { sessionTexts } from './texts-session.ts'

type Props = {
  /** Beside the heading. */
  aside: ReactNode
  /** What there is to do meanwhile. */
  hint: string
  children: ReactNode
}

export function StartSection({ aside, hint, children }: Props) {
  const headingId = useId()
  return (
    <section className={panel.section} aria-labelledby={headingId}>
      <div className={panel.heading}>
        <h2 id={headingId}>{useStart()}</h2>
        {aside}
      </div>
      <p className={`${panel.small} ${panel.dimmed}`}>{hint}</p>
      {children}
    </section>
  )
}

function useStart(): string {
  const t = useTexts(sessionTexts)
  const language = useLanguage()
  const now = useServerNow(30_000)
  const { plannedFor } = useFacilitation((state) => state.view.sessions)
  if (plannedFor === null) return t('notStarted')
  const time = formatTime(plannedFor, language)
  const isToday = new Date(plannedFor).toDateString() === new Date(now).toDateString()
  return isToday
    ? t('startsAt', { time })
    : t('startsOn', { time, date: formatDate(plannedFor, language, now) })
}
