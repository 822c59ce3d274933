// kill -9 at random moments while people write, speak up and vote at once: whatever was acknowledged is there, once.

import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { readBundle } from '#shared/ballots/bundle.ts'
import { tallyBundle } from '#shared/ballots/tally.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { contentsOf } from '#tests/server/board/sample-records.ts'
import { BoardEditor } from '#tests/support/board-editor.ts'
import { enterAsFacilitator } from '#tests/support/lead-room.ts'
import { trustQuestion } from '#tests/support/questions.ts'
import {
  createWorkshop,
  type Guest,
  joinByLink,
  type RunningServer,
  startServer,
} from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'

const patience = { timeout: 60_000 }
/** Each sends or writes so often: below what the server takes for a machine. */
const everyMs = 80

const openPoll: Command = {
  type: 'poll.open',
  mode: 'anonymous',
  questions: [trustQuestion],
  durationMs: null,
}

/** One person at the panel, who sends one command after the other; the client sends again what a crash swallowed. */
class Speaker {
  readonly acknowledged: string[] = []
  readonly #room: Room
  readonly #name: string
  #sent = 0
  #isWaiting = false

  constructor({ room, personId }: SimulatedVoter) {
    this.#room = room
    this.#name = personId
  }

  speak(): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    const promise = `${this.#name} ${this.#sent++}`
    const answered = (reply: Reply) => {
      this.#isWaiting = false
      if (reply.ok) this.acknowledged.push(promise)
    }
    void this.#room.send({ type: 'check-in.accept', promise }).then(answered) // never rejects: it is sent until answered
  }

  get isAnswered(): boolean {
    return !this.#isWaiting
  }
}

async function boardOf(origin: string, guest: Guest): Promise<Record<string, unknown>> {
  const reader = new BoardEditor(guest, 'reader')
  await reader.connect(origin)
  reader.disconnect()
  return contentsOf(reader.doc)
}

test('after kills at random moments every acknowledged edit, command and ballot is there exactly once', async () => {
  let server: RunningServer = await startServer()
  onTestFinished(() => server.clear())
  const port = new URL(server.origin).port
  const { links, id: workshopId } = await createWorkshop(server.origin)

  const facilitator = await enterAsFacilitator(server.origin, { links })
  onTestFinished(() => facilitator.close())
  const voters: SimulatedVoter[] = []
  for (let number = 0; number < 7; number++)
    voters.push(await simulateVoter({ link: links.participant, choose: () => 1 + (number % 5) }))
  const editors: BoardEditor[] = []
  for (let number = 0; number < 4; number++) {
    const editor = new BoardEditor(await joinByLink(links.participant), `e${number}`)
    await editor.connect(server.origin)
    editors.push(editor)
  }
  const speakers = voters.map((voter) => new Speaker(voter))
  const working = setInterval(() => {
    for (const editor of editors) editor.write()
    for (const speaker of speakers) speaker.speak()
  }, everyMs)
  onTestFinished(() => {
    clearInterval(working)
    for (const editor of editors) editor.disconnect()
    for (const voter of voters) voter.leave()
  })

  const edits = () => editors.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  const commands = () => speakers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  const killAndRestart = async () => {
    await server.end('SIGKILL')
    server = await startServer({ dataDir: server.dataDir, env: { PORT: port } })
  }
  /** In the middle of the work, wherever that happens to be, and until both planes work again. */
  const killSomewhere = async () => {
    const [someEdits, someCommands] = [edits() + randomInt(1, 60), commands() + randomInt(1, 60)]
    await expect.poll(edits, { ...patience, interval: 1 }).toBeGreaterThan(someEdits)
    await expect.poll(commands, { ...patience, interval: 1 }).toBeGreaterThan(someCommands)
    await killAndRestart()
    const [editsBefore, commandsBefore] = [edits(), commands()]
    await expect.poll(edits, patience).toBeGreaterThan(editsBefore)
    await expect.poll(commands, patience).toBeGreaterThan(commandsBefore)
  }

  await killSomewhere()
  const isOpened = async () => (await facilitator.send(openPoll)).ok
  await expect.poll(isOpened, { ...patience, interval: 200 }).toBe(true) // refused until enough have come back
  const pollId = await latestPoll(facilitator)
  const status = () => voters.map((voter) => voter.ballot(pollId)?.status)
  // As soon as the first ballots are on their way, then while the last ones are.
  await expect
    .poll(() => status().filter((one) => one === 'sealed-waiting' || one === 'acknowledged').length, {
      ...patience,
      interval: 1,
    })
    .toBeGreaterThan(randomInt(5))
  await killAndRestart()
  await killSomewhere()
  await expect
    .poll(() => status().every((one) => one === 'acknowledged' || one === 'sealed-waiting'), patience)
    .toBe(true)
  expect(await facilitator.send({ type: 'poll.close', pollId })).toMatchObject({ ok: true })
  await killSomewhere() // in the grace period
  await expect
    .poll(() => voters.map((voter) => voter.ballot(pollId)?.audit), patience)
    .toEqual(Array(7).fill({ ok: true, counted: true, ballots: 7 }))
  await killSomewhere()

  clearInterval(working)
  await expect.poll(() => speakers.every(({ isAnswered }) => isAnswered), patience).toBe(true)
  const written = Object.assign({}, ...editors.map(({ doc }) => contentsOf(doc)))
  const reader = await joinByLink(links.observer)
  await expect.poll(() => boardOf(server.origin, reader), patience).toEqual(written)
  const bundle = readBundle(new Uint8Array(await (await fetch(`${server.origin}/b/${pollId}`)).arrayBuffer()))
  expect(bundle && tallyBundle(bundle)).toMatchObject({ counts: [2, 2, 1, 1, 1], votes: 7 })
  await server.end('SIGKILL')

  expect(editors.flatMap(({ acknowledged }) => [...acknowledged]).filter((id) => !(id in written))).toEqual(
    [],
  )
  const kept = await promisesIn(join(server.dataDir, 'runde.db'), workshopId)
  expect(kept.filter((promise, index) => kept.indexOf(promise) !== index)).toEqual([])
  expect(new Set(kept)).toEqual(new Set(speakers.flatMap(({ acknowledged }) => acknowledged)))
}, 240_000)

async function latestPoll(facilitator: Room) {
  const latest = () => facilitator.store.getState().confirmed.polls.at(-1)?.pollId
  await expect.poll(latest, patience).toBeDefined()
  const pollId = latest()
  if (!pollId) throw new Error('The poll is open, and the facilitator does not see it.')
  return pollId
}

/** What people promised, as the log has it, whose numbers have no gap. */
async function promisesIn(file: string, workshopId: WorkshopId): Promise<string[]> {
  const storage = await openSqlite(file, { log: silentLog })
  const log = await storage.facilitation.read(workshopId, 0)
  await storage.close()
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
  return log.flatMap(({ event }) => (event.type === 'check-in.accepted' ? (event.promise ?? []) : []))
}
