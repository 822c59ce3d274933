// A workshop in which everything has happened that a workshop file holds, over real storage, and what writes and reads its file.
import { createBoards } from '#server/board/boards.ts'
import { createHistory } from '#server/history/history.ts'
import { silentLog } from '#server/log.ts'
import { createResults } from '#server/results/results.ts'
import type { WholeStore } from '#server/storage/storage.ts'
import { createBringing } from '#server/workshop-file/bring.ts'
import { createPacking } from '#server/workshop-file/pack.ts'
import { unpack } from '#server/workshop-file/unpack.ts'
import { seedBoard } from '#shared/board/seed.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { ActionId, ImageId, type WorkshopId } from '#shared/ids.ts'
import type { Results } from '#shared/results/results.ts'
import { findTemplate } from '#shared/templates/library.ts'
import { WorkshopFile } from '#shared/workshop-file/workshop-file.ts'
import { type BallotRoom, facilitatorId, openBallotRoom, workshopId } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { fillIn, send, takeToken } from '#tests/support/hand-voter.ts'
import { sampleImages } from '#tests/support/sample-images.ts'

export const imageId = ImageId.parse('1'.repeat(26))
const serverKey = Buffer.alloc(32, 7)

export type FileRoom = {
  room: BallotRoom
  write(of?: WorkshopId): Promise<WorkshopFile>
  /** Bytes and text as they are, anything else as JSON. */
  bring(file: unknown, store?: WholeStore): ReturnType<ReturnType<typeof createBringing>>
  results(of?: WorkshopId): Promise<Results>
  board(of?: WorkshopId): Promise<Uint8Array>
  /** Six people vote, and the poll is sealed. */
  voteIn(poll: SecretPoll): Promise<void>
  close(): Promise<void>
}

export async function openFileRoom(): Promise<FileRoom> {
  const room = await openBallotRoom({ participants: 6, items: ['Ankommen', 'Karte'] })
  const { storage, time } = room
  const boards = createBoards({ storage: storage.board, log: silentLog })
  const history = createHistory({ storage: storage.history, boards, log: silentLog, now: time.now })
  const sources = { rooms: room.rooms, boards, history, people: storage.people, ballots: room.ballots }
  const reader = createResults({ ...sources, log: silentLog, now: time.now })
  const packing = createPacking({ storage, boards, results: reader, now: time.now })

  async function voteIn(poll: SecretPoll): Promise<void> {
    const sent = []
    for (const [index, personId] of room.participants.entries()) {
      const ballot = fillIn(await takeToken(room, poll, personId), 1 + (index % 5))
      sent.push(send(room, poll.pollId, ballot))
    }
    await eventually(async () => (await storage.ballots.ballots(poll.pollId)).length).toBeGreaterThan(4)
    await room.closePoll(poll.pollId)
    await eventually(() => time.waiting()).toContain(graceMs)
    time.pass(graceMs)
    await eventually(async () => (await room.poll(poll.pollId)).state).toBe('closed')
    await Promise.all(sent)
  }

  const template = findTemplate('support-case')
  await boards.found(workshopId, seedBoard({ template, language: 'de', title: 'Störung' }))
  await storage.images.put({ workshopId, imageId, type: 'image/png', bytes: sampleImages.png }, 1e9)
  for (const [index, personId] of room.participants.entries())
    await room.rooms.setName(workshopId, personId, `Mensch ${index}`)
  const [owner] = room.participants
  if (!owner) throw new Error('nobody came')
  await room.does({
    type: 'action.add',
    actionId: ActionId.parse('a'.repeat(32)),
    title: 'Störungen am selben Tag melden',
    ownerId: owner,
    due: '2026-12-24',
    departmentId: null,
    feltFrom: null,
    shapeId: null,
  })
  await history.keep(workshopId, facilitatorId, 'Vor der Pause')
  await voteIn(await room.openPoll())

  return {
    room,
    voteIn,
    async write(of = workshopId) {
      let text = ''
      for await (const piece of (await packing(of)).pieces) text += piece
      return WorkshopFile.parse(JSON.parse(text))
    },
    bring(file, store = storage.wholes) {
      const text = () => (typeof file === 'string' ? file : JSON.stringify(file))
      const bytes = file instanceof Uint8Array ? file : Buffer.from(text())
      const bringing = createBringing({ store, unpack, serverKey, log: silentLog, now: time.now })
      return bringing(bytes, 'http://localhost')
    },
    results: (of = workshopId) => reader.json(of),
    board: (of = workshopId) => boards.read(of),
    async close() {
      await history.close()
      await Promise.all([boards.close(), reader.close()])
      await room.close()
    },
  }
}
