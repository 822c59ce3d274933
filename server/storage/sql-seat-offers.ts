// Seats and the offers to take one up again, in SQL. An offer is a row until somebody has taken it up.
import { bytes, columnOrNull, integer, text } from '#server/storage/columns.ts'
import { type Database, type Row, readRows, type Statement, write } from '#server/storage/database.ts'
import type { SeatOfferRow, SeatRow, WorkshopStore } from '#server/storage/storage.ts'
import { LinkKind } from '#shared/access/role.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

type SeatOfferStore = Pick<WorkshopStore, 'seated' | 'offerSeat' | 'seatOffers' | 'seatOffer' | 'takeUpSeat'>

export const createSeatOffers = (database: Database): SeatOfferStore => ({
  async seated(workshopId, since) {
    const sql = `select distinct person_id from seat
      where workshop_id = ? and person_id is not null and created_at > ? order by person_id`
    return (await readRows(database, sql, workshopId, since)).map((row) => personOf(row, 'person_id'))
  },

  async offerSeat(offer) {
    await write(database, putOffer(offer))
  },

  async seatOffers(workshopId, now) {
    const sql = 'select * from seat_offer where workshop_id = ? and expires_at > ? order by person_id'
    return (await readRows(database, sql, workshopId, now)).map(offerOf)
  },

  async seatOffer(workshopId, secretHash, now) {
    const sql = 'select * from seat_offer where workshop_id = ? and secret_hash = ? and expires_at > ?'
    const [row] = await readRows(database, sql, workshopId, secretHash, now)
    return row ? offerOf(row) : null
  },

  async takeUpSeat({ workshopId, personId, secretHash }, seat) {
    const outcome = await database.batch([
      {
        sql: 'delete from seat_offer where workshop_id = ? and person_id = ? and secret_hash = ?',
        values: [workshopId, personId, secretHash],
        mustChange: 1,
      },
      ...['seat', 'link'].map((table) => ({
        sql: `delete from ${table} where workshop_id = ? and person_id = ?`,
        values: [workshopId, personId],
      })),
      putSeat(seat),
    ])
    return outcome.ok
  },
})

export const putSeat = ({ tokenHash, workshopId, role, personId, createdAt }: SeatRow): Statement => ({
  sql: 'insert into seat (token_hash, workshop_id, role, person_id, created_at) values (?, ?, ?, ?, ?)',
  values: [tokenHash, workshopId, role, personId, createdAt],
})

export const putOffer = (offer: SeatOfferRow): Statement => ({
  sql: `insert into seat_offer (workshop_id, person_id, role, secret_hash, offered_by, expires_at)
    values (?, ?, ?, ?, ?, ?)
    on conflict (workshop_id, person_id) do update set role = excluded.role, secret_hash = excluded.secret_hash,
      offered_by = excluded.offered_by, expires_at = excluded.expires_at`,
  values: [offer.workshopId, offer.personId, offer.role, offer.secretHash, offer.offeredBy, offer.expiresAt],
})

const offerOf = (row: Row): SeatOfferRow => ({
  workshopId: WorkshopId.parse(text(row, 'workshop_id')),
  personId: personOf(row, 'person_id'),
  role: LinkKind.parse(text(row, 'role')),
  secretHash: bytes(row, 'secret_hash'),
  offeredBy: columnOrNull(row, 'offered_by', personOf),
  expiresAt: integer(row, 'expires_at'),
})

const personOf = (row: Row, column: string): PersonId => PersonId.parse(text(row, column))
