// Numbers, times and shares in a report, as the two languages write them.
import type { Language } from '#shared/language.ts'

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

export type ReportFormats = {
  /** A whole number, in groups of three digits where it is long. */
  count(value: number): string
  /** One decimal: "2,6" or "2.6", with a real minus sign. */
  score(value: number): string
  /** As `score`, a plus before what is above 0. */
  signed(value: number): string
  /** 0.25 as "25 %" or "25%". */
  share(value: number): string
  /** Seconds as whole minutes. */
  minutes(seconds: number): string
  /** An ISO time as day and time. */
  moment(iso: string): string
  /** As `moment`, with the time zone: for those who read it elsewhere and are to come at that time. */
  appointment(iso: string): string
  /** An ISO time as short as it can be: "23.11.2026, 13:00". */
  shortMoment(iso: string): string
  /** An ISO time as "2026-11-23 13:00", in either language. */
  sortableMoment(iso: string): string
  /** A day of the calendar, "2027-01-15", with its year. */
  day(day: string): string
  /** The day of an ISO time, with its year. */
  dayOf(iso: string): string
  /** From the day of one ISO time to that of another. */
  days(from: string, to: string): string
  /** From one ISO time to another: the day is written once when it is the same. */
  until(from: string, to: string): string
}

/** `timeZone` is an IANA name; UTC without one, or where it is not known. UTC is written out. */
export function reportFormats(language: Language, timeZone = 'UTC'): ReportFormats {
  const locale = locales[language]
  const zone = timeZoneOr(timeZone, 'UTC')
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options)
    return (value: number) => format.format(value).replace('-', '−')
  }
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const dayAndTime = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  } as const
  const appointment = new Intl.DateTimeFormat(locale, { ...dayAndTime, timeZoneName: 'short' })
  const moment = zone === 'UTC' ? appointment : new Intl.DateTimeFormat(locale, dayAndTime)
  const inFull = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const day = new Intl.DateTimeFormat(locale, { ...inFull, timeZone: 'UTC' })
  const dayOf = new Intl.DateTimeFormat(locale, { ...inFull, timeZone: zone })
  const shortMoment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  })
  const sortable = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  })
  return {
    count: number({ maximumFractionDigits: 0 }),
    score: number(oneDecimal),
    signed: number({ ...oneDecimal, signDisplay: 'exceptZero' }),
    share: number({ style: 'percent' }),
    minutes: (seconds) => String(Math.round(seconds / 60)),
    moment: (iso) => moment.format(new Date(iso)),
    appointment: (iso) => appointment.format(new Date(iso)),
    shortMoment: (iso) => shortMoment.format(new Date(iso)),
    // Swedish writes it so.
    sortableMoment: (iso) => sortable.format(new Date(iso)),
    day: (date) => day.format(new Date(`${date}T12:00:00Z`)),
    dayOf: (iso) => dayOf.format(new Date(iso)),
    days: (from, to) => dayOf.formatRange(new Date(from), new Date(to)),
    until: (from, to) => moment.formatRange(new Date(from), new Date(to)),
  }
}

/** `name` where it is one that is known here. */
export const timeZoneOr = (name: string, otherwise: string): string => (isTimeZone(name) ? name : otherwise)

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false // RangeError: no such zone
  }
}
