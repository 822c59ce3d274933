// Silent notes in SQL: keyed by who wrote them until they are placed, and then nowhere.
import { bytes, columnOrNull, integer, text } from '#server/storage/columns.ts'
import {
  type Database,
  type Row,
  readAll,
  readRows,
  type Statement,
  write,
} from '#server/storage/database.ts'
import type { DraftRow, SilenceStore } from '#server/storage/storage.ts'
import { PersonId, RoundId, WorkshopId } from '#shared/ids.ts'
import { Draft } from '#shared/silence/drafts.ts'

const openOnly =
  'not exists (select 1 from silent_round where silent_round.workshop_id = ? and silent_round.round_id = ?)'
const ofRound = 'where workshop_id = ? and round_id = ?'

export function createSilenceStore(database: Database): SilenceStore {
  const isClosed = async (workshopId: WorkshopId, roundId: RoundId) =>
    (await readRows(database, `select is_done from silent_round ${ofRound}`, workshopId, roundId)).length > 0

  return {
    async put({ workshopId, roundId, personId, draftId, ...content }, most) {
      const { text: words, kind, stageId, laneId, departmentId } = content
      const outcome = await database.batch([
        {
          sql: `insert into silent_draft (workshop_id, round_id, person_id, draft_id, text, kind, stage_id, lane_id, department_id)
            select ?, ?, ?, ?, ?, ?, ?, ?, ? where ${openOnly} and ? > (
              select count(*) from silent_draft ${ofRound} and person_id = ? and draft_id <> ?)
            on conflict (workshop_id, round_id, person_id, draft_id) do update set text = excluded.text,
              kind = excluded.kind, stage_id = excluded.stage_id, lane_id = excluded.lane_id,
              department_id = excluded.department_id`,
          values: [
            ...[workshopId, roundId, personId, draftId, words, kind, stageId, laneId, departmentId],
            ...[workshopId, roundId, most, workshopId, roundId, personId, draftId],
          ],
          mustChange: 1,
        },
      ])
      if (outcome.ok) return 'kept'
      return (await isClosed(workshopId, roundId)) ? 'closed' : 'full'
    },

    async remove({ workshopId, roundId, personId, draftId }) {
      const sql = `delete from silent_draft ${ofRound} and person_id = ? and draft_id = ? and ${openOnly}`
      const values = [workshopId, roundId, personId, draftId, workshopId, roundId]
      await write(database, { sql, values })
      return (await isClosed(workshopId, roundId)) ? 'closed' : 'removed'
    },

    async draftsOf(workshopId, roundId, personId) {
      const sql = `select * from silent_draft ${ofRound} and person_id = ? order by draft_id`
      return (await readRows(database, sql, workshopId, roundId, personId)).map(draftOf)
    },

    async drafts(workshopId, roundId) {
      const sql = `select * from silent_draft ${ofRound} order by draft_id`
      return (await readRows(database, sql, workshopId, roundId)).map(draftOf)
    },

    async close(workshopId, roundId) {
      const [, [row] = []] = await readAll(database, [
        {
          sql: 'insert into silent_round (workshop_id, round_id, is_done) values (?, ?, 0) on conflict do nothing',
          values: [workshopId, roundId],
        },
        selectRound(workshopId, roundId),
      ])
      return row ? placingOf(row) : null
    },

    async keepPlacing(workshopId, roundId, placing) {
      const outcome = await database.batch([
        {
          sql: `update silent_round set placing = ? ${ofRound} and placing is null and is_done = 0`,
          values: [placing, workshopId, roundId],
          mustChange: 1,
        },
        { sql: `delete from silent_draft ${ofRound}`, values: [workshopId, roundId] },
      ])
      if (outcome.ok) return placing
      const [[row] = []] = await readAll(database, [selectRound(workshopId, roundId)])
      const first = row && placingOf(row)
      if (!first) throw new Error(`Round ${roundId} was not closed before its notes were placed.`)
      return first
    },

    async finish(workshopId, roundId) {
      await write(
        database,
        { sql: `delete from silent_draft ${ofRound}`, values: [workshopId, roundId] },
        {
          sql: `insert into silent_round (workshop_id, round_id, is_done) values (?, ?, 1)
            on conflict (workshop_id, round_id) do update set placing = null, is_done = 1`,
          values: [workshopId, roundId],
        },
      )
      await database.purge()
    },

    async unfinished() {
      const sql = `select workshop_id, round_id from silent_draft
        union select workshop_id, round_id from silent_round where is_done = 0`
      return (await readRows(database, sql)).map((row) => ({
        workshopId: WorkshopId.parse(text(row, 'workshop_id')),
        roundId: RoundId.parse(text(row, 'round_id')),
      }))
    },
  }
}

const selectRound = (workshopId: WorkshopId, roundId: RoundId): Statement => ({
  sql: `select placing, is_done from silent_round ${ofRound}`,
  values: [workshopId, roundId],
})

const placingOf = (row: Row): Uint8Array | 'done' | null =>
  integer(row, 'is_done') === 1 ? 'done' : columnOrNull(row, 'placing', bytes)

const draftOf = (row: Row): DraftRow => ({
  workshopId: WorkshopId.parse(text(row, 'workshop_id')),
  roundId: RoundId.parse(text(row, 'round_id')),
  personId: PersonId.parse(text(row, 'person_id')),
  ...Draft.parse({
    draftId: text(row, 'draft_id'),
    text: text(row, 'text'),
    kind: columnOrNull(row, 'kind', text),
    stageId: columnOrNull(row, 'stage_id', text),
    laneId: columnOrNull(row, 'lane_id', text),
    departmentId: columnOrNull(row, 'department_id', text),
  }),
})
