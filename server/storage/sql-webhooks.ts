// Webhooks and their posts in SQL.
import { bytes, columnOrNull, integer, text } from '#server/storage/columns.ts'
import { type Database, type Row, readRows, type Statement, write } from '#server/storage/database.ts'
import type { DeliveryRow, NewBatch, WebhookStore } from '#server/storage/storage.ts'
import { postOfEnd } from '#server/storage/webhook-posts.ts'
import { Delivery } from '#shared/access/webhook.ts'
import { WorkshopId } from '#shared/ids.ts'

const mostKept = 20
const columns =
  'workshop_id, delivery_id, queued_at, session, state, attempts, last_at, next_at, failure, status'

export function createWebhookStore(database: Database): WebhookStore {
  return {
    async set({ workshopId, url, sealedSecret }) {
      const sql =
        'insert into webhook (workshop_id, url, sealed_secret) values (?, ?, ?) on conflict (workshop_id) do update set url = excluded.url'
      await write(database, { sql, values: [workshopId, url, sealedSecret] })
    },

    async find(workshopId) {
      const sql = 'select url, sealed_secret from webhook where workshop_id = ?'
      const [row] = await readRows(database, sql, workshopId)
      return row ? { workshopId, url: text(row, 'url'), sealedSecret: bytes(row, 'sealed_secret') } : null
    },

    async remove(workshopId) {
      await write(
        database,
        { sql: 'delete from webhook_delivery where workshop_id = ?', values: [workshopId] },
        { sql: 'delete from webhook where workshop_id = ?', values: [workshopId] },
      )
    },

    async queue(delivery) {
      const { workshopId } = delivery
      const outcome = await database.batch([
        {
          sql: `insert into webhook_delivery (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
          values: valuesOf(delivery),
          mustChange: 1,
        },
        keepNewest(workshopId),
      ])
      return outcome.ok
    },

    async update({ workshopId, deliveryId, state, attempts, lastAt, nextAt, failure, status }) {
      const sql =
        'update webhook_delivery set state = ?, attempts = ?, last_at = ?, next_at = ?, failure = ?, status = ? where workshop_id = ? and delivery_id = ?'
      const values = [state, attempts, lastAt, nextAt, failure, status, workshopId, deliveryId]
      await write(database, { sql, values })
    },

    async deliveries(workshopId) {
      const sql = `select ${columns} from webhook_delivery where workshop_id = ? order by queued_at desc, delivery_id`
      return (await readRows(database, sql, workshopId)).map(deliveryOf)
    },

    async waiting() {
      const sql = `select ${columns} from webhook_delivery where state = 'waiting' order by next_at, delivery_id`
      return (await readRows(database, sql)).map(deliveryOf)
    },
  }
}

/**
 * What goes into the transaction that stores the end of a session: its post waits from the same moment on, so that no crash
 * comes between the two. Nothing where there is no webhook.
 */
export function queueAtEnds({ workshopId, seq, events }: NewBatch): Statement[] {
  return events.flatMap((event, place) =>
    event.type === 'session.ended'
      ? [queueWhereWanted(postOfEnd(workshopId, seq + place, event)), keepNewest(workshopId)]
      : [],
  )
}

const queueWhereWanted = (delivery: DeliveryRow): Statement => ({
  sql: `insert into webhook_delivery (${columns})
    select workshop_id, cast(? as text), cast(? as integer), cast(? as integer), cast(? as text), cast(? as integer),
      cast(? as integer), cast(? as integer), cast(? as text), cast(? as integer)
    from webhook where workshop_id = ? on conflict do nothing`,
  values: [...valuesOf(delivery).slice(1), delivery.workshopId],
})

const keepNewest = (workshopId: WorkshopId): Statement => ({
  sql: `delete from webhook_delivery where workshop_id = ? and state <> 'waiting' and delivery_id not in
    (select delivery_id from webhook_delivery where workshop_id = ? order by queued_at desc, delivery_id limit ${mostKept})`,
  values: [workshopId, workshopId],
})

const valuesOf = ({ workshopId, deliveryId, queuedAt, ...rest }: DeliveryRow) => {
  const { session, state, attempts, lastAt, nextAt, failure, status } = rest
  return [workshopId, deliveryId, queuedAt, session, state, attempts, lastAt, nextAt, failure, status]
}

const deliveryOf = (row: Row): DeliveryRow => ({
  workshopId: WorkshopId.parse(text(row, 'workshop_id')),
  deliveryId: text(row, 'delivery_id'),
  queuedAt: integer(row, 'queued_at'),
  ...Delivery.parse({
    session: columnOrNull(row, 'session', integer),
    state: text(row, 'state'),
    attempts: integer(row, 'attempts'),
    lastAt: columnOrNull(row, 'last_at', integer),
    nextAt: columnOrNull(row, 'next_at', integer),
    failure: columnOrNull(row, 'failure', text),
    status: columnOrNull(row, 'status', integer),
  }),
})
