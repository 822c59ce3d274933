// One row of a table, its cells as values; what a cell says that cannot be is an error or a remark with its place.
import { channelOf, isBlank, kindNamed, numberOf, stateOf, truthOf } from '#shared/board/import/cell-words.ts'
import type { Mapping } from '#shared/board/import/columns.ts'
import type { CsvRow } from '#shared/board/import/csv-rows.ts'
import {
  cellOf,
  type ErrorCode,
  issue,
  type RemarkCode,
  type RowError,
  type RowRemark,
} from '#shared/board/import/issues.ts'
import { oneLine, plainWord, printable } from '#shared/board/import/plain-words.ts'
import type { ImportField } from '#shared/board/import/table-words.ts'
import type { BoardTouchpoint, LaneKind } from '#shared/board/model.ts'
import { textProps } from '#shared/board/shapes.ts'

export type Departments = readonly { departmentId: string; title: string }[]

export type RowValues = Pick<
  BoardTouchpoint,
  'title' | 'channel' | 'departmentId' | 'actual' | 'target' | 'momentOfTruth' | 'state'
> & {
  /** Like the title: empty where the cell is; one line each. */
  stage: string
  lane: string
  group: string
  note: string
  emotion: number | null
  /** What the row says it is, whichever lane it is in. */
  kind: LaneKind | null
  /** Says something that only touchpoints have. */
  isRated: boolean
}
export type ReadRow = { values: RowValues; errors: RowError[]; remarks: RowRemark[] }
type Options = { mapping: Mapping; departments: Departments; kindOfLane: (title: string) => LaneKind }

export function readRow(row: CsvRow, { mapping, departments, kindOfLane }: Options): ReadRow {
  const errors: RowError[] = []
  const remarks: RowRemark[] = []
  const raw = (field: ImportField) => cellOf(row, mapping, field)
  const fail = (code: ErrorCode, field: ImportField, limit?: number) =>
    errors.push(issue(code, { row, mapping, field }, limit))
  const remark = (code: RemarkCode, field: ImportField) => remarks.push(issue(code, { row, mapping, field }))

  const name = (field: 'stage' | 'lane' | 'group') => {
    const text = oneLine(raw(field))
    const limit = textProps.stage.title ?? 0
    if (text.length > limit) fail('too-long', field, limit)
    return text
  }
  /** Null where the cell is blank or wrong. */
  const number = (field: ImportField, [low, high]: [number, number], outside: ErrorCode) => {
    const text = printable(raw(field))
    if (isBlank(text)) return null
    const value = numberOf(text)
    if (value === null) fail('not-a-number', field)
    else if (value < low || value > high) fail(outside, field)
    return value
  }
  const score = (field: 'actual' | 'target') => {
    const value = number(field, [0, 10], 'score-range')
    if (value === null) return null
    const rounded = Math.round(value * 10) / 10
    if (rounded !== value) remark('rounded', field)
    return rounded
  }
  /** What a cell's word stands for; null where it is blank, and with a remark where nobody knows it. */
  const word = <Found>(field: ImportField, find: (text: string) => Found | null, unknown: RemarkCode) => {
    const text = oneLine(raw(field))
    if (isBlank(text)) return null
    const found = find(text)
    if (found === null) remark(unknown, field)
    return found
  }

  const lane = name('lane')
  // In the curve's lane a number is a point of it, whichever column it is in.
  const isPoint = lane !== '' && kindOfLane(lane) === 'emotion'
  const pointField = (['emotion', 'actual', 'title', 'note'] as const).find(
    (field) => !isBlank(printable(raw(field))),
  )
  if (isPoint && pointField && numberOf(printable(raw(pointField))) === null)
    fail('text-in-emotion', pointField)
  const values: RowValues = {
    stage: name('stage'),
    lane,
    group: name('group'),
    title: isPoint ? '' : printable(raw('title')),
    note: isPoint ? '' : printable(raw('note')),
    channel: word('channel', channelOf, 'unknown-channel') ?? 'other',
    departmentId: word('department', (text) => departmentOf(departments, text), 'unknown-department'),
    actual: isPoint ? null : score('actual'),
    target: isPoint ? null : score('target'),
    momentOfTruth: word('moment', truthOf, 'unknown-moment') ?? false,
    state: word('state', stateOf, 'unknown-state') ?? 'assumption',
    emotion:
      isPoint && errors.length > 0
        ? null
        : number((isPoint && pointField) || 'emotion', [-2, 2], 'emotion-range'),
    kind: word('kind', kindNamed, 'unknown-kind'),
    isRated: (['channel', 'actual', 'target', 'moment', 'state'] as const).some(
      (field) => !isPoint && !isBlank(oneLine(raw(field))),
    ),
  }
  return { values, errors, remarks }
}

const departmentOf = (departments: Departments, text: string): string | null => {
  const wanted = plainWord(text)
  const named = departments.find(({ title }) => plainWord(title) === wanted)
  return (
    (named ?? departments.find(({ departmentId }) => plainWord(departmentId) === wanted))?.departmentId ??
    null
  )
}
