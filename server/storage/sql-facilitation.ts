// The facilitation log in SQL. The head row of a workshop decides who writes next, so that `seq` has no gaps.
import { integer, text } from '#server/storage/columns.ts'
import { type Database, type Row, readAll, readRows, type Statement } from '#server/storage/database.ts'
import { queueAtEnds } from '#server/storage/sql-webhooks.ts'
import type { AnsweredCommand, FacilitationLog } from '#server/storage/storage.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { WorkshopId } from '#shared/ids.ts'

const selectReply = 'select reply from answer where workshop_id = ? and person_id = ? and command_id = ?'

export function createFacilitationLog(database: Database): FacilitationLog {
  return {
    async append(batch) {
      const { workshopId, seq, events, answer } = batch
      const insert = 'insert into event (workshop_id, seq, body) values (?, ?, ?)'
      const statements: Statement[] = [
        ...(answer ? [{ ...keepAnswer(answer), mustChange: 1 }] : []),
        moveHead(workshopId, seq, events.length),
        ...events.map((event, index) => ({
          sql: insert,
          values: [workshopId, seq + index, JSON.stringify(event)],
        })),
        ...queueAtEnds(batch),
      ]
      const outcome = await database.batch(statements)
      if (outcome.ok) return 'stored'
      return answer && outcome.failedAt === 0 ? 'repeated' : 'conflict'
    },

    async remember(answer) {
      const { workshopId, personId, commandId, reply } = answer
      const values = [workshopId, personId ?? '', commandId]
      const [, [first] = []] = await readAll(database, [keepAnswer(answer), { sql: selectReply, values }])
      return first ? replyOf(first) : reply
    },

    async reply(workshopId, personId, commandId) {
      const [row] = await readRows(database, selectReply, workshopId, personId ?? '', commandId)
      return row ? replyOf(row) : null
    },

    async read(workshopId, afterSeq) {
      const sql = 'select seq, body from event where workshop_id = ? and seq > ? order by seq'
      const rows = await readRows(database, sql, workshopId, afterSeq)
      return rows.map((row) => ({
        seq: integer(row, 'seq'),
        event: JSON.parse(text(row, 'body')) as Event, // written by `append` from an Event
      }))
    },
  }
}

/** Changes one row when `seq` is the next one, none when somebody else wrote first. */
function moveHead(workshopId: WorkshopId, seq: number, count: number): Statement {
  const last = seq + count - 1
  if (seq === 1)
    return {
      sql: 'insert into event_head (workshop_id, seq) values (?, ?) on conflict do nothing',
      values: [workshopId, last],
      mustChange: 1,
    }
  return {
    sql: 'update event_head set seq = ? where workshop_id = ? and seq = ?',
    values: [last, workshopId, seq - 1],
    mustChange: 1,
  }
}

const keepAnswer = ({ workshopId, personId, commandId, reply }: AnsweredCommand): Statement => ({
  sql: `insert into answer (workshop_id, person_id, command_id, reply) values (?, ?, ?, ?) on conflict do nothing`,
  values: [workshopId, personId ?? '', commandId, JSON.stringify(reply)],
})

const replyOf = (row: Row): Reply => JSON.parse(text(row, 'reply')) as Reply // written by `keepAnswer` from a Reply
