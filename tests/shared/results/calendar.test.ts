// The calendar file is read as it is meant by another program: days, texts of every kind, and the same entries again.
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarFile } from '#shared/results/calendar.ts'
import { calendarText, escaped } from '#shared/results/calendar-text.ts'
import type { Results } from '#shared/results/results.ts'
import { retyped } from '#tests/support/retyped.ts'
import { emptyResults, fullResults } from './full-results.ts'
import { hostileTexts } from './sample-results.ts'

const german = calendarFile(fullResults, 'de') ?? ''

const eventsIn = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

function eventOf(text: string, uid: string): ICAL.Event {
  const event = eventsIn(text).find((one) => one.uid === uid)
  if (!event) throw new Error(`There is no event ${uid}.`)
  return event
}
const action = (number: number, kind: string) => `${number.toString(16).padStart(32, '0')}-${kind}@runde`

describe('the dates', () => {
  test('are those of every action, and of the next session', () => {
    expect(eventsIn(german).map(({ uid }) => uid)).toEqual([
      action(1, 'due'),
      action(1, 'felt'),
      action(2, 'due'),
      action(2, 'felt'),
      action(4, 'due'),
      'abcdefgh1234-session-3@runde',
    ])
  })
  test('are whole days that leave people free', () => {
    const { startDate, endDate, component } = eventOf(german, action(1, 'due'))
    expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([
      true,
      '2027-01-15',
      '2027-01-16',
    ])
    expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })
  test('end on the day after also at the end of a year', () => {
    const [first] = fullResults.actions
    if (!first) throw new Error('The sample has an action.')
    const results = { ...fullResults, actions: [{ ...first, due: '2027-12-31' }] }
    expect(eventOf(calendarFile(results, 'de') ?? '', action(1, 'due')).endDate.toString()).toBe('2028-01-01')
  })
  test('may be the last day that a calendar has: one that means "never" must not spoil the file', () => {
    const [first] = fullResults.actions
    if (!first) throw new Error('The sample has an action.')
    const text = calendarFile({ ...fullResults, actions: [{ ...first, due: '9999-12-31' }] }, 'de') ?? ''
    expect(eventOf(text, action(1, 'due')).startDate.toString()).toBe('9999-12-31')
    for (const [, day] of text.matchAll(/VALUE=DATE:(.*)\r/g)) expect(day).toMatch(/^\d{8}$/)
  })
  test('say what is due, whose it is and from which workshop', () => {
    const { summary, description } = eventOf(german, action(1, 'due'))
    expect(summary).toBe('Fällig: Nach drei Tagen anrufen')
    expect(description).toBe(
      'Verantwortlich: Cem Özdemir-Groß\nAbteilung: Service\nStand: offen\nAus: Auftrag\nWorkshop: Glasfaser: vom Auftrag bis online',
    )
  })
  test('say when something is done, and stand on the day since when customers feel it', () => {
    expect(eventOf(german, action(2, 'due')).summary).toBe('Fertig: Rechnung erklären')
    const { summary, startDate } = eventOf(german, action(2, 'felt'))
    expect([summary, startDate.toString()]).toEqual([
      'Für Kunden spürbar seit heute: Rechnung erklären',
      '2027-01-10',
    ])
  })
  test('are in the language of the report', () => {
    expect(eventOf(calendarFile(fullResults, 'en') ?? '', action(1, 'due')).summary).toBe(
      'Due: Nach drei Tagen anrufen',
    )
  })
  test('are no file at all where there are none', () => {
    expect(calendarFile(emptyResults, 'de')).toBeNull()
  })
})

describe('the next session', () => {
  test('lasts as long as what is prepared for it', () => {
    const { startDate, endDate, summary } = eventOf(german, 'abcdefgh1234-session-3@runde')
    expect(summary).toBe(fullResults.workshop.title)
    expect(startDate.toJSDate().toISOString()).toBe('2027-03-01T08:00:00.000Z')
    expect(endDate.toJSDate().toISOString()).toBe('2027-03-01T08:03:00.000Z')
  })
  test('lasts an hour while nothing is prepared', () => {
    const sessions = fullResults.sessions.filter(({ startedAt }) => startedAt !== null)
    const text = calendarFile({ ...fullResults, sessions }, 'de') ?? ''
    const { startDate, endDate } = eventOf(text, 'abcdefgh1234-session-3@runde')
    expect(endDate.subtractDate(startDate).toSeconds()).toBe(3600)
  })
})

test('a later file replaces the entries of an earlier one', () => {
  const later: Results = { ...fullResults, asOf: '2027-01-21T15:00:00.000Z' }
  const again = eventsIn(calendarFile(later, 'de') ?? '')
  for (const [place, before] of eventsIn(german).entries()) {
    expect(again[place]?.uid).toBe(before.uid)
    expect(again[place]?.sequence).toBeGreaterThan(before.sequence)
  }
})

describe('the text', () => {
  const lines = (text: string) => text.split('\r\n').slice(0, -1)

  test('has lines of at most 75 bytes, each a whole number of characters', () => {
    const long = retyped(fullResults, (text) => `${text} ${'👩🏽‍🚒ßxمرحبا'.repeat(20)}`)
    for (const line of lines(calendarFile(long, 'de') ?? '')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
  })
  test('ends every line as the format asks for', () => {
    expect(german).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(german).toMatch(/END:VCALENDAR\r\n$/)
    expect(german).not.toMatch(/[^\r]\n|\r[^\n]/)
  })
  test('of any kind is read again as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const text = `x${typed}`.replace(/\p{Cc}|[\u2028\u2029]/gu, '')
        const file = calendarText([
          ['BEGIN', 'VEVENT'],
          ['SUMMARY', escaped(text)],
          ['END', 'VEVENT'],
        ])
        const event = new ICAL.Component(ICAL.parse(file))
        expect(event.getFirstPropertyValue('summary')).toBe(text)
        for (const line of lines(file)) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      }),
    )
  })
  test.each([...hostileTexts, 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1', 'a;b,c\\n', 'ATTENDEE:mailto:a@b'])(
    '%j becomes no property of its own',
    (text) => {
      const nasty =
        calendarFile(
          retyped(fullResults, () => text),
          'de',
        ) ?? ''
      const names = (file: string) =>
        eventsIn(file).map(({ component }) => component.getAllProperties().map(({ name }) => name))
      expect(names(nasty)).toEqual(names(german))
    },
  )
})
