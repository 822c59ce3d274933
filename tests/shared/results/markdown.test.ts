// The Markdown file reads well in both languages, and what people typed stays what they typed.
import { describe, expect, test } from 'vitest'
import { emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
import { inItem, inline } from '#shared/results/markdown-text.ts'
import { fold } from '#tests/shared/facilitation/scene.ts'
import { history, hostileTexts, input } from './sample-results.ts'

const results = buildResults(input)
const german = toMarkdown(results, 'de', 'Europe/Berlin')
const english = toMarkdown(results, 'en', 'Europe/Berlin')

describe('in German', () => {
  test('begins with the title and when it was, in the reader’s time zone', () => {
    expect(german).toMatch(
      /^# Glasfaser: vom Auftrag bis online\n\nBericht zum Workshop, Montag, 23\. November 2026 um 13:00 *\nStand: /,
    )
  })
  test('has the scores with decimal commas, the largest gap first', () => {
    expect(german).toContain(
      '| Touchpoint | Phase | Abteilung | Kanal | Ist | Soll | Lücke |\n| --- | --- | --- | --- | ---: | ---: | ---: |\n| **largest gap** (Moment der Wahrheit) | Warten | Service | Telefon | 1,8 | 4,0 | 2,2 |',
    )
    expect(german).toContain('| exceeded | Warten | – | Telefon | 9,0 | 8,0 | −1,0 |')
    expect(german).toContain('| unscored | Warten | – | Telefon | – | 8,0 | – |')
  })
  test('has the curve', () => {
    expect(german).toContain('| Bestellen | +1,0 |\n| Warten | −2,0 |')
  })
  test('has notes by kind, each break kept inside its item', () => {
    expect(german).toContain('### Schmerzpunkte\n\n- Sechs Wochen\\\n  ohne ein Wort (Warten, Service)')
    expect(german).toContain('## Notizen neben der Karte\n\n- Später')
  })
  test('has each poll as it may be told', () => {
    expect(german).toContain(
      '### Ändert sich etwas?\n\nGeheim, Montag, 23. November 2026 um 13:01. Stimmen: 5, ohne Antwort: 1, Mittel: 1,8\n\n| Antwort | Stimmen |\n| --- | ---: |\n| 1 gar nicht | 2 |',
    )
    expect(german).toContain('Prüfwörter: amber · bridge · cotton · delta.')
    expect(german).toContain(
      '### Wie war die Mittagspause?\n\nGeheim, Montag, 23. November 2026 um 13:02. Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.',
    )
    expect(german).toContain(
      '### Machen wir weiter?\n\nOffen, nicht anonym, Montag, 23. November 2026 um 13:00. Stimmen: 2, Mittel: 3,5',
    )
  })
  test('compares before and after', () => {
    expect(german).toContain('| Ändert sich etwas? | 1,8 (5) | 4,2 (6) |')
  })
  test('has commitments with names, or what was seen in their place', () => {
    expect(german).toContain('3 von 8 haben die Spielregeln angenommen.')
    expect(german).toContain('- Cem: Postfach zu.\n- Person aus Service: Ich rufe drei Kunden an.')
  })
  test('has attendance, shares and the agenda', () => {
    expect(german).toContain('| Vertrieb | nicht im Raum |\n| Andere oder keine Angabe | 2 |')
    expect(german).toMatch(/\| Service \| 75\s% \| 75\s% \|/)
    expect(german).toContain(
      '| Willkommen | 3 Min | 4 Min |\n| Die Karte ergänzen | 10 Min | 15 Min, läuft |\n| Schluss | 2 Min | nicht erreicht |',
    )
  })
})

test('in English it says the same with decimal points', () => {
  expect(english).toContain(
    '| **largest gap** (Moment of truth) | Warten | Service | Phone | 1.8 | 4.0 | 2.2 |',
  )
  expect(english).toContain(
    'Secret, Monday, 23 November 2026 at 13:01. Votes: 5, without an answer: 1, Mean: 1.8',
  )
  expect(english.match(/^#+ /gm)?.length).toBe(german.match(/^#+ /gm)?.length)
})

test('an unknown time zone is answered in UTC, and UTC is written out', () => {
  for (const zone of [undefined, 'Mars/Olympus', '', '../etc'])
    expect(toMarkdown(results, 'de', zone)).toContain('23. November 2026 um 12:00 UTC')
})

test('an empty workshop makes a short report without empty tables', () => {
  const text = toMarkdown(
    buildResults({
      ...input,
      workshop: { ...emptyWorkshop, info: input.workshop.info },
      board: { maps: [], loose: [], looseClusters: [] },
      sealed: new Map(),
    }),
    'en',
  )
  expect(text).not.toContain('undefined')
  expect(text).not.toMatch(/\| --- .*\|\n\n/)
  expect(text).not.toMatch(/\n{3}/)
})

describe('what people typed', () => {
  // What is left to a parser's meaning when each escaped character is taken for a letter.
  const active = (text: string) => text.replace(/\\[!-/:-@[-`{-~]/g, 'x')
  test.each(hostileTexts)('%j stays text', (text) => {
    for (const written of [inline(text), inItem(text)]) {
      expect(active(written)).not.toMatch(/[<>|`*_[\]&~$]/)
      for (const line of active(written).split('\n')) expect(line).not.toMatch(/^\s*(#|\+|-|=|:|\d+[.)])/)
      expect(written).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029]/)
      expect(written).not.toMatch(/[^\P{Cc}\n]/u)
      expect(written.isWellFormed()).toBe(true)
    }
    expect(inline(text)).not.toContain('\n')
    for (const line of inItem(text).split('\n').slice(1)) expect(line).toMatch(/^ {2}\S/)
  })
  test('is whole again once the escapes are read', () => {
    const read = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    for (const text of [
      '2 < 3 & 4 > 1',
      '**wichtig**',
      'C:\\Temp',
      '1. und 2)',
      '# 1',
      'a_b_c',
      'مرحبا 👩🏽‍🚒',
    ])
      expect(read(inline(text))).toBe(text)
  })
  test.each(hostileTexts)('%j everywhere leaves the report’s own form as it is', (text) => {
    const nasty = everywhere(text)
    const headings = (markdown: string) => markdown.split('\n').filter((line) => /^#{1,3} /.test(line)).length
    const cells = (markdown: string) =>
      markdown
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replace(/\\./g, '').split('|').length)
    expect(headings(nasty)).toBe(headings(everywhere('harmlos')))
    expect(cells(nasty)).toEqual(cells(everywhere('harmlos')))
    expect(active(nasty)).not.toMatch(/<|\]\(/)
  })
})

/** The whole report with `text` in every place that people write in. */
function everywhere(text: string): string {
  const workshop = fold(history)
  const [map] = input.board.maps
  if (!map) throw new Error('The sample has a map.')
  return toMarkdown(
    buildResults({
      ...input,
      names: Object.fromEntries(Object.keys(workshop.people).map((personId) => [personId, text])),
      workshop: {
        ...workshop,
        info: {
          ...workshop.info,
          title: text,
          departments: workshop.info.departments.map((each) => ({ ...each, title: text })),
        },
        agenda: {
          ...workshop.agenda,
          items: workshop.agenda.items.map((item) => ({ ...item, title: text })),
        },
        polls: workshop.polls.map((poll) => ({
          ...poll,
          question: text,
          asks: { kind: 'scale' as const, min: 1 as const, max: 5, lowLabel: text, highLabel: text },
        })),
        checkIn: {
          ...workshop.checkIn,
          rules: workshop.checkIn.rules.map((rule) => ({ ...rule, rule: text })),
          commitments: Object.fromEntries(
            Object.entries(workshop.checkIn.commitments).map(([key, commitment]) => [
              key,
              { ...commitment, promise: text },
            ]),
          ),
        },
      },
      board: {
        maps: [
          {
            ...map,
            stages: map.stages.map((stage) => ({ ...stage, title: text })),
            touchpoints: map.touchpoints.map((touchpoint) => ({ ...touchpoint, title: text })),
            notes: map.notes.map((note) => ({ ...note, text: `x ${text}` })),
          },
        ],
        loose: [],
        looseClusters: [],
      },
    }),
    'de',
  )
}
