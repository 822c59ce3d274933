// The deck: eight to twelve slides whatever happened, the maps that matter, every poll in one table.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDeck } from '#client/results/files/slides/build-deck.ts'
import type { Deck, Part } from '#client/results/files/slides/deck.ts'
import { mapsByWeight, type Picture } from '#client/results/files/slides/map-slide.ts'
import { emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { ShapeId } from '#shared/ids.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { SectionId } from '#shared/results/report.ts'
import { Results } from '#shared/results/results.ts'
import { overSessions, play, steps } from '#tests/shared/facilitation/arbitrary.ts'
import { asks, poll } from '#tests/shared/results/full-polls.ts'
import { emptyResults, fullResults, fullResultsJson } from '#tests/shared/results/full-results.ts'
import { input } from '#tests/shared/results/sample-results.ts'
import { reportOf, sectionOf } from '#tests/support/report.ts'
import { sampleInput } from '#tests/support/sample-results.ts'

/** Every map that the report shows, as a picture of this shape. */
function deckOf(results: Results, { width = 1600, height = 900, language = 'de' as const } = {}): Deck {
  const report = reportOf(results, language)
  const maps = mapsByWeight(report.sections.find(({ id }) => id === 'map') ?? null)
  const pictures = maps.slice(0, 3).map(
    ({ of, alt, map }): Picture => ({
      bytes: new Uint8Array(),
      width,
      height,
      of,
      alt,
      ...(map && { map }),
    }),
  )
  return buildDeck(report, pictures)
}

const partsOf = <Kind extends Part['kind']>({ slides }: Deck, kind: Kind) =>
  slides.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === kind ? [part as Extract<Part, { kind: Kind }>] : [])),
  )
const textsOf = (deck: Deck) =>
  partsOf(deck, 'text').flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))

describe('a deck has eight to twelve slides, the first the workshop, each with a headline', () => {
  const sound = (deck: Deck) => {
    expect(deck.slides.length).toBeGreaterThanOrEqual(8)
    expect(deck.slides.length).toBeLessThanOrEqual(12)
    expect(deck.slides.map(({ headline }) => headline)).not.toContain('')
    const labels = deck.slides.map(({ label, headline }) => `${label}: ${headline}`)
    expect(new Set(labels).size).toBe(labels.length)
  }
  test('whatever happened', () => {
    const board = fc.constantFrom(input.board, sampleInput('de').board, {
      maps: [],
      loose: [],
      looseClusters: [],
    })
    fc.assert(
      fc.property(fc.oneof(steps, overSessions), board, (taken, on) => {
        const workshop = play(taken).states.at(-1) ?? emptyWorkshop
        sound(deckOf(buildResults({ ...input, workshop, board: on })))
      }),
      { numRuns: 25 },
    )
  })
  test('with as many polls and maps as may be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 6 }), (polls, maps) => {
        for (const results of [fullResults, emptyResults])
          sound(deckOf(withMaps(withPolls(results, polls), maps)))
      }),
      { numRuns: 12 },
    )
  })
  test('also where there is nothing, and never more where sections are left out', () => {
    sound(deckOf(emptyResults))
    fc.assert(
      fc.property(fc.subarray(SectionId.options), (leftOut) => {
        const { slides } = deckOf({ ...fullResults, leftOut })
        expect(slides.length).toBeLessThanOrEqual(12)
      }),
      { numRuns: 15 },
    )
  })
})

const kinds = Object.keys(asks) as (keyof typeof asks)[]
const withPolls = (results: Results, count: number): Results => ({
  ...results,
  polls: Results.shape.polls.parse(
    Array.from({ length: count }, (_, place) =>
      poll(100 + place, `Frage ${place + 1}`, kinds[place % kinds.length] ?? 'scale'),
    ),
  ),
})

/** The first as it is, further ones with touchpoints of their own. */
const withMaps = (results: Results, count: number): Results => ({
  ...results,
  maps: Results.shape.maps.parse(
    Array.from({ length: count }, (_, place) => {
      const [first] = fullResultsJson.maps
      return place === 0
        ? first
        : {
            ...first,
            id: `shape:map-${place}`,
            title: `Karte ${place + 1}`,
            notes: [],
            touchpoints: first?.touchpoints.map((one) => ({ ...one, id: `${one.id}-${place}` })),
          }
    }),
  ),
})

