// Kept states of boards in SQL.
import { bytes, columnOrNull, integer, text } from '#server/storage/columns.ts'
import { type Database, type Row, readRows, type Statement, write } from '#server/storage/database.ts'
import type { HistoryRow, HistoryStore } from '#server/storage/storage.ts'
import { HistoryKind } from '#shared/board/history.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

const described = 'workshop_id, entry_id, kind, name, item_title, person_id, at, board_seq'

export function createHistoryStore(database: Database): HistoryStore {
  return {
    async add(row, state) {
      return (await database.batch([putState(row, state)])).ok
    },

    async list(workshopId) {
      const sql = `select ${described} from board_history where workshop_id = ? order by at desc, board_seq desc, entry_id`
      return (await readRows(database, sql, workshopId)).map(entryOf)
    },

    async bytes(workshopId, entryId) {
      const sql = 'select bytes from board_history where workshop_id = ? and entry_id = ?'
      const [row] = await readRows(database, sql, workshopId, entryId)
      return row ? bytes(row, 'bytes') : null
    },

    async remove(workshopId, entryIds) {
      const sql = 'delete from board_history where workshop_id = ? and entry_id = ?'
      await write(database, ...entryIds.map((entryId) => ({ sql, values: [workshopId, entryId] })))
    },
  }
}

export const putState = (
  { workshopId, entryId, kind, name, itemTitle, personId, at, boardSeq }: HistoryRow,
  state: Uint8Array,
): Statement => ({
  sql: `insert into board_history (${described}, bytes) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  values: [workshopId, entryId, kind, name, itemTitle, personId, at, boardSeq, state],
  mustChange: 1,
})

const entryOf = (row: Row): HistoryRow => ({
  workshopId: WorkshopId.parse(text(row, 'workshop_id')),
  entryId: text(row, 'entry_id'),
  kind: HistoryKind.parse(text(row, 'kind')),
  name: columnOrNull(row, 'name', text),
  itemTitle: columnOrNull(row, 'item_title', text),
  personId: columnOrNull(row, 'person_id', (from, column) => PersonId.parse(text(from, column))),
  at: integer(row, 'at'),
  boardSeq: integer(row, 'board_seq'),
})
