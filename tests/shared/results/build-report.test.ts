// The report says what the results hold: section by section, in both languages, of one session or of all, and no more than may be shown.
import { describe, expect, test } from 'vitest'
import { type Block, type Report, SectionId } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'
import { reportOf, sectionOf, tableIn } from '#tests/support/report.ts'
import { hostileResults, hugeResults, sampleResults } from '#tests/support/sample-results.ts'
import { emptyResults, fullResults } from './full-results.ts'

const german = reportOf(fullResults)
const blocksOf = (report: Report, id: SectionId) => sectionOf(report, id).blocks
const kindsOf = (report: Report, id: SectionId) => blocksOf(report, id).map(({ kind }) => kind)
const chartIn = (report: Report, id: string) => {
  const chart = report.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'chart' && block.id === id)
  if (chart?.kind !== 'chart') throw new Error(`The report has no chart ${id}.`)
  return chart
}
const withheldIn = (report: Report) =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'withheld' ? [block.text] : [])),
  )

describe('the whole', () => {
  test('has every section in its order where there is something of everything', () => {
    expect(german.sections.map(({ id }) => id)).toEqual(SectionId.options)
  })
  test('says which sessions it tells of, and as of when', () => {
    expect(german.title).toBe('Glasfaser: vom Auftrag bis online')
    expect(german.subtitle).toMatch(
      /^Bericht zum Workshop, 2 Sitzungen, 23\. November 2026\s–\s14\. Januar 2027$/,
    )
    expect(german.asOf).toBe('Stand: Mittwoch, 20. Januar 2027 um 16:00')
  })
  test('leaves out what nobody has filled, and what was not chosen', () => {
    expect(reportOf(emptyResults).sections).toEqual([])
    const chosen = reportOf(fullResults, 'de', { sections: new Set<SectionId>(['agenda', 'decisions']) })
    expect(chosen.sections.map(({ id }) => id)).toEqual(['decisions', 'agenda'])
  })
  test.each([
    ['a full workshop', fullResults],
    ['three real sessions', sampleResults()],
    ['hostile words', hostileResults()],
    ['2,000 cards', hugeResults()],
  ] as const)('has sound tables and charts: %s', (_, results) => {
    for (const language of ['de', 'en'] as const) sound(reportOf(results, language))
  })
  test('is the same document in both languages', () => {
    const english = reportOf(fullResults, 'en')
    const shape = ({ sections }: Report) =>
      sections.map(({ id, blocks }) => [
        id,
        blocks.map((block) => [block.kind, block.kind === 'table' ? block.rows.length : null]),
      ])
    expect(shape(english)).toEqual(shape(german))
    const words = JSON.stringify(english.sections.map(({ title, hint }) => [title, hint]))
    expect(words).not.toMatch(/[äöüß]|\bund\b|\bder\b/)
  })
  test('says nothing of a person beside the names of owners and of those who promised', () => {
    expect(JSON.stringify(german).split('Cem Özdemir-Groß').length - 1).toBe(3)
  })
})

/** Ids are unique, rows as long as their heads, series as their categories, and a chart's table is there. */
function sound({ sections }: Report): void {
  const blocks = sections.flatMap((section) => section.blocks)
  const ids = blocks.flatMap((block) => ('id' in block ? [block.id] : []))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  for (const block of blocks) {
    if (block.kind === 'table') for (const row of block.rows) expect(row.length).toBe(block.columns.length)
    if (block.kind !== 'chart') continue
    for (const { values } of block.series) expect(values.length).toBe(block.categories.length)
    if (block.tableId !== undefined) expect(ids).toContain(block.tableId)
  }
}

describe('what was decided', () => {
  test('has each action with owner, department, dates, state, the note it comes from and its touchpoints', () => {
    expect(tableIn(german, 'decisions').rows).toEqual([
      [
        'Nach drei Tagen anrufen',
        'Cem Özdemir-Groß',
        'Service',
        '2027-01-15',
        '2027-03-01',
        'offen',
        null,
        null,
        'Auftrag',
        'zu früh, um es zu sagen, bis 1. März 2027',
      ],
      [
        'Rechnung erklären',
        'Person ohne Namen',
        'Vertrieb',
        '2027-01-15',
        '2027-03-01',
        'für Kunden spürbar',
        '2027-01-10',
        null,
        'Rechnung',
        'Wert von 3,2 auf 5,0 seit 10. Januar 2027',
      ],
      ['Wer fragt nach?', 'offen', null, null, null, 'offen', null, null, null, null],
      [
        'Fertig ohne Datum',
        'Cem Özdemir-Groß',
        'Service',
        '2027-01-15',
        null,
        'fertig',
        null,
        'Anruf nach drei Tagen',
        'Auftrag, Termin, Rechnung und 1 weitere',
        'zu früh, um es zu sagen',
      ],
    ])
  })
  test('has a picture of that part of the board for each that has a card', () => {
    const pictures = blocksOf(german, 'decisions').filter((block) => block.kind === 'picture')
    expect(pictures).toEqual([
      { kind: 'picture', of: 'shape:order', alt: 'Das Board rund um „Auftrag“' },
      { kind: 'picture', of: 'shape:bill', alt: 'Das Board rund um „Rechnung“' },
      { kind: 'picture', of: 'shape:n3', alt: 'Das Board rund um „Anruf nach drei Tagen“' },
    ])
  })
})

