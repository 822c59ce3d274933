// From a table to a map: each row a card, a stage, a lane or a point of the curve, or an error with its line.
import type { FileMap } from '#shared/board/board-file.ts'
import { cardIn, isCardRow, type Refusal } from '#shared/board/import/card-of-row.ts'
import type { Mapping } from '#shared/board/import/columns.ts'
import type { CsvRow } from '#shared/board/import/csv-rows.ts'
import { issue, type RemarkCode, type RowError, type RowRemark } from '#shared/board/import/issues.ts'
import { MapBuilder } from '#shared/board/import/map-builder.ts'
import { type Departments, type RowValues, readRow } from '#shared/board/import/read-row.ts'
import type { Table } from '#shared/board/import/read-table.ts'
import type { ImportField } from '#shared/board/import/table-words.ts'

export type ReadMap = {
  map: FileMap
  errors: RowError[]
  remarks: RowRemark[]
  /** Cards without a stage of their own that got the one above them, as merged cells are written. */
  inherited: number
}
type Options = {
  mapping: Mapping
  departments: Departments
  /** The map's own, and those of lanes that a table can do without. */
  titles: { map: string; touchpoints: string; emotion: string }
}

/** Nothing of a row that is wrong gets into the map; what a cell says is text, also where it looks like a formula. */
export function readMap(table: Pick<Table, 'rows' | 'headerCells'>, options: Options): ReadMap {
  const { mapping, departments, titles } = options
  const builder = new MapBuilder()
  const result: Omit<ReadMap, 'map'> = { errors: [], remarks: [], inherited: 0 }
  let stageAbove = ''
  for (const row of table.rows) {
    const surplus = surplusCell(row, table.headerCells)
    if (surplus) {
      result.errors.push(surplus)
      continue
    }
    const read = readRow(row, { mapping, departments, kindOfLane: (title) => builder.kindOfLane(title) })
    const { values, errors } = read
    if (values.stage !== '') stageAbove = values.stage
    builder.mention(values.stage, values.lane)
    const placed =
      errors.length > 0 ? errors : put({ ...values, stage: stageFor(values, stageAbove) }, builder, titles)
    if (Array.isArray(placed)) {
      result.errors.push(...placed)
      continue
    }
    if ('code' in placed) {
      result.errors.push(issue(placed.code, { row, mapping, field: placed.field }, placed.limit))
      continue
    }
    result.remarks.push(
      ...read.remarks,
      ...placed.remarks.map(({ code, field }) => issue(code, { row, mapping, field })),
    )
    if (values.stage === '' && isCardRow(values)) result.inherited++
  }
  return { map: builder.build(titles.map), ...result }
}

/** A cell beyond the last heading: most times a separator within a text that has no quotation marks around it. */
function surplusCell({ cells, line }: CsvRow, headerCells: number): RowError | null {
  const column = cells.findIndex((cell, at) => at >= headerCells && cell.trim() !== '')
  return column === -1 ? null : { code: 'too-many-cells', line, column, value: cells[column] ?? '' }
}

const stageFor = (values: RowValues, above: string): string =>
  values.stage === '' && (isCardRow(values) || values.emotion !== null || values.group !== '')
    ? above
    : values.stage

type Placed = { remarks: { code: RemarkCode; field: ImportField }[] }

function put(values: RowValues, builder: MapBuilder, titles: Options['titles']): Placed | Refusal {
  const { group, emotion } = values
  const remarks: Placed['remarks'] = []
  if (!isCardRow(values) && emotion === null && group === '') {
    // A row of a name only says that there is such a stage or lane.
    if (values.stage !== '') builder.stage(values.stage)
    if (values.lane !== '') builder.lane(values.lane, values.stage === '' ? values.kind : null)
    return { remarks }
  }
  if (values.stage === '') return { code: 'no-stage', field: 'stage' }
  const card = isCardRow(values)
    ? cardIn(values, values.lane === '' ? 'touchpoints' : builder.kindOfLane(values.lane))
    : null
  if (card && 'code' in card) return card

  const stage = builder.stage(values.stage)
  if (emotion !== null) {
    if (stage.emotion !== null && stage.emotion !== emotion)
      remarks.push({ code: 'emotion-twice', field: 'emotion' })
    stage.emotion ??= emotion
  }
  const isCell = card !== null || group !== ''
  // The row's own lane comes before the curve's, as far as both are new.
  const lane =
    values.lane !== ''
      ? builder.lane(values.lane)
      : isCell
        ? builder.laneFor('touchpoints', titles.touchpoints)
        : null
  if (emotion !== null) builder.laneFor('emotion', titles.emotion)
  if (lane && isCell) {
    const cell = { stageId: stage.id, laneId: lane.id }
    if (card?.type === 'touchpoint') builder.add({ ...card, ...cell })
    else if (group !== '') builder.addToGroup(group, cell, card?.note ?? null)
    else if (card) builder.add({ type: 'note', ...card.note, ...cell })
  }
  if (card?.type === 'note' && values.isRated) remarks.push({ code: 'note-unrated', field: 'channel' })
  return { remarks }
}
