// A workshop with people in it and the real ballot box under it: real storage in a file, real rooms, real HTTP, manual time.

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { type Ballots, createBallots } from '#server/ballots/ballots.ts'
import { createRooms, type Rooms } from '#server/facilitation/rooms.ts'
import { createDrain, listen } from '#server/http/listening.ts'
import type { Log } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { RoomRole } from '#shared/access/role.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import { findSecretPoll } from '#shared/facilitation/ballot-plane.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Concerns } from '#shared/facilitation/concerns.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { ItemId, PersonId, type PollId, WorkshopId } from '#shared/ids.ts'
import { createManualTime, type ManualTime } from '#tests/support/manual-time.ts'

export const workshopId = WorkshopId.parse('w0rkshpwrksh')
export const personNumber = (number: number): PersonId =>
  PersonId.parse(`p${number.toString().padStart(15, '0')}`)
export const facilitatorId = personNumber(900)
export const observerId = personNumber(901)

export type BallotRoom = {
  storage: Storage
  ballots: Ballots
  rooms: Rooms
  origin: string
  file: string
  time: ManualTime
  participants: PersonId[]
  /** Every line that was logged, as JSON. */
  lines: string[]
  /** Facts of the bugs that were logged. */
  bugs: string[]
  join(personId: PersonId, role: RoomRole): Promise<void>
  openPoll(change?: { durationMs?: number; questionKey?: string }): Promise<SecretPoll>
  /** One poll for each question. */
  openForm(questions: readonly PollQuestion[]): Promise<SecretPoll[]>
  closePoll(pollId: PollId): Promise<void>
  /** The facilitator orders something; rejects when it is refused. */
  does(command: Command): Promise<void>
  /** Also that of a concern box. */
  poll(pollId: PollId): Promise<SecretPoll>
  boxes(): Promise<Concerns>
  /** Resolves with the concern box of the first item. */
  startAgenda(): Promise<SecretPoll>
  /** Goes on to the next item, or ends the agenda. */
  advance(): Promise<void>
  /** Everything stops in order and starts again on the same file, after having been away for so long. */
  restart(gone?: { awayMs: number }): Promise<void>
  close(): Promise<void>
}

