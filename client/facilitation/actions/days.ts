// Days of the calendar as people read them, and today in this browser's time zone.
import { formatDate } from '#client/ui/format.ts'
import type { Day } from '#shared/facilitation/actions.ts'
import type { Language } from '#shared/language.ts'

/** "15. Januar 2027" or "15 January 2027"; the year is left out when it is this one. Noon, so that no time zone shifts the day. */
export const formatDay = (day: Day, language: Language): string =>
  formatDate(new Date(`${day}T12:00:00`).getTime(), language)

export function today(now = new Date()): Day {
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
