// A report as a document in one language: sections of text, facts, tables, charts and pictures. Every file format is written from it.
import { z } from 'zod'
import type { ShapeId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'

/** In the order of the report. Any of them can be left out. */
export const SectionId = z.enum([
  'decisions',
  'map',
  'scores',
  'pain-points',
  'opportunities',
  'before-after',
  'polls',
  'mood',
  'concerns',
  'commitments',
  'notes',
  'parking-lot',
  'speaking',
  'attendance',
  'agenda',
  'trends',
])
export type SectionId = z.infer<typeof SectionId>

export type Report = {
  language: Language
  /** IANA name; in it the moments are to be written. */
  timeZone: string
  /** The workshop's title as it was typed, and what stands under it: which session, when. */
  title: string
  subtitle: string
  /** When this was so, written out. */
  asOf: string
  /** Those that have something to say, in the order of `SectionId`. */
  sections: readonly Section[]
  /** Those that are shared and have nothing to say. What is left out is in neither. */
  silent: readonly Pick<Section, 'id' | 'title'>[]
}
export type Section = {
  id: SectionId
  title: string
  /** How what follows is to be read. */
  hint: string | null
  blocks: readonly Block[]
}

export type Block =
  /** Names what follows within a section: a poll, one map of many. */
  | { kind: 'heading'; text: string }
  /** One paragraph; line breaks are meant. */
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Single figures: "Votes: 10". */
  | { kind: 'facts'; facts: readonly Fact[] }
  | Table
  | Chart
  /** The board, one map, or the part of the board around one card. Whoever cannot draw leaves it out. */
  | {
      kind: 'picture'
      of: 'board' | ShapeId
      alt: string
      /** Of one map of several: its title, and how many actions come from it. */
      map?: { title: string; actions: number }
    }
  /** What cannot be shown, and why: too few answers, ballots that do not match. */
  | { kind: 'withheld'; text: string }
export type Fact = { label: string; value: Cell; type: ColumnType }

/**
 * What a cell holds (`cellText` writes it out): `text` a string; `count` a whole number; `score` and `signed` (a difference) a number with one
 * decimal; `share` 0 to 1; `minutes` a number; `day` "2027-01-15"; `moment` ISO 8601 in UTC. Null is an empty cell.
 */
export type ColumnType = 'text' | 'count' | 'score' | 'signed' | 'share' | 'minutes' | 'day' | 'moment'
export type Cell = string | number | null
export type Column = { title: string; type: ColumnType }
export type Table = {
  kind: 'table'
  /** ASCII kebab case, unique in a report, the same in both languages: "scores", "poll-3". */
  id: string
  title: string
  columns: readonly Column[]
  /** As many cells as there are columns. */
  rows: readonly (readonly Cell[])[]
}

/** Figures worth a picture. A format without charts writes them as a table (`tableOf`): categories in rows, series in columns. */
export type Chart = {
  kind: 'chart'
  /** As a table's, unique among them too. */
  id: string
  title: string
  /** `columns`: a distribution, in the order of its steps; `bars`: one against another; `lines`: over time. */
  shape: 'columns' | 'bars' | 'lines'
  /** What a category is: "Answer", "Session". */
  categoryTitle: string
  categories: readonly string[]
  /** As many values as categories; null is a gap. */
  series: readonly { name: string; values: readonly (number | null)[] }[]
  type: Extract<ColumnType, 'count' | 'score' | 'share'>
  /** The highest value there could be, where that is known: 10 of a score, 1 of a share. */
  max: number | null
  /** The table of this report that has the same figures and more: a format without charts leaves the chart out. */
  tableId?: string
}

/** Every figure of a format without charts, once. */
export const tablesIn = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return [block]
    return block.kind === 'chart' && block.tableId === undefined ? [tableOf(block)] : []
  })

/** The same figures as rows and columns. */
export function tableOf({ id, title, categoryTitle, categories, series, type }: Chart): Table {
  return {
    kind: 'table',
    id,
    title,
    columns: [
      { title: categoryTitle, type: 'text' },
      ...series.map(({ name }): Column => ({ title: name, type })),
    ],
    rows: categories.map((category, place) => [
      category,
      ...series.map(({ values }) => values[place] ?? null),
    ]),
  }
}
