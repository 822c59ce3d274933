// What slides look for in a report: its sections, tables and charts, a column by its title, what stands under one heading.
import type { Block, Cell, Chart, Report, Section, SectionId, Table } from '#shared/results/report.ts'

export const sectionOf = (report: Report, id: SectionId): Section | null =>
  report.sections.find((section) => section.id === id) ?? null

export const tableIn = (section: Section | null, id: string): Table | null =>
  section?.blocks.filter((block) => block.kind === 'table').find((table) => table.id === id) ?? null

export const chartsIn = (section: Section | null): Chart[] =>
  section?.blocks.filter((block) => block.kind === 'chart') ?? []

/** Reads one column of any row; null for every row where the table has no such column. */
export function reader({ columns }: Table, title: string): (row: Table['rows'][number]) => Cell {
  const place = columns.findIndex((column) => column.title === title)
  return (row) => row[place] ?? null
}

/** The table with these columns only, in this order; those it does not have are left out. */
export function withColumns(table: Table, titles: readonly string[]): Table {
  const places = titles
    .map((title) => table.columns.findIndex((column) => column.title === title))
    .filter((place) => place >= 0)
  return {
    ...table,
    columns: places.flatMap((place) => table.columns[place] ?? []),
    rows: table.rows.map((row) => places.map((place) => row[place] ?? null)),
  }
}

export type Listed = {
  text: string
  /** Where it belongs, in a few words. */
  beside: string | null
}

/** The rows as points: what is in one column, what is in others beside it. */
export function listed(table: Table | null, title: string, besides: readonly string[]): Listed[] {
  if (!table) return []
  const text = reader(table, title)
  const others = besides.map((each) => reader(table, each))
  return table.rows.map((row) => ({
    text: String(text(row) ?? ''),
    beside: others.flatMap((read) => read(row) ?? []).join(', ') || null,
  }))
}

export type Group = { title: string; blocks: readonly Block[] }

/** A section, cut at its headings; what stands before the first has the section's own title. */
export function groupsIn(section: Section | null): Group[] {
  const groups: { title: string; blocks: Block[] }[] = []
  for (const block of section?.blocks ?? []) {
    const last = groups.at(-1)
    if (block.kind === 'heading') groups.push({ title: block.text, blocks: [] })
    else if (last) last.blocks.push(block)
    else groups.push({ title: section?.title ?? '', blocks: [block] })
  }
  return groups.filter(({ blocks }) => blocks.length > 0)
}

/** The first so many of its categories. */
export const partOf = (chart: Chart, count: number): Chart => ({
  ...chart,
  categories: chart.categories.slice(0, count),
  series: chart.series.map(({ name, values }) => ({ name, values: values.slice(0, count) })),
})

/** The last so many of them. */
export const endOf = (chart: Chart, count: number): Chart => ({
  ...chart,
  categories: chart.categories.slice(-count),
  series: chart.series.map(({ name, values }) => ({ name, values: values.slice(-count) })),
})
