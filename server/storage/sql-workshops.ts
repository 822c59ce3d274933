// Workshops, links and seats in SQL. Secrets are here as hashes and sealed copies only.
import { bytes, columnOrNull, integer, text } from '#server/storage/columns.ts'
import { type Database, type Row, readRows, type Statement, write } from '#server/storage/database.ts'
import { createSeatOffers, putSeat } from '#server/storage/sql-seat-offers.ts'
import type { LinkRow, SeatRow, WorkshopRow, WorkshopStore } from '#server/storage/storage.ts'
import { LinkKind } from '#shared/access/role.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

export function createWorkshopStore(database: Database): WorkshopStore {
  return {
    ...createSeatOffers(database),

    async create(workshop, links) {
      return (await database.batch([putWorkshop(workshop), ...links.map(putLink)])).ok
    },

    async find(workshopId) {
      const [row] = await readRows(database, 'select * from workshop where workshop_id = ?', workshopId)
      return row ? workshopOf(row) : null
    },

    async findByCode(code) {
      const [row] = await readRows(database, 'select * from workshop where code = ?', code)
      return row ? workshopOf(row) : null
    },

    async links(workshopId) {
      const sql = 'select * from link where workshop_id = ? order by role, person_id'
      return (await readRows(database, sql, workshopId)).map(linkOf)
    },

    async renewLink(link, { code, endSeats, keeping = null }) {
      const statements: Statement[] = []
      if (code !== null) statements.push(changeCode(link.workshopId, code))
      if (endSeats) statements.push(...endSeatsOf(link, keeping))
      statements.push(putLink(link))
      return (await database.batch(statements)).ok
    },

    async linkBySecret(workshopId, secretHash) {
      const sql = 'select * from link where workshop_id = ? and secret_hash = ?'
      const [row] = await readRows(database, sql, workshopId, secretHash)
      return row ? linkOf(row) : null
    },

    async addSeat(seat) {
      await write(database, putSeat(seat))
    },

    async seat(tokenHash) {
      const [row] = await readRows(database, 'select * from seat where token_hash = ?', tokenHash)
      return row ? seatOf(row) : null
    },

    async endSeat(tokenHash) {
      await write(database, { sql: 'delete from seat where token_hash = ?', values: [tokenHash] })
    },
  }
}

/** Changes no row when the id or the code is taken. */
export const putWorkshop = ({ workshopId, code, createdAt }: WorkshopRow): Statement => ({
  sql: 'insert into workshop (workshop_id, code, created_at, touched_at) values (?, ?, ?, ?) on conflict do nothing',
  values: [workshopId, code, createdAt, createdAt],
  mustChange: 1,
})

export const putLink = ({ workshopId, role, personId, secretHash, sealedSecret }: LinkRow): Statement => ({
  sql: `insert into link (workshop_id, role, person_id, secret_hash, sealed_secret) values (?, ?, ?, ?, ?)
    on conflict (workshop_id, role, person_id)
    do update set secret_hash = excluded.secret_hash, sealed_secret = excluded.sealed_secret`,
  values: [workshopId, role, personId ?? '', secretHash, sealedSecret],
})

const changeCode = (workshopId: WorkshopId, code: string): Statement => ({
  sql: `update workshop set code = ? where workshop_id = ?
    and not exists (select 1 from workshop where code = ? and workshop_id <> ?)`,
  values: [code, workshopId, code, workshopId],
  mustChange: 1,
})

/** A seat that only reads results has no person, and nobody keeps it. */
function endSeatsOf({ workshopId, role, personId }: LinkRow, keeping: PersonId | null): Statement[] {
  const offers = { sql: 'delete from seat_offer where workshop_id = ?', values: [workshopId] }
  if (personId !== null) {
    const sql = 'delete from seat where workshop_id = ? and role = ? and person_id = ?'
    const ofThem = { sql: `${offers.sql} and person_id = ?`, values: [workshopId, personId] }
    return [{ sql, values: [workshopId, role, personId] }, ofThem]
  }
  const kept = keeping ?? ''
  return [
    {
      sql: `delete from seat where workshop_id = ? and role = ? and (person_id is null or person_id <> ?)`,
      values: [workshopId, role, kept],
    },
    {
      sql: `delete from link where workshop_id = ? and role = ? and person_id <> '' and person_id <> ?`,
      values: [workshopId, role, kept],
    },
    // Also those that they made for others, through which they could come back.
    offers,
  ]
}

export const workshopOf = (row: Row): WorkshopRow => ({
  workshopId: WorkshopId.parse(text(row, 'workshop_id')),
  code: text(row, 'code'),
  createdAt: integer(row, 'created_at'),
})

const linkOf = (row: Row): LinkRow => ({
  workshopId: WorkshopId.parse(text(row, 'workshop_id')),
  role: LinkKind.parse(text(row, 'role')),
  personId: text(row, 'person_id') === '' ? null : personOf(row, 'person_id'),
  secretHash: bytes(row, 'secret_hash'),
  sealedSecret: columnOrNull(row, 'sealed_secret', bytes),
})

const seatOf = (row: Row): SeatRow => ({
  tokenHash: bytes(row, 'token_hash'),
  workshopId: WorkshopId.parse(text(row, 'workshop_id')),
  role: LinkKind.parse(text(row, 'role')),
  personId: columnOrNull(row, 'person_id', personOf),
  createdAt: integer(row, 'created_at'),
})

const personOf = (row: Row, column: string): PersonId => PersonId.parse(text(row, column))
