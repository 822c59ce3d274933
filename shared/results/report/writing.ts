// What every section of a report is written with, and how its tables are made.
import type { Language } from '#shared/language.ts'
import type { Cell, Column, ColumnType, Table } from '#shared/results/report.ts'
import type { ReportFormats } from '#shared/results/report-formats.ts'
import type { Results } from '#shared/results/results.ts'
import type { SessionResult } from '#shared/results/session-results.ts'
import { fill } from '#shared/results/words.ts'
import type { AllWords } from './words-in.ts'

export type Writing = {
  language: Language
  words: AllWords
  format: ReportFormats
  /** Of the sessions that are told of, where something belongs to a session. */
  results: Results
  /** Those that are told of, oldest first, never empty. */
  sessions: readonly SessionResult[]
  /** Also those that are not told of, for what is compared with them. */
  allSessions: readonly SessionResult[]
  allPolls: Results['polls']
}

/** Whether a figure has to say which session it is of. */
export const areSeveral = ({ sessions }: Writing): boolean => sessions.length > 1

/** "Session 2, 14 January 2027". */
export function sessionTitle(
  { number, startedAt }: Pick<SessionResult, 'number' | 'startedAt'>,
  { words, format }: Pick<Writing, 'words' | 'format'>,
): string {
  const day = startedAt === null ? words.prepared : format.dayOf(startedAt)
  return fill(words.sessionDated, { number, day })
}

type ColumnOf<Row> = Column & { read: (row: Row) => Cell }

/** A column that is left out where its last argument says so. */
export const column = <Row>(
  title: string,
  type: ColumnType,
  read: (row: Row) => Cell,
  isShown = true,
): ColumnOf<Row> | null => (isShown ? { title, type, read } : null)

/** Nothing without rows. */
export function tableFrom<Row>(
  id: string,
  title: string,
  rows: readonly Row[],
  columns: readonly (ColumnOf<Row> | null)[],
): [Table] | [] {
  if (rows.length === 0) return []
  const shown = columns.filter((one) => one !== null)
  return [
    {
      kind: 'table',
      id,
      title,
      columns: shown.map(({ title, type }) => ({ title, type })),
      rows: rows.map((row) => shown.map(({ read }) => read(row))),
    },
  ]
}

/** Null for what nobody filled in. */
export const textOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : text