export async function openBallotRoom({
  participants: count = 6,
  minimumGroup = 5,
  items = [],
  around = (storage: Storage) => storage,
}: {
  participants?: number
  minimumGroup?: number
  /** Titles of the agenda. */
  items?: readonly string[]
  /** Stands between the ballot box and the real storage. */
  around?: (storage: Storage) => Storage
} = {}): Promise<BallotRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'runde-ballots-'))
  const file = join(folder, 'runde.db')
  const time = createManualTime()
  const lines: string[] = []
  const bugs: string[] = []
  const log: Log = {
    info: (fact, fields) => lines.push(JSON.stringify({ fact, ...fields })),
    warn: (fact, fields) => lines.push(JSON.stringify({ fact, ...fields })),
    bug(fact, error, fields) {
      lines.push(JSON.stringify({ fact, error: String(error), ...fields }))
      bugs.push(fact)
      return 'test'
    },
  }
  const participants = Array.from({ length: count }, (_, index) => personNumber(index + 1))
  const server = { actor: { personId: null, role: 'server' as const }, commandId: null }
  let life = await start()

  async function start() {
    const storage = around(await openSqlite(file, { log }))
    const ballots = createBallots({ storage: storage.ballots, log, now: time.now, after: time.after })
    const rooms = createRooms({
      storage: storage.facilitation,
      people: storage.people,
      preparePolls: ballots.prepare,
      log,
      now: time.now,
    })
    ballots.serve(rooms)
    const app = express()
    app.use('/b', ballots.routes())
    const http = createServer(app)
    const drain = createDrain(http)
    await listen(http, { port: 0, host: 'localhost' })
    return { storage, ballots, rooms, http, drain }
  }

  async function stop() {
    const drained = life.drain()
    await life.ballots.close() // answers who still waits
    await drained
    await life.rooms.close()
    await life.storage.close()
  }

  async function join_(personId: PersonId, role: RoomRole) {
    await life.rooms.submit(workshopId, {
      ...server,
      command: { type: 'person.join', personId, role, departmentId: null },
    })
    life.rooms.arrive(workshopId, personId)
  }

  const facilitator = () => ({
    actor: { personId: facilitatorId, role: 'facilitator' as const },
    commandId: crypto.randomUUID(),
  })

  const boxes = async () => (await life.rooms.state(workshopId)).workshop.concerns

  async function does(command: Command): Promise<void> {
    const reply = await life.rooms.submit(workshopId, { ...facilitator(), command })
    if (!reply.ok) throw new Error(`"${command.type}" was refused: ${reply.message}`)
  }

  async function secret(pollId: PollId): Promise<SecretPoll> {
    const poll = findSecretPoll((await life.rooms.state(workshopId)).workshop, pollId)
    if (!poll) throw new Error(`There is no secret poll ${pollId}.`)
    return poll
  }

  const agenda = items.map((title, place): AgendaItem => {
    const itemId = ItemId.parse(`item-${place}`)
    return { itemId, kind: 'discussion', minutes: 10, title }
  })
  const nothing = { departments: [], items: agenda, rules: [] }
  const founding = { title: 'Probe', language: 'de' as const, templateId: 'blank', ...nothing, minimumGroup }
  await life.rooms.submit(workshopId, { ...server, command: { type: 'workshop.create', ...founding } })
  await join_(facilitatorId, 'facilitator')
  await join_(observerId, 'observer')
  for (const personId of participants) await join_(personId, 'participant')

  return {
    get storage() {
      return life.storage
    },
    get ballots() {
      return life.ballots
    },
    get rooms() {
      return life.rooms
    },
    get origin() {
      return `http://localhost:${(life.http.address() as AddressInfo).port}` // it listens on a port
    },
    file,
    time,
    participants,
    lines,
    bugs,
    join: join_,
    async openPoll({ durationMs, questionKey = 'trust' } = {}) {
      const reply = await life.rooms.submit(workshopId, {
        ...facilitator(),
        command: {
          type: 'poll.open',
          mode: 'anonymous',
          questions: [
            {
              question: 'Wie zuversichtlich sind Sie?',
              questionKey,
              phase: 'during',
              asks: { kind: 'scale', min: 1, max: 5, lowLabel: 'gar nicht', highLabel: 'sehr' },
            },
          ],
          durationMs: durationMs ?? null,
        },
      })
      if (!reply.ok) throw new Error(`The poll was not opened: ${reply.message}`)
      const poll = (await life.rooms.state(workshopId)).workshop.polls.at(-1)
      if (poll?.mode !== 'anonymous') throw new Error('No secret poll was opened.')
      return poll
    },
    async openForm(questions) {
      await does({ type: 'poll.open', mode: 'anonymous', questions: [...questions], durationMs: null })
      const { polls } = (await life.rooms.state(workshopId)).workshop
      return polls.slice(-questions.length).filter((poll) => poll.mode === 'anonymous')
    },
    closePoll: (pollId) => does({ type: 'poll.close', pollId }),
    does,
    poll: secret,
    boxes,
    async startAgenda() {
      const opened = Promise.withResolvers<void>()
      const stop = life.rooms.onStored((_workshopId, _seq, events) => {
        if (events.some(({ type }) => type === 'concern.opened')) opened.resolve()
      })
      await does({ type: 'agenda.start' })
      await opened.promise
      stop()
      const [box] = await boxes()
      if (!box) throw new Error('No concern box was opened.')
      return box.poll
    },
    async advance() {
      const { current } = (await life.rooms.state(workshopId)).workshop.agenda
      if (!current) throw new Error('No item runs.')
      await does({ type: 'agenda.advance', fromItemId: current.itemId })
    },
    async restart({ awayMs } = { awayMs: 0 }) {
      await stop()
      time.pass(awayMs)
      life = await start()
      for (const personId of [facilitatorId, ...participants]) life.rooms.arrive(workshopId, personId)
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}
