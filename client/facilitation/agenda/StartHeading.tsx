// "Starts at 09:30", with the day when it is another one; or that nothing has begun.
import { useFacilitation, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatDate, formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { sessionTexts } from './texts-session.ts'

export function StartHeading() {
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
