// Silent writing over a storage that outlives it, so that a server can end at any step and another one go on.
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { type Boards, createBoards } from '#server/board/boards.ts'
import { createRooms, type Rooms } from '#server/facilitation/rooms.ts'
import { type Log, silentLog } from '#server/log.ts'
import { createSilence, type Silence } from '#server/silence/silence.ts'
import { silentBoard } from '#server/silence/silent-board.ts'
import type { Storage } from '#server/storage/storage.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { seedBoard } from '#shared/board/seed.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { ItemId, PersonId, RoundId, WorkshopId } from '#shared/ids.ts'
import { type Draft, DraftId } from '#shared/silence/drafts.ts'
import { findTemplate } from '#shared/templates/library.ts'

export const workshopId = WorkshopId.parse('w00000000001')
export const roundId = RoundId.parse('a'.repeat(32))
const person = (number: number) => PersonId.parse(`p${String(number).padStart(15, '0')}`)
const seat = (number: number, role: 'facilitator' | 'participant' | 'observer') => ({
  workshopId,
  role,
  personId: person(number),
})
export const fay = seat(1, 'facilitator')
export const ana = seat(2, 'participant')
export const bo = seat(3, 'participant')
export const oda = seat(4, 'observer')

export const pain = { stageId: 'shape:stage-connect', laneId: 'shape:lane-pain-points' }
let drafts = 0
export const draft = (text: string, change: Partial<Draft> = {}): Draft => ({
  draftId: DraftId.parse(`00000000-0000-4000-8000-${String(++drafts).padStart(12, '0')}`),
  ...{ text, kind: null, stageId: null, laneId: null, departmentId: null, ...change },
})

export type Life = { rooms: Rooms; boards: Boards; silence: Silence; end(): Promise<void> }

/** One life of a server. `end` is what a kill leaves: nothing is finished, whatever was under way. */
export async function live(
  storage: Storage,
  {
    random = Math.random,
    log = silentLog,
    graceMs = 0,
  }: { random?: () => number; log?: Log; graceMs?: number } = {},
): Promise<Life> {
  const rooms = createRooms({
    storage: storage.facilitation,
    people: storage.people,
    preparePolls: () => Promise.reject(new Error('no polls here')),
    log: silentLog,
    now: Date.now,
  })
  const boards = createBoards({ storage: storage.board, log: silentLog })
  const silence = createSilence({
    storage: storage.silence,
    board: silentBoard(boards),
    log,
    graceMs,
    random,
  })
  await silence.serve(rooms)
  let hasEnded = false
  const end = async () => {
    if (hasEnded) return
    hasEnded = true
    await silence.close()
    await boards.close()
    await rooms.close()
  }
  onTestFinished(end)
  return { rooms, boards, silence, end }
}

/** A workshop with the people above and a map, in which a round has begun. */
export async function begin({ rooms, boards }: Life, withNames = false): Promise<void> {
  const submit = (command: Command) =>
    rooms.submit(workshopId, { actor: { personId: null, role: 'server' }, commandId: null, command })
  await submit({
    ...{ type: 'workshop.create', title: 'Still', language: 'de', templateId: 'blank', departments: [] },
    items: [{ itemId: ItemId.parse('one'), kind: 'silent-writing', minutes: 5, title: 'Sammeln' }],
    ...{ rules: [], minimumGroup: 5 },
  })
  for (const { personId, role } of [fay, ana, bo, oda])
    await submit({ type: 'person.join', personId, role, departmentId: null })
  const template = findTemplate('onboarding-telecom')
  await boards.found(workshopId, seedBoard({ template, language: 'de', title: 'Reise' }))
  await order(rooms, { type: 'silence.start', roundId, withNames })
}

export async function order(rooms: Rooms, command: Command): Promise<void> {
  const reply = await rooms.submit(workshopId, { actor: fay, commandId: crypto.randomUUID(), command })
  if (!reply.ok) throw new Error(reply.message)
}

export async function boardOf({ boards }: Pick<Life, 'boards'>) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await boards.read(workshopId))
  const { maps, loose } = readBoard(doc)
  const notes = [...maps.flatMap((map) => map.notes), ...loose]
  return { doc, maps, notes, saying: (text: string) => notes.filter((note) => note.text === text) }
}
