// The whole ballot path through the real server in a process of its own, which is killed in the middle of it.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import { readBundle } from '#shared/ballots/bundle.ts'
import { tallyBundle } from '#shared/ballots/tally.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { enterAsFacilitator } from '#tests/support/lead-room.ts'
import { trustQuestion } from '#tests/support/questions.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'

let server: RunningServer
let port: string
let people: { leave(): void }[]
beforeEach(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'info' } })
  port = new URL(server.origin).port
  people = []
})
afterEach(async () => {
  for (const person of people) person.leave()
  await server.clear()
})

/** Everything it said in all its lives. */
let said = ''
async function killAndRestart(): Promise<void> {
  await server.end('SIGKILL')
  said += server.output()
  server = await startServer({ dataDir: server.dataDir, env: { LOG_LEVEL: 'info', PORT: port } })
}

async function open(facilitator: Room): Promise<SecretPoll> {
  const reply = await facilitator.send({
    type: 'poll.open',
    mode: 'anonymous',
    questions: [trustQuestion],
    durationMs: null,
  })
  expect(reply).toMatchObject({ ok: true })
  const poll = await expectPoll(facilitator)
  if (!poll) throw new Error('The poll is open, and the facilitator does not see it.')
  return poll
}
async function expectPoll(facilitator: Room): Promise<SecretPoll | undefined> {
  const secret = () => facilitator.store.getState().confirmed.polls.find((poll) => poll.mode === 'anonymous')
  await expect.poll(secret).toBeDefined()
  return secret()
}

test('killed between commit and reply: the browsers send again, every ballot is there once, and all audits hold', async () => {
  const { links } = await createWorkshop(server.origin)
  const facilitator = await enterAsFacilitator(server.origin, { links })
  people.push({ leave: () => facilitator.close() })
  const voters: SimulatedVoter[] = []
  for (let number = 0; number < 7; number += 1)
    voters.push(await simulateVoter({ link: links.participant, choose: () => 1 + (number % 5) }))
  people.push(...voters)
  await expect.poll(() => facilitator.store.getState().present).toHaveLength(8)

  const { pollId } = await open(facilitator)
  const status = () => voters.map((voter) => voter.ballot(pollId)?.status)
  // Killed as soon as ballots are on their way: some stored without a receipt, some acknowledged, some in memory only.
  await expect
    .poll(() => status().filter((one) => one === 'sealed-waiting').length, { timeout: 20_000, interval: 1 })
    .toBeGreaterThan(0)
  await killAndRestart()
  await expect
    .poll(() => status().filter((one) => one === 'acknowledged').length, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(5)

  await expect.poll(() => facilitator.store.getState().status, { timeout: 20_000 }).toBe('online')
  // Whoever had no token when the server was killed asks again as soon as the socket is back.
  await expect
    .poll(() => status().every((one) => one === 'acknowledged' || one === 'sealed-waiting'), {
      timeout: 60_000,
    })
    .toBe(true)
  expect(await facilitator.send({ type: 'poll.close', pollId })).toMatchObject({ ok: true })
  await killAndRestart() // in the grace period: whoever comes back seals the poll
  const audits = () => voters.map((voter) => voter.ballot(pollId)?.audit)
  await expect
    .poll(audits, { timeout: 90_000 })
    .toEqual(Array(7).fill({ ok: true, counted: true, ballots: 7 }))
  expect(voters[0]?.ballot(pollId)?.tally).toMatchObject({ counts: [2, 2, 1, 1, 1], votes: 7 })

  const bundle = readBundle(new Uint8Array(await (await fetch(`${server.origin}/b/${pollId}`)).arrayBuffer()))
  expect(bundle && tallyBundle(bundle)?.votes).toBe(7)
  await server.end('SIGTERM')
  said += server.output()
  expect(said).toContain('ballots.sealed')
  for (const { t } of bundle?.ballots ?? []) expect(said).not.toContain(t)
  await expectNoPersonBesideABallot(voters, bundle?.ballots.map(({ t }) => t) ?? [])
}, 240_000)

/** In the file as it was left, page by page, and in the write-ahead log. */
async function expectNoPersonBesideABallot(voters: SimulatedVoter[], ts: string[]): Promise<void> {
  const file = join(server.dataDir, 'runde.db')
  const bytes = await readFile(file, 'latin1')
  const log = await readFile(`${file}-wal`, 'latin1').catch(() => '')
  const database = new DatabaseSync(file, { readOnly: true })
  const pages = database.prepare("select pgoffset, pgsize from dbstat where name like '%ballot%'").all()
  database.close()
  const text = pages.map(({ pgoffset, pgsize }) =>
    bytes.slice(Number(pgoffset), Number(pgoffset) + Number(pgsize)),
  )
  for (const t of ts) expect(text.join('')).toContain(Buffer.from(t, 'hex').toString('latin1'))
  for (const { personId } of voters) {
    expect(bytes).toContain(personId)
    expect(text.join('') + log).not.toContain(personId)
  }
}
