// One value of a report as a cell that spreadsheets can calculate with: numbers as numbers, days as days.
import type { CellObject } from 'write-excel-file/universal'
import { xmlText } from '#client/results/files/xml-text.ts'
import type { Language } from '#shared/language.ts'
import type { ColumnType } from '#shared/results/report.ts'
import type { TypedCell } from './sheets.ts'

/** Codes of the file format; a program shows them by the rules of its own country. */
const numberFormats: Partial<Record<ColumnType, string>> = {
  count: '0',
  score: '0.0',
  signed: '+0.0;-0.0;0.0',
  share: '0%',
  minutes: '0',
}
const dayFormats: Record<Language, string> = { de: 'dd.mm.yyyy', en: 'd mmm yyyy' }

// No cell holds more.
const longestText = 32_767

export type CellContext = { language: Language; timeZone: string }

/** Null for an empty cell. */
export function cellOf({ value, type }: TypedCell, context: CellContext): CellObject | null {
  if (value === null || value === '') return null
  if (typeof value === 'number') {
    const format = numberFormats[type]
    return Number.isFinite(value) ? { value, type: Number, ...(format && { format }) } : null
  }
  if (type === 'day' || type === 'moment') return dateCell(value, type, context) ?? textCell(value)
  return textCell(value)
}

export function textCell(text: string): CellObject {
  const clean = xmlText(text)
  const short = clean.length > longestText ? `${clean.slice(0, longestText - 1).toWellFormed()}…` : clean
  // "_x0041_" would be read as an escaped "A".
  const escaped = short.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  // The library keeps texts as keys of an object and finds "constructor" there before anybody has written it. It removes
  // this character again before it writes.
  return { value: `${escaped}\u0001`, type: String }
}

// Excel counts days from here on; what is earlier stays a text.
const firstDay = Date.UTC(1900, 2, 1)

function dateCell(text: string, type: 'day' | 'moment', context: CellContext): CellObject | null {
  const date = type === 'day' ? new Date(`${text}T00:00:00Z`) : wallClock(new Date(text), context.timeZone)
  if (Number.isNaN(date.getTime()) || date.getTime() < firstDay) return null
  const format = dayFormats[context.language] + (type === 'moment' ? ' hh:mm' : '')
  return { value: date, type: Date, format }
}

/** What the clock on the wall showed, as if it were UTC: spreadsheets know no zones. */
function wallClock(moment: Date, timeZone: string): Date {
  if (Number.isNaN(moment.getTime())) return moment
  const part = new Map(
    inZone(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const of = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0
  return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')))
}

/** One for each zone: making one takes longer than everything else about a cell, and a workbook has thousands. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function inZone(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = clockIn(timeZone)
  clocks.set(timeZone, made)
  return made
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...digits, ...clock, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...digits, ...clock, timeZone: 'UTC' }) // RangeError: no such zone
  }
}
