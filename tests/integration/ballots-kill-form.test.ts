// A form of three questions and the concern box of the item it is asked in, through a real server that is killed at each step of their way.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import { createArithmetic } from '#server/ballots/arithmetic.ts'
import { sealPoll } from '#server/ballots/seal.ts'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { ballotCode } from '#shared/ballots/ballot.ts'
import { decodeBody } from '#shared/ballots/body.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { type Answer, textAnswer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { ItemId, type PollId } from '#shared/ids.ts'
import { enterAsFacilitator } from '#tests/support/lead-room.ts'
import { threeQuestions } from '#tests/support/questions.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'
import { quickPace } from '#tests/support/voter.ts'

/** Two full groups: while the form is open, none of its ballots is left waiting for others. */
const people = 10
const minimumGroup = 5
const patience = { timeout: 60_000, interval: 5 }
const itemId = ItemId.parse('item-1')

let server: RunningServer
let port: string
let facilitator: Room
let voters: SimulatedVoter[]
beforeEach(async () => {
  server = await startServer()
  port = new URL(server.origin).port
  const workshop = await createWorkshop(server.origin, {
    agenda: [{ itemId, kind: 'discussion', minutes: 10, title: 'Rechnung' }],
  })
  facilitator = await enterAsFacilitator(server.origin, workshop)
  voters = await Promise.all(
    Array.from({ length: people }, (_, number) => vote(workshop.links.participant, number)),
  )
  await expect.poll(() => facilitator.store.getState().present, patience).toHaveLength(people + 1)
})
afterEach(async () => {
  for (const voter of voters) voter.leave()
  facilitator.close()
  await server.clear()
})

/** Three write a concern; what is asked, all answer. */
function vote(link: string, number: number): Promise<SimulatedVoter> {
  const { wait, ...pace } = quickPace()
  return simulateVoter({
    link,
    // A server that is down for a second is not asked a thousand times.
    pace: { ...pace, wait: (ms, signal) => wait(ms * 20, signal) },
    choose: ({ asks }) => {
      if (asks.kind === 'scale') return 1 + (number % 5)
      return asks.kind === 'ranking' ? ['ranking', number < 6 ? [0, 1, 2] : [2, 1, 0]] : missing(number)
    },
    concern: () => (number < 3 ? missing(number) : null),
  })
}
const missing = (number: number): Answer => textAnswer(`Es fehlt ${number}.`) ?? ['text', '']
const missingTexts = (count: number) => Array.from({ length: count }, (_, number) => `es fehlt ${number}.`)

const send = async (command: Command) => expect(await facilitator.send(command)).toMatchObject({ ok: true })
const secretPolls = () => secretPollsOf(facilitator.store.getState().confirmed)
const form = () => secretPolls().filter((poll) => !poll.blanksCount)
const boxes = () => secretPolls().filter((poll) => poll.blanksCount)
const statuses = (polls: readonly SecretPoll[]) =>
  polls.flatMap(({ pollId }) => voters.map((voter) => voter.ballot(pollId)?.status))
const cast = ['sealed-waiting', 'acknowledged']
const countOf = (polls: readonly SecretPoll[], ...wanted: unknown[]) =>
  statuses(polls).filter((status) => wanted.includes(status)).length

/** `meanwhile`: what else happened before the end, on the file that was left. */
async function killAndRestart(meanwhile = async () => {}): Promise<void> {
  const toldStored = acknowledged()
  await server.end('SIGKILL')
  expectKept(toldStored)
  await meanwhile()
  server = await startServer({ dataDir: server.dataDir, env: { PORT: port } })
}

type Told = { poll: SecretPoll; voter: SimulatedVoter; code: string; chosen: Answer | null }
/** What browsers were promised is there. */
const acknowledged = (): Told[] =>
  secretPolls().flatMap((poll) =>
    voters.flatMap((voter) => {
      const { status, ballotCode: code, chosen } = voter.ballot(poll.pollId) ?? {}
      return code && status === 'acknowledged' ? [{ poll, voter, code, chosen: chosen ?? null }] : []
    }),
  )

