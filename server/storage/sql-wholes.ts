// Whole workshops in SQL: one batch over the tables of all stores, so that nobody ever finds half of one.
import { createHash } from 'node:crypto'
import { integer, text } from '#server/storage/columns.ts'
import {
  type Database,
  type Row,
  readAll,
  readRows,
  type Statement,
  write,
} from '#server/storage/database.ts'
import { putState } from '#server/storage/sql-history.ts'
import { putOffer } from '#server/storage/sql-seat-offers.ts'
import { putLink, putWorkshop, workshopOf } from '#server/storage/sql-workshops.ts'
import type { ListedWorkshop, PersonErasure, WholeStore, WholeWorkshop } from '#server/storage/storage.ts'
import type { Kept } from '#shared/access/api.ts'
import { type PersonId, WorkshopId } from '#shared/ids.ts'

const listedOf = (row: Row): ListedWorkshop => ({
  ...workshopOf(row),
  touchedAt: integer(row, 'touched_at'),
})

export function createWholeStore(database: Database): WholeStore {
  return {
    async bring(whole) {
      return (await database.batch(everythingOf(whole))).ok
    },

    async list() {
      const rows = await readRows(database, 'select * from workshop order by workshop_id')
      return rows.map(listedOf)
    },

    async listed(workshopId) {
      const [row] = await readRows(database, 'select * from workshop where workshop_id = ?', workshopId)
      return row ? listedOf(row) : null
    },

    async touch(workshopId, day) {
      const sql = 'update workshop set touched_at = ? where workshop_id = ? and touched_at < ?'
      await write(database, { sql, values: [day, workshopId, day] })
    },

    async close(workshopId) {
      const outcome = await database.batch([
        ...['link', 'seat', 'seat_offer'].map((table) => deleteFrom(table, workshopId)),
        { ...deleteFrom('workshop', workshopId), mustChange: 1 },
        { sql: 'insert into deletion (workshop_id) values (?)', values: [workshopId] },
        { sql: 'insert or ignore into deleted_workshop values (?)', values: [hashOf(workshopId)] },
      ])
      if (outcome.ok) await database.purge() // secrets were in it, as hashes and sealed
      return outcome.ok
    },

    async gone(kept) {
      const answers = await readAll(database, kept.map(whetherGone))
      return kept.filter((_, place) => (answers[place]?.length ?? 0) > 0)
    },

    async erase(workshopId) {
      await write(
        database,
        ...tablesOfPolls.map((table) => ({
          sql: `delete from ${table} where poll_id in (select poll_id from poll where workshop_id = ?)`,
          values: [workshopId],
        })),
        ...tablesOfWorkshops.map((table) => deleteFrom(table, workshopId)),
      )
      await database.purge()
    },

    async erasePerson(erasure) {
      const outcome = await database.batch(everythingOfPerson(erasure))
      if (outcome.ok) await database.purge()
      return outcome.ok
    },

    async closed() {
      const rows = await readRows(database, 'select workshop_id from deletion order by workshop_id')
      return rows.map((row) => WorkshopId.parse(text(row, 'workshop_id')))
    },

    async forget(workshopId) {
      await write(database, deleteFrom('deletion', workshopId))
      await database.purge()
    },
  }
}

function everythingOfPerson({ workshopId, personId, seq, changed, added }: PersonErasure): Statement[] {
  return [
    {
      sql: 'update event_head set seq = ? where workshop_id = ? and seq = ?',
      values: [seq + added.length, workshopId, seq],
      mustChange: 1,
    },
    ...changed.map((one) => ({
      sql: 'update event set body = ? where workshop_id = ? and seq = ?',
      values: [JSON.stringify(one.event), workshopId, one.seq],
      mustChange: 1,
    })),
    ...added.map((event, index) => ({
      sql: 'insert into event (workshop_id, seq, body) values (?, ?, ?)',
      values: [workshopId, seq + 1 + index, JSON.stringify(event)],
    })),
    putErased(workshopId, personId),
    ...tablesOfPeople.map((table) => ({
      sql: `delete from ${table} where workshop_id = ? and person_id = ?`,
      values: [workshopId, personId],
    })),
    {
      sql: 'delete from seat_offer where workshop_id = ? and offered_by = ?',
      values: [workshopId, personId],
    },
    {
      sql: 'update board_history set person_id = null where workshop_id = ? and person_id = ?',
      values: [workshopId, personId],
    },
  ]
}