describe('the map', () => {
  test('is a picture of all of the board while there is one', () => {
    expect(kindsOf(german, 'map')).toEqual(['heading', 'picture', 'table', 'table'])
    expect(blocksOf(german, 'map')[1]).toMatchObject({ of: 'board' })
  })
  test('is a picture of each while there are several, and says which a stage is on', () => {
    const [map] = fullResults.maps
    if (!map) throw new Error('The sample has a map.')
    const report = reportOf({ ...fullResults, maps: [map, { ...map, id: 'shape:second', title: 'Zweite' }] })
    expect(blocksOf(report, 'map').flatMap((block) => (block.kind === 'picture' ? [block.of] : []))).toEqual([
      'shape:map',
      'shape:second',
    ])
    expect(tableIn(report, 'stages').columns[0]?.title).toBe('Karte')
    expect(tableIn(report, 'stages').rows.at(-1)).toEqual(['Zweite', 'Nutzen', null])
    sound(report)
  })
  test('has its scores with the largest gap first, in the chart too', () => {
    expect(tableIn(german, 'scores').rows.map(([title, , , , , gap]) => [title, gap])).toEqual([
      ['Auftrag', 2.2],
      ['Termin', -1],
      ['Rechnung', null],
    ])
    expect(chartIn(german, 'scores-chart')).toMatchObject({
      categories: ['Auftrag', 'Termin'],
      series: [{ values: [1.8, 9] }, { values: [4, 8] }],
    })
  })
})

describe('notes', () => {
  test('are told by kind, what the group put together first', () => {
    expect(tableIn(german, 'pain-points').rows).toEqual([
      ['Sechs Wochen\nohne ein Wort', 'Schweigen', 'Warten', 'Service'],
      ['Vertrag im Spam', null, 'Bestellen', null],
    ])
    expect(tableIn(german, 'opportunities').rows).toEqual([['Anruf nach drei Tagen', 'Warten']])
    expect(tableIn(german, 'notes').rows).toEqual([
      ['Belege', '1.200 Beschwerden im Jahr', 'Warten'],
      [null, 'Später ansehen', null],
    ])
  })
  test('stand in the order of the stages', () => {
    const [map] = fullResults.maps
    if (!map) throw new Error('The sample has a map.')
    const report = reportOf({
      ...fullResults,
      maps: [{ ...map, notes: map.notes.map((note) => ({ ...note, cluster: null })) }],
    })
    expect(tableIn(report, 'pain-points').rows.map(([text]) => text)).toEqual([
      'Vertrag im Spam',
      'Sechs Wochen\nohne ein Wort',
    ])
  })
})

describe('polls', () => {
  const answersTo = (question: string): Block[] => {
    const blocks = blocksOf(german, 'polls')
    const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === question)
    const end = blocks.findIndex((block, place) => place > start && block.kind === 'heading')
    return blocks.slice(start + 1, end < 0 ? undefined : end)
  }
  const factsOf = (blocks: Block[]) =>
    blocks.flatMap((block) =>
      block.kind === 'facts' ? block.facts.map(({ label, value }) => [label, value]) : [],
    )

  test('have voters, blanks, mean and spread, and the audit words', () => {
    expect(factsOf(answersTo('Was davon noch?'))).toEqual([
      ['Gefragt', 8],
      ['Stimmen', 6],
      ['ohne Antwort', 2],
      ['Prüfwörter', 'amber · bridge · cotton · delta'],
    ])
    expect(factsOf(answersTo('Machen wir weiter?'))).toEqual([
      ['Gefragt', 8],
      ['Stimmen', 5],
      ['ohne Antwort', 1],
      ['Mittel', 1.8],
      ['Streuung', 0.75],
    ])
  })
  test('have a picture that fits their kind, or a table where words were answered', () => {
    const kinds = [
      'Wo drückt es?',
      'Was davon noch?',
      'Was zuerst?',
      'Wohin mit den Punkten?',
      'In drei Wörtern?',
      'Was noch?',
      'Machen wir weiter?',
    ].map((question) =>
      answersTo(question).flatMap((block) =>
        block.kind === 'chart' ? [block.shape] : block.kind === 'table' ? ['table'] : [],
      ),
    )
    expect(kinds).toEqual([
      ['bars'],
      ['bars'],
      ['bars'],
      ['bars', 'table'],
      ['table'],
      ['table'],
      ['columns'],
    ])
  })
  test('that stand in before and after are not told again, nor are pulses', () => {
    const headings = blocksOf(german, 'polls').flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    )
    expect(headings).not.toContain('Ändert sich etwas?')
    expect(chartIn(german, 'before-after-1')).toMatchObject({
      shape: 'columns',
      series: [
        { name: 'vorher', values: [2, 2, 1, 0, 0] },
        { name: 'nachher', values: [0, 0, 1, 3, 2] },
      ],
    })
    expect(tableIn(german, 'before-after').rows).toEqual([[1, 'Ändert sich etwas?', 1.8, 4.2, 2.4, 5, 6]])
  })
})

