// A workshop to test rooms with: founded, with people in it, over a real storage in memory.
import { randomUUID } from 'node:crypto'
import { type Mock, onTestFinished, vi } from 'vitest'
import { createRooms, type Rooms, type RoomsOptions } from '#server/facilitation/rooms.ts'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import type { FacilitationLog, Storage } from '#server/storage/storage.ts'
import type { RoomRole } from '#shared/access/role.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { PollKeys } from '#shared/facilitation/poll-form.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import { ItemId, PersonId, PollId, RuleId, WorkshopId } from '#shared/ids.ts'

export const workshopId = WorkshopId.parse('w00000000001')
export const person = (number: number): PersonId => PersonId.parse(`p${String(number).padStart(15, '0')}`)
export const server: Actor = { personId: null, role: 'server' }
export const fay: Actor & { personId: PersonId } = { personId: person(1), role: 'facilitator' }
export const ana: Actor & { personId: PersonId } = { personId: person(2), role: 'participant' }
export const bo: Actor & { personId: PersonId } = { personId: person(3), role: 'participant' }
export const oda: Actor & { personId: PersonId } = { personId: person(4), role: 'observer' }

const founding: Command = {
  type: 'workshop.create',
  title: 'Onboarding',
  language: 'en',
  templateId: 'blank',
  departments: [],
  items: [
    { itemId: ItemId.parse('one'), kind: 'welcome', minutes: 5, title: 'Welcome', script: 'Say hello.' },
    { itemId: ItemId.parse('two'), kind: 'mapping', minutes: 30, title: 'Map', script: 'Be quiet.' },
  ],
  rules: [{ ruleId: RuleId.parse('listen'), rule: 'Listen.' }],
  minimumGroup: 5,
}

let madePolls = 0
/** Keys as the ballot box makes them, without the arithmetic. */
function makeKeys(): PollKeys {
  madePolls += 1
  const pollId = PollId.parse(madePolls.toString(16).padStart(32, 'a'))
  return { pollId, pk: 'b'.repeat(64), receiptPk: 'c'.repeat(64) }
}

export const openPoll = (mode: 'open' | 'anonymous', durationMs: number | null = null): Command => ({
  type: 'poll.open',
  mode,
  questions: [
    {
      question: 'How sure are you?',
      questionKey: randomUUID(),
      phase: 'during',
      asks: { kind: 'scale', min: 1, max: 5, lowLabel: 'not', highLabel: 'very' },
    },
  ],
  durationMs,
})

export async function memoryStorage(): Promise<Storage> {
  const storage = await openSqlite(':memory:', { log: silentLog })
  onTestFinished(() => storage.close())
  return storage
}

export type RoomForTest = {
  rooms: Rooms
  storage: Storage
  preparePolls: Mock<() => Promise<PollKeys[]>>
  /** All that has been published, in order. */
  published: { seq: number; event: Event }[]
  submit(actor: Actor, command: Command, commandId?: string): Promise<Reply>
}

/** Rooms over `storage`; closed when the test is over. */
export async function roomsOver(storage: Storage, options: Partial<RoomsOptions> = {}): Promise<RoomForTest> {
  const preparePolls = vi.fn(async () => [makeKeys()])
  const rooms = createRooms({
    storage: storage.facilitation,
    people: storage.people,
    preparePolls,
    log: silentLog,
    now: Date.now,
    ...options,
  })
  onTestFinished(() => rooms.close())
  const published: RoomForTest['published'] = []
  rooms.onStored((_, seq, events) => {
    published.push(...events.map((event, index) => ({ seq: seq + index, event })))
  })
  const submit: RoomForTest['submit'] = (actor, command, commandId = randomUUID()) =>
    rooms.submit(workshopId, { actor, commandId, command })
  return { rooms, storage, preparePolls, published, submit }
}

/** With a facilitator, two participants and an observer; `published` begins behind them, at seq 6. */
export async function foundedRooms(options: Partial<RoomsOptions> = {}): Promise<RoomForTest> {
  const room = await roomsOver(await memoryStorage(), options)
  await found(room)
  room.published.length = 0
  return room
}

export async function found({ submit }: Pick<RoomForTest, 'submit'>): Promise<void> {
  await submit(server, founding)
  for (const { personId, role } of [fay, ana, bo, oda]) await join({ submit }, personId, role)
}

async function join(
  { submit }: Pick<RoomForTest, 'submit'>,
  personId: PersonId,
  role: RoomRole | 'server',
): Promise<void> {
  if (role === 'server') throw new Error('The server is nobody who joins.')
  await submit(server, { type: 'person.join', personId, role, departmentId: null })
}

/** The log of `storage` with its append replaced. */
export const withAppend = (storage: Storage, append: FacilitationLog['append']): Storage => ({
  ...storage,
  facilitation: { ...storage.facilitation, append },
})
/** Stores what it is given, and its answer gets lost until `isBack`. */
export function losingAnswers(storage: Storage): { storage: Storage; isBack: boolean } {
  const losing = {
    isBack: false,
    storage: withAppend(storage, async (batch) => {
      const outcome = await storage.facilitation.append(batch)
      if (!losing.isBack) throw new Error('connection lost')
      return outcome
    }),
  }
  return losing
}
/** What happened, without the details. */
export const types = (published: { event: Event }[]) => published.map(({ event }) => event.type)
export const raise: Command = { type: 'hand.raise' }
export const lower: Command = { type: 'hand.lower' }
