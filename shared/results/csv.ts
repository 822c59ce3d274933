// A report as CSV files: one for each table and chart, one for the single figures.
import { csvText } from '#shared/csv-text.ts'
import type { Language } from '#shared/language.ts'
import { type Cell, type Column, type ColumnType, type Report, type Table, tablesIn } from './report.ts'
import { type ReportFormats, reportFormats } from './report-formats.ts'

/**
 * Texts by file name. Numbers, separators and words are those of the report's language, so that the spreadsheet program
 * of that country opens them with a double click: Excel follows the country's settings and asks nobody. Days are
 * written as 2027-01-15 and moments as 2027-01-15 13:00, which every program takes for dates.
 */
export function csvFiles(report: Report): ReadonlyMap<string, string> {
  const format = reportFormats(report.language, report.timeZone)
  const tables = tablesOf(report, format)
  const digits = String(tables.length).length
  const files = tables.map((table, place): [string, string] => {
    const number = String(place + 1).padStart(Math.max(2, digits), '0')
    return [`${number}-${asciiName(table.title) || table.id}.csv`, tableText(table, report.language, format)]
  })
  return new Map(files)
}

function tableText({ columns, rows }: Table, language: Language, format: ReportFormats): string {
  const head = columns.map(({ title }) => title)
  const body = rows.map((row) =>
    columns.map(({ type }, place) => cellValue(row[place] ?? null, type, format)),
  )
  return csvText([head, ...body], language)
}

function cellValue(cell: Cell, type: ColumnType, format: ReportFormats): Cell {
  if (typeof cell === 'number') return Math.round(cell * 1000) / 1000
  return type === 'moment' && cell !== null ? format.sortableMoment(cell) : cell
}

const csvWords = {
  de: {
    figures: 'Einzelne Angaben',
    section: 'Abschnitt',
    subject: 'Thema',
    fact: 'Angabe',
    value: 'Wert',
    nothing: 'In diesem Workshop ist noch nichts festgehalten.',
  },
  en: {
    figures: 'Single figures',
    section: 'Section',
    subject: 'Subject',
    fact: 'Figure',
    value: 'Value',
    nothing: 'Nothing has been recorded in this workshop yet.',
  },
}

function tablesOf(report: Report, format: ReportFormats): Table[] {
  const tables = report.sections.flatMap(({ blocks }) => tablesIn(blocks))
  const figures = figuresTable(report, format)
  if (figures.rows.length > 0) return [...tables, figures]
  // Programs call a ZIP with nothing in it broken.
  const { title, language } = report
  return tables.length > 0
    ? tables
    : [{ ...figures, rows: [[title, null, csvWords[language].nothing, null]] }]
}

/** What stands alone, and what is withheld: each with the place where it stands in the report. */
function figuresTable({ language, sections }: Report, format: ReportFormats): Table {
  const words = csvWords[language]
  const column = (title: string): Column => ({ title, type: 'text' })
  const rows: Cell[][] = []
  for (const { title, blocks } of sections) {
    let subject: string | null = null
    for (const block of blocks) {
      if (block.kind === 'heading') subject = block.text
      if (block.kind === 'facts')
        for (const { label, value, type } of block.facts)
          rows.push([title, subject, label, cellValue(value, type, format)])
      if (block.kind === 'withheld' || block.kind === 'text') rows.push([title, subject, block.text, null])
      if (block.kind === 'list') for (const item of block.items) rows.push([title, subject, item, null])
    }
  }
  const columns = [words.section, words.subject, words.fact, words.value].map(column)
  return { kind: 'table', id: 'figures', title: words.figures, columns, rows }
}

const letters: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
}
// Some programs stop at names of 64 bytes within a ZIP, and a number and an ending are still to come.
const longestName = 50

/** "Für Kunden spürbar?" makes "Fuer-Kunden-spuerbar"; empty where a title has no letter that ASCII knows. */
export function asciiName(title: string): string {
  const spelled = title
    .normalize('NFC')
    .replace(/[äöüÄÖÜßøł]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  const words = spelled.match(/[A-Za-z0-9]+/g) ?? []
  let name = ''
  for (const word of words) {
    const longer = name === '' ? word.slice(0, longestName) : `${name}-${word}`
    if (longer.length > longestName) break
    name = longer
  }
  return name
}
