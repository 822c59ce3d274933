// The Markdown file reads well in both languages, and what people typed stays what they typed.
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { describe, expect, test } from 'vitest'
import type { Language } from '#shared/language.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { inCell, inItem, inline, inParagraph } from '#shared/results/markdown-text.ts'
import { tableOf } from '#shared/results/report.ts'
import type { Results } from '#shared/results/results.ts'
import { markdownOf, reportOf } from '#tests/support/report.ts'
import { retyped, typedTexts } from '#tests/support/retyped.ts'
import { emptyResults, fullResults } from './full-results.ts'
import { hostileTexts, input } from './sample-results.ts'

const results = buildResults(input)
const german = markdownOf(results, 'de')
const english = markdownOf(results, 'en')

describe('in German', () => {
  test('begins with the title and when it was, in the reader’s time zone', () => {
    expect(german).toMatch(
      /^# Glasfaser: vom Auftrag bis online\n\nBericht zum Workshop, Montag, 23\. November 2026 um 13:00\\\nStand: /,
    )
  })
  test('has the scores with decimal commas, the largest gap first', () => {
    expect(german).toContain(
      '| Touchpoint | Phase | Abteilung | Ist | Soll | Lücke |\n| --- | --- | --- | ---: | ---: | ---: |\n| largest gap | Warten | Service | 1,8 | 4,0 | +2,2 |',
    )
    expect(german).toContain('| exceeded | Warten | – | 9,0 | 8,0 | −1,0 |')
    expect(german).toContain('| unscored | Warten | – | – | 8,0 | – |')
  })
  test('has the curve', () => {
    expect(german).toContain('| Bestellen | +1,0 |\n| Warten | −2,0 |')
  })
  test('has notes by kind, each on one line of its table', () => {
    expect(german).toContain(
      '## Schmerzpunkte\n\n| Schmerzpunkt | Phase | Abteilung |\n| --- | --- | --- |\n| Sechs Wochen ohne ein Wort | Warten | Service |',
    )
    expect(german).toContain('## Weitere Notizen\n\n| Notiz |\n| --- |\n| Später |')
  })
  test('has each poll as it may be told', () => {
    expect(german).toContain(
      '### Wie war die Mittagspause?\n\nGeheim, Montag, 23. November 2026 um 13:02\n\n*Weniger als 5 Antworten: nicht gezeigt, nicht aufgehoben.*',
    )
    expect(german).toContain(
      '### Machen wir weiter?\n\nOffen, nicht anonym, Montag, 23. November 2026 um 13:00\n\n- Gefragt: 6\n- Stimmen: 2\n- Mittel: 3,5\n- Streuung: 1,5\n\n| Antwort | Stimmen |\n| --- | ---: |\n| 1 gar nicht | 0 |',
    )
  })
  test('compares before and after, with the audit words of both', () => {
    expect(german).toContain('| Ändert sich etwas? | 1,8 | 4,2 | +2,4 | 5 | 6 |')
    expect(german).toContain('- Prüfwörter vorher: amber · bridge · cotton · delta')
    expect(german).toContain('| 1 gar nicht | 2 | 0 |')
  })
  test('has commitments with names, or what was seen in their place', () => {
    expect(german).toContain('3 von 8 haben die Spielregeln angenommen.')
    expect(german).toContain(
      '| Cem | Service | Postfach zu. |\n| Person aus Service | Service | Ich rufe drei Kunden an. |',
    )
  })
  test('has attendance, shares and the agenda', () => {
    expect(german).toContain('| Vertrieb | 0 |\n| Andere oder keine Angabe | 2 |')
    expect(german).toMatch(/\| Service \| 75\s% \| 75\s% \|/)
    expect(german).toContain(
      '| Willkommen | 3 | 4 | erledigt |\n| Die Karte ergänzen | 10 | 15 | läuft |\n| Schluss | 2 | – | nicht erreicht |',
    )
  })
})

