// How long the agenda is, and from when to when; once it runs, when it will be over and what that is against the plan.
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { type TranslateOf, useTexts } from '#client/ui/texts.ts'
import { endForecast, totalMinutes } from '#shared/facilitation/agenda-times.ts'
import classes from './ItemSection.module.css'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { sessionTexts } from './texts-session.ts'

export function AgendaSpan() {
  const t = useTexts(agendaEditTexts)
  const language = useLanguage()
  const { items, startedAt } = useFacilitation((state) => state.view.agenda)
  const { plannedFor } = useFacilitation((state) => state.view.sessions)
  const forecast = useForecast()
  const minutes = totalMinutes(items)
  if (minutes === 0) return null
  const time = (at: number) => formatTime(at, language)
  const span = (from: number, to: number) => t('span', { from: time(from), to: time(to) })
  const facts = [
    startedAt === null && plannedFor !== null && span(plannedFor, plannedFor + minutes * 60_000),
    startedAt !== null && forecast && span(startedAt, forecast.endsAt),
    t('total', { count: minutes }),
  ].filter((fact) => fact)
  return (
    <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
      {facts.join(' · ')}
    </span>
  )
}

/** "Ends about 10:37, 4 minutes later than planned". */
export function EndForecast() {
  const t = useTexts(sessionTexts)
  const language = useLanguage()
  const forecast = useForecast()
  if (!forecast) return null
  const ends = t('endsAt', { time: formatTime(forecast.endsAt, language) })
  return (
    <p className={`${panel.small} ${panel.dimmed} ${panel.figures} ${classes.forecast}`}>
      {[ends, deviation(t, forecast.laterMs)].filter((fact) => fact !== null).join(', ')}
    </p>
  )
}

function useForecast() {
  const agenda = useFacilitation((state) => state.view.agenda)
  return endForecast(agenda, useServerNow(1_000))
}

/** Less than a minute is no news. */
function deviation(t: TranslateOf<typeof sessionTexts>, laterMs: number): string | null {
  const minutes = Math.round(laterMs / 60_000)
  if (minutes === 0) return null
  return minutes > 0 ? t('later', { count: minutes }) : t('sooner', { count: -minutes })
}
