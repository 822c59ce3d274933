// The ballot box in SQL: keys, who received a token, ballots. Nothing here joins a person to a ballot.
import { bytes, columnOrNull, integer, text } from '#server/storage/columns.ts'
import {
  type Database,
  type Row,
  readRows,
  type Statement,
  StorageError,
  write,
} from '#server/storage/database.ts'
import type { BallotRow, BallotStore, PollRow } from '#server/storage/storage.ts'
import { PersonId, PollId, WorkshopId } from '#shared/ids.ts'

const selectPoll = `select poll.*, poll_secret.sk, poll_secret.receipt_sk
  from poll left join poll_secret on poll_secret.poll_id = poll.poll_id`

export function createBallotStore(database: Database): BallotStore {
  async function whileUnsealed(pollId: PollId, ...statements: Statement[]) {
    // Changes nothing; takes the row, so that no other node seals this poll meanwhile.
    const sql = `update poll set state = state where poll_id = ? and state in ('open', 'closing')`
    const outcome = await database.batch([{ sql, values: [pollId], mustChange: 1 }, ...statements])
    if (!outcome.ok) throw new StorageError(`Poll ${pollId} is sealed or unknown; nothing was changed.`)
    return outcome
  }

  return {
    async createPoll({ pollId, workshopId, manifest, pk, sk, receiptPk, receiptSk }) {
      await database.batch([
        {
          sql: `insert into poll (poll_id, workshop_id, state, manifest, pk, receipt_pk) values (?, ?, 'open', ?, ?, ?)`,
          values: [pollId, workshopId, manifest, pk, receiptPk],
        },
        {
          sql: 'insert into poll_secret (poll_id, sk, receipt_sk) values (?, ?, ?)',
          values: [pollId, sk, receiptSk],
        },
      ])
    },

    async poll(pollId) {
      const [row] = await readRows(database, `${selectPoll} where poll.poll_id = ?`, pollId)
      return row ? pollOf(row) : null
    },

    async unfinished() {
      return (
        await readRows(database, `${selectPoll} where poll.state <> 'closed' order by poll.poll_id`)
      ).map(pollOf)
    },

    async discardPoll(pollId) {
      // A poll that was opened may have issued tokens; then the foreign key keeps it, and this rejects.
      await write(
        database,
        { sql: 'delete from poll_secret where poll_id = ?', values: [pollId] },
        { sql: 'delete from poll where poll_id = ?', values: [pollId] },
      )
    },

    async setClosing(pollId) {
      await whileUnsealed(pollId, {
        sql: `update poll set state = 'closing' where poll_id = ?`,
        values: [pollId],
      })
    },

    async issue(pollId, personId, blinded) {
      const { rows, changes } = await whileUnsealed(
        pollId,
        {
          sql: 'insert into poll_issue (poll_id, person_id, blinded) values (?, ?, ?) on conflict do nothing',
          values: [pollId, personId, blinded],
        },
        {
          sql: 'select blinded from poll_issue where poll_id = ? and person_id = ?',
          values: [pollId, personId],
        },
      )
      if (changes[1] === 1) return 'issued'
      const [row] = rows[2] ?? []
      return row && Buffer.compare(bytes(row, 'blinded'), blinded) === 0 ? 'same' : 'other'
    },

    async issuedTo(pollId) {
      const sql = 'select person_id from poll_issue where poll_id = ? order by person_id'
      return (await readRows(database, sql, pollId)).map((row) => PersonId.parse(text(row, 'person_id')))
    },

    async putBallots(pollId, ballots) {
      const sql = `insert into ballot (poll_id, t, rev, body, mac) values (?, ?, ?, ?, ?)
        on conflict (poll_id, t) do update set rev = excluded.rev, body = excluded.body, mac = excluded.mac
        where excluded.rev > ballot.rev`
      const sorted = [...ballots].sort((a, b) => Buffer.compare(a.t, b.t))
      await whileUnsealed(
        pollId,
        ...sorted.map(({ t, rev, body, mac }) => ({ sql, values: [pollId, t, rev, body, mac] })),
      )
    },

    async ballots(pollId) {
      // A poll's ballots stand in one of the two tables, never in both.
      const sql = `select t, rev, body, mac from ballot where poll_id = ?
        union all select t, rev, body, mac from sealed_ballot where poll_id = ? order by t`
      return (await readRows(database, sql, pollId, pollId)).map(ballotOf)
    },

    async bundle(pollId, bundleHash) {
      const sql = `select bundle from (
          select 0 as is_brought, bundle_hash, bundle from poll where poll_id = ? and bundle is not null
          union all select 1 as is_brought, bundle_hash, bundle from brought_bundle where poll_id = ?
        ) as found order by case when bundle_hash = ? then 0 else 1 end, is_brought limit 1`
      const [row] = await readRows(database, sql, pollId, pollId, bundleHash)
      return row ? bytes(row, 'bundle') : null
    },

    async seal(pollId, { bundle, bundleHash, suppressed }) {
      const columns = suppressed ? 'poll_id, t' : 'poll_id, t, rev, body, mac'
      const ofPoll = (sql: string): Statement => ({ sql, values: [pollId] })
      await whileUnsealed(
        pollId,
        ofPoll(
          `insert into sealed_ballot (${columns}) select ${columns} from ballot where poll_id = ? order by t`,
        ),
        ofPoll('delete from ballot where poll_id = ?'),
        ofPoll('delete from poll_secret where poll_id = ?'),
        ofPoll('update poll_issue set blinded = null where poll_id = ?'),
        {
          sql: `update poll set state = 'sealed', bundle = ?, bundle_hash = ? where poll_id = ?`,
          values: [bundle, bundleHash, pollId],
        },
      )
      await database.purge()
    },

    async setClosed(pollId) {
      const sql = `update poll set state = 'closed' where poll_id = ? and state = 'sealed'`
      await write(database, { sql, values: [pollId] })
    },
  }
}

const isState = (state: string): state is PollRow['state'] =>
  ['open', 'closing', 'sealed', 'closed'].includes(state)

function pollOf(row: Row): PollRow {
  const state = text(row, 'state')
  if (!isState(state))
    throw new StorageError(`Poll ${text(row, 'poll_id')} is in the unknown state "${state}".`)
  return {
    pollId: PollId.parse(text(row, 'poll_id')),
    workshopId: WorkshopId.parse(text(row, 'workshop_id')),
    state,
    manifest: bytes(row, 'manifest'),
    pk: bytes(row, 'pk'),
    sk: columnOrNull(row, 'sk', bytes),
    receiptPk: bytes(row, 'receipt_pk'),
    receiptSk: columnOrNull(row, 'receipt_sk', bytes),
    bundle: columnOrNull(row, 'bundle', bytes),
    bundleHash: columnOrNull(row, 'bundle_hash', bytes),
  }
}

/** Of a suppressed poll only `t` is left. */
const ballotOf = (row: Row): BallotRow => ({
  t: bytes(row, 't'),
  rev: columnOrNull(row, 'rev', integer) ?? 0,
  body: columnOrNull(row, 'body', bytes) ?? new Uint8Array(),
  mac: columnOrNull(row, 'mac', bytes) ?? new Uint8Array(),
})