test('in English it says the same with decimal points', () => {
  expect(english).toContain('| largest gap | Warten | Service | 1.8 | 4.0 | +2.2 |')
  expect(english).toContain('Secret, Monday, 23 November 2026 at 13:02')
  expect(english.match(/^#+ /gm)?.length).toBe(german.match(/^#+ /gm)?.length)
})

test('an unknown time zone is answered in UTC, and UTC is written out', () => {
  for (const zone of ['Mars/Olympus', '', '../etc', 'UTC'])
    expect(markdownOf(results, 'de', zone)).toContain('23. November 2026 um 12:00 UTC')
})

test('an empty workshop makes a short report without empty tables', () => {
  const text = markdownOf(emptyResults, 'en')
  expect(text).toMatch(/^# .*\n\nWorkshop report, .*\\\nAs of: .*\n$/)
})

describe('read again by another program', () => {
  const tokens = (results: Results, language: Language) =>
    new MarkdownIt('default', { html: true }).parse(markdownOf(results, language), {})

  test.each(['de', 'en'] as const)('every section and table of the report is there (%s)', (language) => {
    const report = reportOf(fullResults, language)
    const blocks = report.sections.flatMap((section) => section.blocks)
    const tables = blocks.flatMap((block) => {
      if (block.kind === 'table') return [block]
      return block.kind === 'chart' && block.tableId === undefined ? [tableOf(block)] : []
    })
    const read = tokens(fullResults, language)
    const headings = read.flatMap(({ type, tag }, place) =>
      type === 'heading_open' && tag === 'h2' ? [read[place + 1]?.content] : [],
    )
    expect(headings).toEqual(report.sections.map(({ title }) => title))
    expect(tablesIn(read).map((rows) => rows.length - 1)).toEqual(tables.map(({ rows }) => rows.length))
    const texts = tables.flatMap(({ columns, rows }) =>
      rows.flatMap((row) => row.filter((cell, place) => cell !== null && columns[place]?.type === 'text')),
    )
    const cells = new Set(tablesIn(read).flat(2))
    for (const text of texts) expect(cells).toContain(String(text).replace(/\s+/g, ' ').trim())
  })

  // Of a session that is only prepared nothing is told, and of lanes only what lies in them.
  const told: Results = {
    ...fullResults,
    sessions: fullResults.sessions.filter(({ startedAt }) => startedAt !== null),
    maps: fullResults.maps.map((map) => ({ ...map, lanes: [] })),
  }
  test('every text that was typed is in it, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })), (strange) => {
        const known = new Map<string, string>()
        const nasty = retyped(told, (text) => {
          const one =
            known.get(text) ?? `Q${known.size}x ${strange[known.size % (strange.length || 1)] ?? ''}`
          known.set(text, one)
          return one
        })
        const read = tokens(nasty, 'de').map(plainOf).join('\n')
        for (const text of typedTexts(nasty)) expect(read).toContain(text.slice(0, text.indexOf(' ')))
      }),
      { numRuns: 30 },
    )
  })

  test.each(hostileTexts)('%j is never markup', (text) => {
    const read = tokens(
      retyped(fullResults, (typed) => `${text}${typed.length}`),
      'de',
    )
    const kinds = new Set(read.flatMap((token) => [token, ...(token.children ?? [])]).map(({ type }) => type))
    for (const kind of [
      'html_block',
      'html_inline',
      'link_open',
      'image',
      'code_inline',
      'code_block',
      'fence',
      's_open',
      'hr',
    ])
      expect(kinds).not.toContain(kind)
    expect(tablesIn(read).length).toBe(tablesIn(tokens(fullResults, 'de')).length)
  })
})

/** Rows of cells, the head first, as they would be seen. */
function tablesIn(read: readonly Token[]): string[][][] {
  const tables: string[][][] = []
  for (const [place, { type }] of read.entries()) {
    if (type === 'table_open') tables.push([])
    if (type === 'tr_open') tables.at(-1)?.push([])
    if (type === 'th_open' || type === 'td_open') {
      const content = read[place + 1]
      tables
        .at(-1)
        ?.at(-1)
        ?.push(content ? plainOf(content) : '')
    }
  }
  return tables
}

/** What a reader sees of it. */
const plainOf = ({ children }: Token): string => (children ?? []).map(({ content }) => content).join('')

describe('what people typed', () => {
  // What is left to a parser's meaning when each escaped character is taken for a letter.
  const active = (text: string) => text.replace(/\\[!-/:-@[-`{-~]/g, 'x')
  test.each(hostileTexts)('%j stays text', (text) => {
    for (const written of [inline(text), inItem(text), inParagraph(text)]) {
      expect(active(written)).not.toMatch(/[<>|`*_[\]&~$]/)
      for (const line of active(written).split('\n')) expect(line).not.toMatch(/^\s*(#|\+|-|=|:|\d+[.)])/)
      expect(written).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029]/)
      expect(written).not.toMatch(/[^\P{Cc}\n]/u)
      expect(written.isWellFormed()).toBe(true)
    }
    expect(inline(text)).not.toContain('\n')
    expect(active(inCell(text))).not.toMatch(/[<>|`*_[\]&~$\n]/)
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
  test.each(['   ', '\u0000', '\u2028'])(
    'a title of nothing but %j makes no rule across the page',
    (text) => {
      const kinds = new Set(new MarkdownIt().parse(everywhere(text), {}).map(({ type }) => type))
      expect(kinds).toContain('table_open')
      expect(kinds).not.toContain('hr')
    },
  )
  test.each(['Sprint #', 'Spur ## ', '#', 'C#'])('%j as a heading keeps its end', (text) => {
    const read = new MarkdownIt().parse(`## ${inline(text)}`, {})
    expect(read.map((token) => plainOf(token)).join('')).toBe(text.trim())
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
const everywhere = (text: string): string => markdownOf(retyped(fullResults, () => text))
