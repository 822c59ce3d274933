// Board updates and snapshots in SQL: one batch for the updates of all workshops.
import { bytes, integer, text } from '#server/storage/columns.ts'
import { type Database, readAll, type Statement, write } from '#server/storage/database.ts'
import type { BoardEntry, BoardStore } from '#server/storage/storage.ts'
import { PersonId, type WorkshopId } from '#shared/ids.ts'

export function createBoardStore(database: Database): BoardStore {
  return {
    endedUntimely: false,

    async load(workshopId) {
      // The tail starts behind the snapshot even while old rows still stand.
      const [snapshots = [], tail = []] = await readAll(database, [
        { sql: 'select up_to, bytes from board_snapshot where workshop_id = ?', values: [workshopId] },
        {
          sql: `select seq, bytes from board_update where workshop_id = ?
            and seq > coalesce((select up_to from board_snapshot where workshop_id = ?), 0) order by seq`,
          values: [workshopId, workshopId],
        },
      ])
      const [snapshot] = snapshots
      return {
        snapshot: snapshot ? { bytes: bytes(snapshot, 'bytes'), upTo: integer(snapshot, 'up_to') } : null,
        tail: tail.map((row) => ({ seq: integer(row, 'seq'), update: bytes(row, 'bytes') })),
      }
    },

    append(entries) {
      const insert = 'insert into board_update (workshop_id, seq, bytes) values (?, ?, ?)'
      const statements = runsOf(entries).flatMap(({ workshopId, first, updates }): Statement[] => [
        moveHead(workshopId, first, updates.length),
        ...updates.map((update, index) => ({ sql: insert, values: [workshopId, first + index, update] })),
      ])
      const committed = database.batch(statements).then(({ ok }) => (ok ? 'stored' : 'conflict'))
      return { written: committed, durable: committed }
    },

    async compact(workshopId, { bytes: snapshot, upTo }) {
      // An older snapshot that comes late must not bring back a state whose tail is gone.
      await write(
        database,
        {
          sql: `insert into board_snapshot (workshop_id, up_to, bytes) values (?, ?, ?)
            on conflict (workshop_id) do update set up_to = excluded.up_to, bytes = excluded.bytes
            where excluded.up_to > board_snapshot.up_to`,
          values: [workshopId, upTo, snapshot],
        },
        { sql: 'delete from board_update where workshop_id = ? and seq <= ?', values: [workshopId, upTo] },
      )
    },

    async claimClient(workshopId, clientId, personId) {
      const [, [owner] = []] = await readAll(database, [
        {
          sql: 'insert into board_client (workshop_id, client_id, person_id) values (?, ?, ?) on conflict do nothing',
          values: [workshopId, clientId, personId],
        },
        {
          sql: 'select person_id from board_client where workshop_id = ? and client_id = ?',
          values: [workshopId, clientId],
        },
      ])
      return owner ? PersonId.parse(text(owner, 'person_id')) : personId
    },
  }
}

type Run = { workshopId: WorkshopId; first: number; updates: Uint8Array[] }

/** Entries that follow each other in one workshop move its head once. */
function runsOf(entries: readonly BoardEntry[]): Run[] {
  const runs: Run[] = []
  let last: Run | undefined
  for (const { workshopId, seq, update } of entries) {
    if (last?.workshopId === workshopId && last.first + last.updates.length === seq) {
      last.updates.push(update)
    } else {
      last = { workshopId, first: seq, updates: [update] }
      runs.push(last)
    }
  }
  return runs
}

/** Changes one row when `first` is the next one. The head outlives compaction, so that no old `seq` can come again. */
function moveHead(workshopId: WorkshopId, first: number, count: number): Statement {
  const last = first + count - 1
  if (first === 1)
    return {
      sql: 'insert into board_head (workshop_id, seq) values (?, ?) on conflict do nothing',
      values: [workshopId, last],
      mustChange: 1,
    }
  return {
    sql: 'update board_head set seq = ? where workshop_id = ? and seq = ?',
    values: [last, workshopId, first - 1],
    mustChange: 1,
  }
}
