// What a kept state is called, and when that was.
import type { historyTexts } from '#client/app/history/history-texts.ts'
import { formatDate, formatTime } from '#client/ui/format.ts'
import type { TranslateOf } from '#client/ui/texts.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import type { Language } from '#shared/language.ts'

export type Say = TranslateOf<typeof historyTexts>

export function entryTitle(t: Say, { kind, name, itemTitle }: HistoryEntry): string {
  switch (kind) {
    case 'named':
      return name ?? ''
    case 'item-begins':
      return itemTitle ? t('item', { title: itemTitle }) : t('itemUntitled')
    case 'agenda-ends':
      return t('agendaEnds')
    case 'before-restore':
      return t('beforeRestore')
  }
}

export const dayOf = (ms: number): string => new Date(ms).toDateString()

/** The time alone today, else with the day. */
export function entryTime(at: number, language: Language, now: number = Date.now()): string {
  const time = formatTime(at, language)
  return dayOf(at) === dayOf(now) ? time : `${formatDate(at, language, now)}, ${time}`
}

/** "um 14:05", "at 14:05", for the middle of a sentence. */
export function entryWhen(at: number, language: Language, now: number = Date.now()): string {
  const time = formatTime(at, language)
  const isToday = dayOf(at) === dayOf(now)
  if (language === 'de') return isToday ? `um ${time}` : `am ${formatDate(at, language, now)} um ${time}`
  return isToday ? `at ${time}` : `on ${formatDate(at, language, now)} at ${time}`
}
