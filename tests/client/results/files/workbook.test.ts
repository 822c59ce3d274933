import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { expect, test, vi } from 'vitest'
import { writeWorkbook } from '#client/results/files/workbook/write-workbook.ts'
import { xmlText } from '#client/results/files/xml-text.ts'
import { type Cell, type Report, type Table, tableOf } from '#shared/results/report.ts'
import { sampleReport } from '#tests/shared/results/sample-report.ts'
import { faultsOf, openPackage } from '#tests/support/office-package.ts'
import { hostile, hostileTexts, withTexts } from './changed-texts.ts'

const written = async (report: Report) => Buffer.from(await writeWorkbook(report, () => {}))

/** As another program reads it. */
const opened = async (report: Report) => readXlsxFile(await written(report), { trim: false })

const english: Report = { ...sampleReport, language: 'en', timeZone: 'America/New_York' }

const strange = hostile(sampleReport, 'all')

const empty: Report = { ...sampleReport, sections: [] }

/** A chart that has its figures in a table too is not written twice. */
const tablesIn = (report: Report): Table[] =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'table') return [block]
      return block.kind === 'chart' && block.tableId === undefined ? [tableOf(block)] : []
    }),
  )

const textsIn = (report: Report): string[] =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'text' || block.kind === 'withheld') return [block.text]
      if (block.kind === 'list') return block.items
      return block.kind === 'facts' ? block.facts.map(({ label }) => label) : []
    }),
  )

/** What a reader should find for a value; texts come back without what XML cannot hold. */
const asRead = (value: Cell | undefined, type: string, timeZone: string) => {
  if (typeof value !== 'string') return value ?? null
  if (type === 'day') return new Date(`${value}T00:00:00Z`).toISOString()
  if (type === 'moment') {
    const hoursAhead = timeZone === 'Europe/Berlin' ? 1 : -5 // in November
    return new Date(Date.parse(value) + hoursAhead * 3_600_000).toISOString()
  }
  return textAsRead(value)
}
const textAsRead = (text: string) => xmlText(text).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') || null
const plain = (value: unknown) =>
  value instanceof Date ? new Date(Math.round(value.getTime() / 1000) * 1000).toISOString() : value

test.each([
  ['in German', sampleReport],
  ['in English, on another clock', english],
  ['with hostile texts', strange],
])('every table and every text of the report is in the workbook: %s', async (_, report) => {
  const sheets = (await opened(report)).slice(1).map(({ data }) => data.map((row) => row.map(plain)))
  for (const { columns, rows } of tablesIn(report)) {
    const head = columns.map(({ title }) => textAsRead(title))
    const wanted = rows.map((row) =>
      row.map((value, place) => asRead(value, columns[place]?.type ?? '', report.timeZone)),
    )
    const sheet = sheets.find(([first, ...rest]) => {
      const from = (first?.length ?? 0) - head.length
      const cut = rest.map((row) => row.slice(from))
      return (
        JSON.stringify(first?.slice(from)) === JSON.stringify(head) &&
        JSON.stringify(cut).includes(JSON.stringify(wanted).slice(1, -1))
      )
    })
    expect(sheet, `${head}`).toBeDefined()
  }
  const everything = new Set(sheets.flat(2))
  for (const text of textsIn(report)) expect(everything).toContain(textAsRead(text))
})

test.each([
  ['in German', sampleReport],
  ['with hostile texts', strange],
  ['with nothing in it', empty],
  ...hostileTexts.map((text, place): [string, Report] => [
    `with one text everywhere (${place})`,
    withTexts(sampleReport, () => text),
  ]),
])('no program has to repair a workbook %s', async (_, report) => {
  expect(faultsOf(await openPackage(new Blob([await written(report)])))).toEqual([])
})

test('numbers are numbers and days are days, each with the format of the language', async () => {
  const files = unzipSync(await written(sampleReport))
  const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array())
  for (const format of ['dd.mm.yyyy', 'dd.mm.yyyy hh:mm', '0%', '0.0', '+0.0;-0.0;0.0'])
    expect(styles).toContain(`formatCode="${format}"`)
  const styled = unzipSync(await written(english))
  expect(strFromU8(styled['xl/styles.xml'] ?? new Uint8Array())).toContain('formatCode="d mmm yyyy"')
})

test('no text becomes a formula', async () => {
  const files = unzipSync(await written(strange))
  for (const [name, bytes] of Object.entries(files))
    if (name.startsWith('xl/worksheets/sheet')) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/)
  const all = (await opened(strange)).flatMap(({ data }) => data.flat())
  expect(all).toContain('=cmd|"/c calc"!A1')
})

