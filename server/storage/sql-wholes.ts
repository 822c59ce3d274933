// Whole workshops in SQL: one batch over the tables of all stores, so that nobody ever finds half of one.
import type { Database, Statement } from '#server/storage/database.ts'
import { putState } from '#server/storage/sql-history.ts'
import { putLink, putWorkshop } from '#server/storage/sql-workshops.ts'
import type { WholeStore, WholeWorkshop } from '#server/storage/storage.ts'

export function createWholeStore(database: Database): WholeStore {
  return {
    async bring(whole) {
      return (await database.batch(everythingOf(whole))).ok
    },
  }
}

function everythingOf({
  workshop,
  links,
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