describe('polls', () => {
  test('up to four are pictures', () => {
    const deck = deckOf({ ...withPolls(fullResults, 4) })
    expect(textsOf(deck)).toEqual(expect.arrayContaining(['Frage 1', 'Frage 2', 'Frage 3', 'Frage 4']))
    expect(partsOf(deck, 'table').map(({ title }) => title)).not.toContain('Abstimmungen')
  })
  test('twelve are all in one table, each with what came of it and how many voted', () => {
    const table = partsOf(deckOf(withPolls(fullResults, 12)), 'table').find(
      ({ title }) => title === 'Abstimmungen',
    )
    expect(table?.columns.map(({ title }) => title)).toEqual(['Frage', 'Ergebnis', 'Stimmen'])
    expect(table?.rows.map(({ cells }) => cells)).toHaveLength(12)
    expect(table?.rows.slice(0, 7).map(({ cells }) => cells)).toEqual([
      ['Frage 1', 'Mittel 1,8', '5'],
      ['Frage 2', 'Rechnung (3)', '6'],
      ['Frage 3', 'Rechnung (5)', '6'],
      ['Frage 4', 'Rechnung (mittlerer Platz 1,2)', '5'],
      ['Frage 5', 'Rechnung (30)', '5'],
      ['Frage 6', 'wartezeit (3)', '5'],
      ['Frage 7', '2 Antworten in eigenen Worten', '2'],
    ])
  })
  test('one of which too few answered says so in the table, without a number', () => {
    const many = withPolls(fullResults, 6)
    const polls = many.polls.map((one, place) =>
      place === 0
        ? { ...one, outcome: { kind: 'suppressed' as const, minimumGroup: 5 }, auditWords: null }
        : one,
    )
    const table = partsOf(deckOf({ ...many, polls }), 'table').find(({ title }) => title === 'Abstimmungen')
    expect(table?.rows[0]?.cells).toEqual([
      'Frage 1',
      'Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.',
      '',
    ])
  })
  test('with long questions twelve rows fit all the same', () => {
    const many = withPolls(fullResults, 12)
    const polls = many.polls.map((one) => ({
      ...one,
      question: `${one.question}: ${'Was ist Kunden wichtig? '.repeat(9)}`,
    }))
    const table = partsOf(deckOf({ ...many, polls }), 'table').find(({ title }) => title === 'Abstimmungen')
    expect(table?.rows).toHaveLength(12)
  })
})

describe('of several maps', () => {
  const three = withMaps(fullResults, 3)
  const [action] = fullResults.actions
  const decidedOn = (place: number): Results['actions'] =>
    action ? [{ ...action, shapeId: ShapeId.parse(`shape:order-${place}`) }] : []

  test('the one from which something was decided is shown first, with its own stages', () => {
    const deck = deckOf({ ...three, actions: decidedOn(2) }, { width: 700, height: 1000 })
    const [map] = deck.slides.filter(({ label }) => label.startsWith('Die Karte'))
    expect(map?.label).toBe('Die Karte · Karte 3')
    const table = map?.parts.find((part) => part.kind === 'table')
    expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells.at(-1))).toEqual(['0', '4', '0'])
  })
  test('those for which there is no room are named, with the actions that come from them', () => {
    const full = {
      ...withPolls(withMaps(fullResults, 3), 12),
      actions: [...decidedOn(1), ...decidedOn(1), ...decidedOn(2)],
    }
    const deck = deckOf(full)
    expect(deck.slides).toHaveLength(12)
    expect(deck.slides.filter(({ label }) => label.startsWith('Die Karte'))).toHaveLength(1)
    expect(textsOf(deck)).toContain('Auch im Bericht: „Karte 3“ (1 Maßnahme), „Glasfaser für zu Hause“.')
  })
  test('further ones have slides of their own while there is room', () => {
    const bare = { ...emptyResults, maps: three.maps }
    const labels = deckOf(bare).slides.map(({ label }) => label)
    expect(labels.filter((label) => label.startsWith('Die Karte ·'))).toHaveLength(3)
    expect(sectionOf(reportOf(bare), 'map').blocks.filter(({ kind }) => kind === 'picture')).toHaveLength(3)
  })
})
