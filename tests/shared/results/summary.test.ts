// The summary that is sent after a session: what stands in it, and that an e-mail can be opened with it.
import { describe, expect, test } from 'vitest'
import { longestMailLink, mailLink, type SummaryOptions, summaryOf } from '#shared/results/summary.ts'
import { emptyResults, fullResults } from './full-results.ts'

const link = 'https://runde.example/w/abcdefgh1234/results#geheim'
const german: SummaryOptions = { language: 'de', timeZone: 'Europe/Berlin', resultsLink: link }
const english: SummaryOptions = { ...german, language: 'en' }
const bodyOf = (href: string) => new URL(href).searchParams.get('body') ?? ''

describe('the text', () => {
  const [action] = fullResults.actions
  if (!action) throw new Error('The full results have an action.')
  const decided = {
    ...action,
    title: 'SMS je Schritt',
    decidedIn: 2,
    due: '2027-01-15',
    feltFrom: '2027-03-01',
  }
  const results = {
    ...fullResults,
    actions: [
      decided,
      { ...decided, title: 'Rückruf', owner: null, due: null, feltFrom: null },
      { ...decided, title: 'Alt und offen', decidedIn: 1, state: 'in-progress' as const },
      { ...decided, title: 'Alt und fertig', decidedIn: 1, state: 'done' as const },
    ],
    parkingLot: [
      { topic: 'Preise', itemTitle: null, sessionNumber: 2, settled: false },
      { topic: 'Portal', itemTitle: null, sessionNumber: 1, settled: true },
    ],
    plannedFor: '2027-02-03T13:00:00.000Z',
  }

  test('says who does what until when, what goes on, what is parked, when it goes on and where the rest is', () => {
    const { text } = summaryOf(results, german)
    expect(text.split('\n\n').slice(1)).toEqual([
      [
        'Beschlossen',
        '– SMS je Schritt (verantwortlich: Cem Özdemir-Groß; fällig am 15. Januar 2027; für Kunden spürbar ab 1. März 2027)',
        '– Rückruf (verantwortlich: noch offen; fällig: noch offen)',
      ].join('\n'),
      'Aus früheren Sitzungen noch in Arbeit\n– Alt und offen (verantwortlich: Cem Özdemir-Groß; fällig am 15. Januar 2027; für Kunden spürbar ab 1. März 2027)',
      'Im Themenspeicher\n– Preise',
      'Nächste Sitzung: Mittwoch, 3. Februar 2027 um 14:00 MEZ',
      `Alle Ergebnisse: ${link}\n`,
    ])
  })
  test('is there in English, too', () => {
    const { text, subject } = summaryOf(results, english)
    expect(text).toContain('– Rückruf (owner: still open; due: still open)')
    expect(text).toContain(`All results: ${link}`)
    expect(subject).toMatch(/: Session 2, /)
  })
  test('counts what was decided between sessions as decided after the first only', () => {
    const between = { ...results, actions: [{ ...decided, decidedIn: null }] }
    expect(summaryOf(between, english).text).toMatch(/No actions were decided\.\n\nStill in progress/)
    const [first] = results.sessions
    if (!first) throw new Error('The full results have a session.')
    expect(summaryOf({ ...between, sessions: [first] }, english).text).toContain('Decided\n– SMS je Schritt')
  })
  test('says nothing of what is left out of the report', () => {
    const { text } = summaryOf({ ...results, leftOut: ['decisions', 'parking-lot'] }, english)
    expect(text.split('\n\n').slice(1)).toEqual([
      expect.stringMatching(/^Next session: /),
      `All results: ${link}\n`,
    ])
  })
  test('of a workshop with nothing in it says so', () => {
    const { text } = summaryOf(emptyResults, { ...english, resultsLink: null })
    expect(text).toMatch(/\n\nNo actions were decided\.\n$/)
  })
  test('keeps each action on a line of its own, whatever is in its title', () => {
    const { text } = summaryOf({ ...results, actions: [{ ...decided, title: 'a\r\nb\n– c' }] }, german)
    expect(text).toContain('\n– a b – c (')
  })
})

describe('the e-mail', () => {
  const summary = { subject: 'Äpfel & Birnen? #1', text: 'Erste Zeile\nZweite & letzte\n' }
  test('opens with subject and text as they are', () => {
    const href = mailLink(summary, german)
    expect(href).toMatch(/^mailto:\?subject=/)
    expect(new URL(href).searchParams.get('subject')).toBe(summary.subject)
    expect(bodyOf(href)).toBe('Erste Zeile\r\nZweite & letzte')
  })
  test('is cut at a line where it would be too long, says so, and leads to the results', () => {
    const lines = Array.from({ length: 60 }, (_, place) => `– 你好 ${place} 👩🏽‍🚒 ${'x'.repeat(40)}`)
    const href = mailLink({ ...summary, text: lines.join('\n') }, german)
    expect(href.length).toBeLessThanOrEqual(longestMailLink)
    const body = bodyOf(href).split('\r\n')
    expect(body.slice(-2)).toEqual([
      'Das ist ein Auszug. Alles Weitere steht bei den Ergebnissen.',
      `Alle Ergebnisse: ${link}`,
    ])
    expect(lines.slice(0, body.length - 3)).toEqual(body.slice(0, -3))
  })
  test('takes any title', () => {
    const href = mailLink({ subject: '👩🏽‍🚒'.repeat(300), text: '' }, german)
    expect(href.length).toBeLessThanOrEqual(longestMailLink)
    expect(() => decodeURIComponent(href)).not.toThrow()
  })
})
