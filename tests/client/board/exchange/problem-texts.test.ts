// Everything that can be wrong with a file has a sentence in both languages, with its figures in it.
import { afterEach, describe, expect, test } from 'vitest'
import { columnLetter, columnNames } from '#client/board/exchange/column-names.ts'
import { exchangeTexts } from '#client/board/exchange/exchange-texts.ts'
import { issueSentence, problemSentence, problemTexts } from '#client/board/exchange/problem-texts.ts'
import { i18n, textsNow } from '#client/ui/texts.ts'
import type { FileProblem } from '#shared/board/import/file-problem.ts'
import { errorCodes, remarkCodes } from '#shared/board/import/issues.ts'

afterEach(() => i18n.changeLanguage('de'))

const flaw = { place: 'maps → 1 → title', reason: 'too-long', detail: '200' } as const
const problems: FileProblem[] = [
  { code: 'empty' },
  { code: 'too-large', bytes: 10.2 * 1024 * 1024, limit: 10 * 1024 * 1024 },
  ...(
    ['workbook', 'open-document', 'archive', 'pdf', 'picture', 'rich-text', 'web-page', 'binary'] as const
  ).map((code) => ({ code })),
  { code: 'quote-open', line: 17 },
  { code: 'quote-inside', line: 17 },
  { code: 'one-column' },
  { code: 'no-rows' },
  { code: 'too-many-rows', limit: 5000 },
  { code: 'too-many-columns', limit: 60 },
  { code: 'json-broken' },
  { code: 'json-foreign' },
  { code: 'json-newer', version: 7, known: 1 },
  { code: 'json-invalid', flaw },
]

describe.each(['de', 'en'] as const)('in %s', (language) => {
  test.each(problems.map((problem) => [problem.code, problem] as const))('%s', async (_, problem) => {
    await i18n.changeLanguage(language)
    const sentence = problemSentence(textsNow(problemTexts), problem)
    expect(sentence).toMatch(/^\p{Lu}.{20,}\.$|^\p{Lu}.{20,}\)\.$/u)
    expect(sentence).not.toMatch(/[{}!]/)
    if ('line' in problem) expect(sentence).toContain('17')
    if (problem.code === 'too-large') expect(sentence).toMatch(/11 MB.* 10 MB/)
    if (problem.code === 'json-invalid') expect(sentence).toContain(flaw.place)
  })

  test.each([...errorCodes, ...remarkCodes])('%s', async (code) => {
    await i18n.changeLanguage(language)
    const issue = { code, line: 12, column: 1, value: 'x'.repeat(500), limit: 200 }
    const { where, what } = issueSentence(textsNow(problemTexts), issue, (at) => `C${at}`)
    expect(where).toMatch(/12, C1$/)
    expect(what).toMatch(/^.{15,}\.$/)
    expect(what).not.toMatch(/[{}!]/)
    expect(what.length).toBeLessThan(240)
  })
})

test('what a cell says is shown, and is no part of a sentence of ours', () => {
  const issue = { code: 'not-a-number', line: 2, column: 0, value: '{{limit}} $t(empty)\nzwei' } as const
  const { what } = issueSentence(textsNow(problemTexts), issue, String)
  expect(what).toContain('„{{limit}} $t(empty) zwei“')
})

test('a column is called by its heading, else by its letter', () => {
  const name = columnNames({ header: ['Ist', ''] }, textsNow(exchangeTexts))
  expect([name(0), name(1), name(27)]).toEqual(['Spalte „Ist“', 'Spalte B', 'Spalte AB'])
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
