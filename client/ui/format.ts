// Numbers, clocks and dates as the two languages write them.
import type { Language } from '#shared/language.ts'

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/** "3,6" or "3.6": always `digits` places, a real minus sign. */
export function formatNumber(value: number, language: Language, digits = 1): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(locales[language], options).format(value).replace('-', '−')
}

/** Milliseconds as "12:41" or "1:02:05"; time that is over as "−0:30". Counts down to the second that is running. */
export function formatClock(ms: number): string {
  const isOver = ms < 0
  const seconds = isOver ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  const text =
    hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`
  return isOver && seconds > 0 ? `−${text}` : text
}

/** Epoch milliseconds as "14:00", in this browser's time zone. */
export function formatTime(ms: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(ms)
}

/** Epoch milliseconds as "3. November" or "3 November"; with the year when it is not this one. */
export function formatDate(ms: number, language: Language, now: number = Date.now()): string {
  const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear()
  const options: Intl.DateTimeFormatOptions = isThisYear
    ? { day: 'numeric', month: 'long' }
    : { day: 'numeric', month: 'long', year: 'numeric' }
  return new Intl.DateTimeFormat(locales[language], options).format(ms)
}

/** 0.25 as "25 %" or "25%": whole percent. */
export const formatShare = (share: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share)

/** Of this browser: "Mitteleuropäische Zeit" or "Central European Time", the same in summer and winter. */
export function timeZoneName(language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeZoneName: 'longGeneric' })
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