/**
 * With rows that are one person's alone. `board_client` and `poll_issue` are not among them: who drew a line and who was
 * given a ballot are ids without a name from here on, and what they guard would no longer add up.
 */
const tablesOfPeople = ['person_name', 'seat', 'seat_offer', 'link', 'answer', 'silent_draft']

const putErased = (workshopId: WorkshopId, personId: PersonId): Statement => ({
  sql: 'insert into erased_person (workshop_id, person_id) values (?, ?) on conflict do nothing',
  values: [workshopId, personId],
})

/** A row or none. While a workshop is here it is not deleted, whatever was here before under its id. */
const whetherGone = ({ workshopId, personId }: Kept): Statement => ({
  sql: `select 1 from deleted_workshop where workshop_hash = ?
      and not exists (select 1 from workshop where workshop_id = ?)
    union all
    select 1 from erased_person where workshop_id = ? and person_id = ?`,
  values: [hashOf(workshopId), workshopId, workshopId, personId],
})

/** With a row for each thing that a poll of the workshop has; before `poll` itself. */
const tablesOfPolls = ['poll_secret', 'poll_issue', 'ballot', 'sealed_ballot']
/** All others that know which workshop a row is of, but for those that `close` has emptied. */
export const tablesOfWorkshops = [
  'poll',
  'person_name',
  'event_head',
  'event',
  'erased_person',
  'answer',
  'board_head',
  'board_update',
  'board_snapshot',
  'board_client',
  'silent_draft',
  'silent_round',
  'board_history',
  'image',
  'brought_bundle',
  'webhook',
  'webhook_delivery',
]

const hashOf = (workshopId: WorkshopId): Buffer => createHash('sha256').update(workshopId).digest()

const deleteFrom = (table: string, workshopId: WorkshopId): Statement => ({
  sql: `delete from ${table} where workshop_id = ?`,
  values: [workshopId],
})

function everythingOf({
  workshop,
  links,
  offers,
  names,
  events,
  board,
  history,
  images,
  bundles,
}: WholeWorkshop): Statement[] {
  const { workshopId } = workshop
  return [
    putWorkshop(workshop),
    ...links.map(putLink),
    ...offers.map(putOffer),
    ...Object.entries(names).map(([personId, name]) => ({
      sql: 'insert into person_name (workshop_id, person_id, name) values (?, ?, ?)',
      values: [workshopId, personId, name],
    })),
    {
      sql: 'insert into event_head (workshop_id, seq) values (?, ?)',
      values: [workshopId, events.length],
    },
    ...events.map((event, index) => ({
      sql: 'insert into event (workshop_id, seq, body) values (?, ?, ?)',
      values: [workshopId, index + 1, JSON.stringify(event)],
    })),
    ...events.flatMap((event) =>
      event.type === 'person.erased' ? [putErased(workshopId, event.personId)] : [],
    ),
    { sql: 'insert into board_head (workshop_id, seq) values (?, 1)', values: [workshopId] },
    {
      sql: 'insert into board_snapshot (workshop_id, up_to, bytes) values (?, 1, ?)',
      values: [workshopId, board],
    },
    ...history.map(({ row, bytes }) => putState(row, bytes)),
    ...images.map(({ imageId, type, bytes }) => ({
      sql: 'insert into image (workshop_id, image_id, type, size, bytes) values (?, ?, ?, ?, ?)',
      values: [workshopId, imageId, type, bytes.length, bytes],
    })),
    ...bundles.map(({ pollId, bundleHash, bundle }) => ({
      sql: 'insert into brought_bundle (workshop_id, poll_id, bundle_hash, bundle) values (?, ?, ?, ?)',
      values: [workshopId, pollId, bundleHash, bundle],
    })),
  ]
}