function expectKept(toldStored: readonly Told[]): void {
  const file = new DatabaseSync(join(server.dataDir, 'runde.db'), { readOnly: true })
  const rowsOf = (pollId: PollId) =>
    file
      .prepare(
        `select t, body from ballot where poll_id = :pollId
        union all select t, body from sealed_ballot where poll_id = :pollId`,
      )
      .all({ pollId })
      .map(({ t, body }) => ({
        t: new Uint8Array(t as Uint8Array),
        body: new Uint8Array(body as Uint8Array),
      })) // blobs
  const issuedIn = (pollId: PollId) =>
    file
      .prepare('select person_id from poll_issue where poll_id = ?')
      .all(pollId)
      .map(({ person_id }) => person_id)
  for (const { pollId } of secretPolls()) {
    const rows = rowsOf(pollId)
    expect(new Set(rows.map(({ t }) => bytesToHex(t))).size).toBe(rows.length)
    expect(issuedIn(pollId).length).toBeGreaterThanOrEqual(rows.length)
  }
  for (const { poll, voter, code, chosen } of toldStored) {
    expect(issuedIn(poll.pollId)).toContain(voter.personId)
    const row = rowsOf(poll.pollId).find(({ t }) => ballotCode(t) === code)
    expect(row && decodeBody(row.body, poll.asks)).toEqual(chosen ?? ['blank'])
  }
  file.close()
}

/** As a process that ends between the seal and the log leaves it. */
async function sealWithoutTheLog(pollId: PollId): Promise<void> {
  const storage = await openSqlite(join(server.dataDir, 'runde.db'), { log: silentLog })
  const arithmetic = createArithmetic(silentLog)
  const row = await storage.ballots.poll(pollId)
  if (!row) throw new Error(`Poll ${pollId} is not in the file.`)
  await sealPoll(row, minimumGroup, { storage: storage.ballots, arithmetic })
  await arithmetic.close()
  await storage.close()
}

test('killed at each step, a form and a concern box lose nothing that was acknowledged, and every audit holds for every question', async () => {
  await send({ type: 'agenda.start' })
  const questions = [...threeQuestions]
  await send({ type: 'poll.open', mode: 'anonymous', questions, durationMs: null })
  await killAndRestart() // just opened; the item's box may have its keys and not be in the log
  await expect.poll(() => [form().length, boxes().length], patience).toEqual([3, 1])

  await expect.poll(() => countOf(form(), 'ready', ...cast), patience).toBeGreaterThan(0)
  await killAndRestart() // while tokens are handed out
  await expect.poll(() => countOf(form(), 'acknowledged'), patience).toBeGreaterThan(0)
  await killAndRestart() // some ballots are stored, some wait in memory for a fifth
  await expect.poll(() => countOf(form(), 'acknowledged'), patience).toBe(3 * people)
  await expect.poll(() => countOf(boxes(), 'ready'), patience).toBe(people)

  const [{ pollId: sealed } = { pollId: undefined }] = form()
  if (!sealed) throw new Error('The form has a first question.')
  await send({ type: 'poll.close', pollId: sealed })
  await send({ type: 'agenda.advance', fromItemId: itemId })
  // Whoever knows of the closing casts without the socket, whenever that comes back.
  await expect.poll(() => countOf(boxes(), ...cast), patience).toBe(people)
  await killAndRestart(() => sealWithoutTheLog(sealed)) // one question has its bundle, and the log does not know
  await expect.poll(() => countOf(boxes(), 'acknowledged'), patience).toBeGreaterThan(0)
  await killAndRestart() // concerns and blanks are coming in
  await expect.poll(() => secretPolls().map(({ state }) => state), patience).toEqual(Array(4).fill('closed'))

  for (const { pollId } of secretPolls())
    await expect
      .poll(() => voters.map((voter) => voter.ballot(pollId)?.audit), patience)
      .toEqual(Array(people).fill({ ok: true, counted: true, ballots: people }))
  for (const voter of voters) {
    const [scale, ranking, text, concerns] = secretPolls().map(({ pollId }) => voter.ballot(pollId))
    expect(scale?.tally).toMatchObject({ counts: [2, 2, 2, 2, 2], votes: people })
    expect(ranking?.tally).toMatchObject({ meanPlaces: [1.8, 2, 2.2], votes: people })
    expect(text?.written.map((one) => one.text).sort()).toEqual(missingTexts(people))
    expect(concerns?.written.map((one) => one.text).sort()).toEqual(missingTexts(3))
  }
  await server.end('SIGTERM')
  expectKept([])
  expect(server.output()).not.toContain('bug')
}, 240_000)
