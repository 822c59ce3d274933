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
  const sheets = [
    ...report.sections.flatMap((section) => sheetsOfSection(section, words)),
    ...detailsOf(report.sections, words),
  ]
  const names = sheetNames([words.overview, ...sheets.map(({ title }) => title)], words.sheet)
  return sheets.map(({ title: _, ...sheet }, place) => ({ ...sheet, name: names[place + 1] ?? '' }))
}

function sheetsOfSection(section: Section, words: OfficeWords): Unnamed[] {
  const groups = sameColumns(tablesOf(section))
  return groups.map((group): Unnamed => {
    const [first] = group
    const { hint } = section
    if (group.length > 1)
      return { ...joined(group, words), title: section.title, contents: section.title, hint }
    const title = groups.length === 1 ? section.title : first.title || section.title
    const contents = title === section.title ? title : `${section.title}: ${title}`
    return { title, contents, hint, columns: first.columns, rows: typedRows(first) }
  })
}

/** Also what its charts show, unless a table beside them has the same figures and more. */
function tablesOf({ blocks }: Section): Table[] {
  const ids = new Set(blocks.map((block) => (block.kind === 'table' ? block.id : null)))
  return blocks.flatMap((block): Table[] => {
    if (block.kind === 'table') return [block]
    if (block.kind !== 'chart') return []
    return block.tableId !== undefined && ids.has(block.tableId) ? [] : [tableOf(block)]
  })
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

type Entry = { entry: string; value: TypedCell | null }

/** What is no table, of all sections: texts, lists, single figures, each under the heading it stands under. */
function detailsOf(sections: readonly Section[], words: OfficeWords): Unnamed[] {
  const rows = sections.flatMap(({ title, blocks }) => {
    let heading: string | null = null
    return blocks.flatMap((block) => {
      if (block.kind === 'heading') heading = block.text
      const place = [textCell(title), textCell(heading)]
      return entriesOfBlock(block).map(({ entry, value }) => [
        ...place,
        textCell(entry),
        value ?? textCell(null),
      ])
    })
  })
  const titles = [words.section, words.subject, words.entry, words.value]
  const columns = titles.map((title): Column => ({ title, type: 'text' }))
  return rows.length === 0
    ? []
    : [{ title: words.details, contents: words.detailsHold, hint: null, columns, rows }]
}

function entriesOfBlock(block: Block): Entry[] {
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