test('the header stays while one scrolls, and every subject can be filtered', async () => {
  const files = unzipSync(await written(sampleReport))
  const sheets = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
  const subjects = sheets.filter((name) => name !== 'xl/worksheets/sheet1.xml')
  expect(subjects.length).toBeGreaterThan(4)
  for (const name of subjects) {
    const xml = strFromU8(files[name] ?? new Uint8Array())
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/)
    expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/)
  }
})

test('the overview names the workshop and every sheet with its rows', async () => {
  const [overview, ...sheets] = await opened(sampleReport)
  expect(overview?.sheet).toBe('Überblick')
  const column = overview?.data.map(([first]) => first)
  expect(column?.slice(0, 3)).toEqual([sampleReport.title, sampleReport.subtitle, sampleReport.asOf])
  expect(overview?.data.slice(5).map(([name, , rows]) => [name, rows])).toEqual(
    sheets.map(({ sheet, data }) => [sheet, data.length - 1]),
  )
  expect((await opened(english))[0]?.sheet).toBe('Overview')
})

test('small tables of one kind share a sheet, each row naming its own', async () => {
  const poll = (title: string, votes: number): Table => ({
    kind: 'table',
    id: title.toLowerCase(),
    title,
    columns: [
      { title: 'Antwort', type: 'text' },
      { title: 'Stimmen', type: 'count' },
    ],
    rows: [['Ja', votes]],
  })
  const report: Report = {
    ...sampleReport,
    sections: [
      { id: 'polls', title: 'Abstimmungen', hint: null, blocks: [poll('Erste', 3), poll('Zweite', 5)] },
    ],
  }
  const [, sheet, ...more] = await opened(report)
  expect(more).toEqual([])
  expect(sheet).toEqual({
    sheet: 'Abstimmungen',
    data: [
      ['Thema', 'Antwort', 'Stimmen'],
      ['Erste', 'Ja', 3],
      ['Zweite', 'Ja', 5],
    ],
  })
})

test('what a chart shows is not written twice when a table has it too', async () => {
  const report: Report = {
    ...sampleReport,
    sections: [
      {
        id: 'scores',
        title: 'Werte',
        hint: null,
        blocks: [
          {
            kind: 'chart',
            id: 'chart',
            title: 'Bild',
            shape: 'bars',
            categoryTitle: 'Touchpoint',
            categories: ['Auftrag'],
            series: [{ name: 'Ist', values: [1.8] }],
            type: 'score',
            max: 10,
            tableId: 'table',
          },
          {
            kind: 'table',
            id: 'table',
            title: 'Tabelle',
            columns: [
              { title: 'Ist', type: 'score' },
              { title: 'Touchpoint', type: 'text' },
              { title: 'Phase', type: 'text' },
            ],
            rows: [[1.8, 'Auftrag', 'Kauf']],
          },
        ],
      },
    ],
  }
  expect((await opened(report)).map(({ sheet }) => sheet)).toEqual(['Überblick', 'Werte'])
})

test('a workshop with nothing in it is a workbook that says so', async () => {
  const sheets = await opened(empty)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Überblick'])
  expect(sheets[0]?.data.at(-1)?.[0]).toBe('In diesem Workshop ist noch nichts festgehalten.')
})

test('progress goes from nothing to all and never back', async () => {
  const heard: number[] = []
  await writeWorkbook(sampleReport, (share) => heard.push(share))
  expect(heard.at(0)).toBe(0)
  expect(heard.at(-1)).toBe(1)
  expect(heard).toEqual(heard.toSorted((a, b) => a - b))
})

test('however many moments it holds, a clock is made once for its zone', async () => {
  const moments: Table = {
    kind: 'table',
    id: 'moments',
    title: 'Momente',
    columns: [{ title: 'Wann', type: 'moment' }],
    rows: Array.from({ length: 50 }, (_, hour) => [new Date(Date.UTC(2026, 0, 1, hour)).toISOString()]),
  }
  const section: Report['sections'][number] = {
    id: 'agenda',
    title: 'Agenda',
    hint: null,
    blocks: [moments],
  }
  const clocks = vi.spyOn(Intl, 'DateTimeFormat')
  await written({ ...sampleReport, timeZone: 'Pacific/Auckland', sections: [section] })
  const made = clocks.mock.calls.filter(([, options]) => options?.timeZone === 'Pacific/Auckland').length
  clocks.mockRestore()
  expect(made).toBe(1)
})
