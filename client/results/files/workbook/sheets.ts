// A report as sheets of typed rows: one for each subject, small tables of one kind together, so that each can be filtered.
import { type OfficeWords, officeWords } from '#client/results/files/office-words.ts'
import {
  type Block,
  type Cell,
  type Column,
  type ColumnType,
  type Report,
  type Section,
  type Table,
  tableOf,
} from '#shared/results/report.ts'
import { sheetNames } from './sheet-names.ts'

export type TypedCell = { value: Cell; type: ColumnType }
export type Sheet = {
  name: string
  /** What it holds, in full; names are short. */
  contents: string
  hint: string | null
  columns: readonly Column[]
  rows: readonly (readonly TypedCell[])[]
}
type Unnamed = Omit<Sheet, 'name'> & { title: string }

/** Without the overview, which is made from them. */
export function sheetsOf(report: Report): Sheet[] {
  const words = officeWords[report.language]
  const sheets = report.sections.flatMap((section) => sheetsOfSection(section, words))
  const names = sheetNames([words.overview, ...sheets.map(({ title }) => title)], words.sheet)
  return sheets.map(({ title: _, ...sheet }, place) => ({ ...sheet, name: names[place + 1] ?? '' }))
}

function sheetsOfSection(section: Section, words: OfficeWords): Unnamed[] {
  const entries = entriesOf(section.blocks, words)
  const groups = sameColumns(tablesOf(section))
  const isAlone = groups.length + (entries ? 1 : 0) === 1
  const tables = groups.map((group): Unnamed => {
    const [first] = group
    const { hint } = section
    if (group.length > 1)
      return { ...joined(group, words), title: section.title, contents: section.title, hint }
    const title = isAlone ? section.title : first.title || section.title
    const contents = title === section.title ? title : `${section.title}: ${title}`
    return { title, contents, hint, columns: first.columns, rows: typedRows(first) }
  })
  if (!entries) return tables
  const title = isAlone ? section.title : `${section.title}, ${words.details}`
  return [...tables, { ...entries, title, contents: title, hint: section.hint }]
}

/** Also what its charts show, unless a table beside them has the same figures and more. */
function tablesOf({ blocks }: Section): Table[] {
  const tables = blocks.filter((block) => block.kind === 'table')
  return blocks.flatMap((block): Table[] => {
    if (block.kind === 'table') return [block]
    if (block.kind !== 'chart') return []
    const figures = tableOf(block)
    return tables.some((table) => isPartOf(figures, table)) ? [] : [figures]
  })
}

function isPartOf(part: Table, whole: Table): boolean {
  const places = part.columns.map(({ title }) => whole.columns.findIndex((column) => column.title === title))
  const rows = new Set(whole.rows.map((row) => JSON.stringify(places.map((place) => row[place]))))
  return !places.includes(-1) && part.rows.every((row) => rows.has(JSON.stringify(row)))
}

/** Tables that mean the same by each column, in the order of their first. */
function sameColumns(tables: readonly Table[]): [Table, ...Table[]][] {
  const groups = new Map<string, [Table, ...Table[]]>()
  for (const table of tables) {
    const key = JSON.stringify(table.columns)
    const group = groups.get(key)
    if (group) group.push(table)
    else groups.set(key, [table])
  }
  return [...groups.values()]
}

const typedRows = ({ columns, rows }: Table): TypedCell[][] =>
  rows.map((row) => columns.map(({ type }, place) => ({ value: row[place] ?? null, type })))

/** One below the other, each row beginning with the title of its own table. */
const joined = (tables: readonly [Table, ...Table[]], words: OfficeWords) => ({
  columns: [{ title: words.subject, type: 'text' as const }, ...tables[0].columns],
  rows: tables.flatMap((table) => typedRows(table).map((row) => [textCell(table.title), ...row])),
})

type Entry = { subject: string | null; entry: string; value: TypedCell | null }

/** What is no table: texts, lists, single figures, each under the heading it stands under. */
function entriesOf(blocks: readonly Block[], words: OfficeWords): Pick<Sheet, 'columns' | 'rows'> | null {
  const entries: Entry[] = []
  let subject: string | null = null
  for (const block of blocks) {
    if (block.kind === 'heading') subject = block.text
    else entries.push(...entriesOfBlock(block).map((entry) => ({ ...entry, subject })))
  }
  if (entries.length === 0) return null
  const hasSubjects = entries.some((entry) => entry.subject !== null)
  const hasValues = entries.some(({ value }) => value !== null)
  const empty = textCell(null)
  return {
    columns: [
      ...(hasSubjects ? [{ title: words.subject, type: 'text' as const }] : []),
      { title: words.entry, type: 'text' },
      ...(hasValues ? [{ title: words.value, type: 'text' as const }] : []),
    ],
    rows: entries.map(({ subject, entry, value }) => [
      ...(hasSubjects ? [textCell(subject)] : []),
      textCell(entry),
      ...(hasValues ? [value ?? empty] : []),
    ]),
  }
}

function entriesOfBlock(block: Block): Omit<Entry, 'subject'>[] {
  switch (block.kind) {
    case 'text':
    case 'withheld':
      return [{ entry: block.text, value: null }]
    case 'list':
      return block.items.map((entry) => ({ entry, value: null }))
    case 'facts':
      return block.facts.map(({ label, value, type }) => ({ entry: label, value: { value, type } }))
    case 'heading':
    case 'table':
    case 'chart':
    case 'picture':
      return []
  }
}

const textCell = (value: string | null): TypedCell => ({ value, type: 'text' })