describe('what is withheld', () => {
  test('says so, and why', () => {
    expect(withheldIn(german)).toEqual([
      'Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.',
      'Läuft noch. Zahlen gibt es, wenn die Abstimmung geschlossen ist.',
      'Die versiegelten Stimmzettel fehlen oder passen nicht zum Protokoll der Abstimmung. Daraus wird nichts gezählt.',
      'Ohne Wert: zu wenige Antworten, nicht gezeigt, nicht aufgehoben.',
      '„Die Karte ergänzen (Sitzung 1)“: Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.',
      '„Rundlauf (Sitzung 1)“: Die versiegelten Stimmzettel fehlen oder passen nicht zum Protokoll der Abstimmung. Daraus wird nichts gezählt.',
      '„Ankommen 2 (Sitzung 2)“: Noch nicht geöffnet.',
      'Sitzung 2, was aus den Commitments geworden ist: zu wenige Antworten, nicht gezeigt, nicht aufgehoben.',
      'Sitzung 1, 23. November 2026: Kleine Abteilungen stehen unter „Alle anderen“: Kein Anteil ist der einer einzelnen Person.',
      'Gehaltene Commitments, Sitzung 2: zu wenige Antworten, nicht gezeigt, nicht aufgehoben.',
    ])
  })
})

describe('a session on its own', () => {
  const first = reportOf(fullResults, 'de', { session: 1 })
  const second = reportOf(fullResults, 'de', { session: 2 })

  test('has only what belongs to it', () => {
    expect(second.subtitle).toMatch(/^Bericht zum Workshop, Sitzung 2, Donnerstag, 14\. Januar 2027/)
    expect(tableIn(second, 'decisions').rows.map(([title]) => title)).toEqual(['Wer fragt nach?'])
    expect(tableIn(second, 'parking-lot').rows).toEqual([['Zuständigkeiten', 'offen']])
    expect(tableIn(second, 'agenda').rows).toEqual([['Ankommen 2', 3, null, 'nicht erreicht']])
    expect(second.sections.map(({ id }) => id)).not.toContain('mood')
    expect(chartIn(second, 'trend-mood').categories).toEqual(chartIn(german, 'trend-mood').categories)
    sound(second)
  })
  test('names no session in its tables, and has no trend while it is the first', () => {
    expect(tableIn(first, 'agenda').columns.map(({ title }) => title)).not.toContain('Sitzung')
    expect(first.sections.map(({ id }) => id)).not.toContain('trends')
    expect(blocksOf(first, 'commitments')[0]).toEqual({
      kind: 'text',
      text: '7 von 9 haben die Spielregeln angenommen.\n4 von 7 gehalten, 2 teils, 1 nicht.',
    })
    sound(first)
  })
})

describe('trends', () => {
  test('have one place for each session, a gap where there is no figure', () => {
    const { categories, series } = chartIn(german, 'trend-mood')
    expect(categories).toEqual(['Sitzung 1, 23. November 2026', 'Sitzung 2, 14. Januar 2027'])
    expect(series).toEqual([{ name: 'Mittel', values: [3.1, null] }])
  })
  test('draw the scores that moved, and have all of them in the table', () => {
    expect(chartIn(german, 'trend-scores-chart').series.map(({ name }) => name)).toEqual(['Auftrag'])
    expect(tableIn(german, 'trend-scores').rows).toEqual([
      ['Auftrag', 4, 1.2, 1.8],
      ['Termin', 8, 9, 9],
    ])
  })
  test('are nothing before the second session', () => {
    const once: Results = { ...fullResults, trends: { ...fullResults.trends, sessions: [1] } }
    expect(reportOf(once).sections.map(({ id }) => id)).not.toContain('trends')
  })
})

test('the room is told by department, with those who should have been there', () => {
  expect(chartIn(german, 'attendance').categories).toEqual([
    'Service',
    'Vertrieb',
    'Andere oder keine Angabe',
  ])
  expect(blocksOf(german, 'attendance').at(-1)).toEqual({
    kind: 'text',
    text: 'Sitzung 2, 14. Januar 2027: Mit Touchpoints auf der Karte, aber ohne jemanden im Raum: Netzbau.',
  })
})
