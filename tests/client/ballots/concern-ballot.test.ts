// A concern from being written to being read: kept on the device while the item lasts, cast at its end by everyone.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBallotStore } from '#client/facilitation/ballots/indexeddb-store.ts'
import { createMemoryStore } from '#client/facilitation/ballots/memory-store.ts'
import type { BallotStore } from '#client/facilitation/ballots/stored-ballot.ts'
import { answerWithinMs } from '#server/ballots/routes.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import { type Answer, textAnswer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PollId } from '#shared/ids.ts'
import { type BallotRoom, facilitatorId, openBallotRoom, personNumber } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { sitDown, type Voter } from '#tests/support/voter.ts'

let room: BallotRoom
let seated: Voter[]
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  room = await openBallotRoom({ items: ['Ankommen', 'Karte'] })
  seated = []
})
afterEach(async () => {
  for (const voter of seated) voter.stop()
  expect(room.bugs).toEqual([])
  expect(seated.flatMap(({ problems }) => problems)).toEqual([])
  await room.close()
})

const text = (typed: string): Answer => textAnswer(typed) ?? ['text', typed]
function seat(box: SecretPoll, number: number, store: BallotStore = createMemoryStore()): Voter {
  const voter = sitDown(room, box, personNumber(number), { store })
  seated.push(voter)
  return voter
}
async function everybodyReady(box: SecretPoll, numbers: readonly number[]): Promise<Voter[]> {
  const voters = numbers.map((number) => seat(box, number))
  for (const voter of voters) await eventually(() => voter.view().status).toBe('ready')
  return voters
}
const inBox = async (pollId: PollId, count: number) => {
  // The grace period is as long as an answer is waited for: it is one of these waits.
  const waiting = () => room.time.waiting().filter((ms) => ms === answerWithinMs).length - 1
  await eventually(async () => waiting() + (await room.storage.ballots.ballots(pollId)).length).toBe(count)
}
async function seal(pollId: PollId): Promise<SecretPoll> {
  room.time.pass(graceMs)
  await eventually(async () => (await room.poll(pollId)).state).toBe('closed')
  return room.poll(pollId)
}

test('nothing leaves the browser while the item lasts; at its end all cast, a concern or a blank', async () => {
  const box = await room.startAgenda()
  const [first, second, ...others] = await everybodyReady(box, [1, 2, 3, 4, 5])
  expect(await first?.draft(text('Wir reden am Kunden vorbei.'))).toBe(true)
  expect(await second?.draft(text('Zu viel'))).toBe(true)
  expect(await second?.draft(text('Zu viel auf einmal!'))).toBe(true)
  expect(await room.storage.ballots.ballots(box.pollId)).toEqual([])
  await room.advance()
  await inBox(box.pollId, 5)
  const sealed = await seal(box.pollId)
  expect(sealed).toMatchObject({ suppressed: false, blanksCount: true })
  for (const voter of [first, second, ...others]) {
    await eventually(() => voter?.view().audit).toMatchObject({ ok: true, counted: true, ballots: 5 })
    expect(new Set(voter?.view().written.map(({ text: read }) => read))).toEqual(
      new Set(['wir reden am kunden vorbei.', 'zu viel auf einmal!']),
    )
  }
  expect(new Set([first, ...others].map((voter) => JSON.stringify(voter?.view().written))).size).toBe(1)
})

test('a draft is there again after a reload, and is cast also when the page comes back in the grace period', async () => {
  const box = await room.startAgenda()
  const store = await openBallotStore(Date.now)
  const before = seat(box, 1, store)
  await everybodyReady(box, [2, 3, 4, 5])
  await eventually(() => before.view().status).toBe('ready')
  await before.draft(text('Das kommt nie an.'))
  before.stop()
  await room.advance()
  const reloaded = seat(await room.poll(box.pollId), 1, await openBallotStore(Date.now))
  await eventually(() => reloaded.view().draft).toEqual(text('Das kommt nie an.'))
  await inBox(box.pollId, 5)
  await seal(box.pollId)
  await eventually(() => reloaded.view().audit).toMatchObject({ ok: true, counted: true })
  expect(reloaded.view().written).toEqual([{ t: expect.any(String), text: 'das kommt nie an.' }])
})

test('what was written and never sent because the browser was away is kept, not counted, and not called wrong', async () => {
  const box = await room.startAgenda()
  const store = createMemoryStore()
  const away = seat(box, 1, store)
  await everybodyReady(box, [2, 3, 4, 5, 6])
  await eventually(() => away.view().status).toBe('ready')
  await away.draft(text('Ich war im Zug.'))
  away.stop()
  await room.advance()
  await inBox(box.pollId, 5)
  const back = seat(await seal(box.pollId), 1, store)
  await eventually(() => back.view().audit).toEqual({ ok: true, counted: false, ballots: 5 })
  expect(back.view()).toMatchObject({ draft: text('Ich war im Zug.'), chosen: null, status: 'closed' })
})

test('two tabs of one person cast one ballot', async () => {
  const box = await room.startAgenda()
  const tabs = [await openBallotStore(Date.now), await openBallotStore(Date.now)]
  const [one, other] = tabs.map((store) => seat(box, 1, store))
  await everybodyReady(box, [2, 3, 4, 5])
  for (const tab of [one, other]) await eventually(() => tab?.view().status).toBe('ready')
  await one?.draft(text('Aus dem ersten Fenster.'))
  await eventually(() => other?.view().draft).toEqual(text('Aus dem ersten Fenster.'))
  await room.advance()
  await inBox(box.pollId, 5)
  await seal(box.pollId)
  for (const tab of [one, other]) {
    await eventually(() => tab?.view().audit).toMatchObject({ ok: true, counted: true, ballots: 5 })
    expect(tab?.view().written).toHaveLength(1)
  }
})

test('blanks count towards the group: one concern among five ballots is released; among four nothing is, and nothing kept', async () => {
  const first = await room.startAgenda()
  const voters = await everybodyReady(first, [1, 2, 3, 4])
  await voters[0]?.draft(text('Vier sind zu wenige.'))
  await room.advance()
  await inBox(first.pollId, 4)
  expect(await seal(first.pollId)).toMatchObject({ suppressed: true })
  await eventually(() => voters[0]?.view().audit).toMatchObject({ ok: true, counted: true })
  expect(voters[0]?.view().written).toEqual([])
  const bodies = (await room.storage.ballots.ballots(first.pollId)).map(({ body }) => body.length)
  expect(bodies).toEqual([0, 0, 0, 0])
})

test('an item that lasts a moment releases nothing, and nobody waits for it', async () => {
  const box = await room.startAgenda()
  await room.advance()
  expect(await seal(box.pollId)).toMatchObject({ suppressed: true, eligible: [] })
  await eventually(async () => (await room.boxes()).map(({ poll }) => poll.state)).toEqual(['closed', 'open'])
})

test('a draft that answers nothing, or comes after the end, is not kept', async () => {
  const box = await room.startAgenda()
  const [voter] = await everybodyReady(box, [1])
  expect(await voter?.draft(['scale', 3])).toBe(false)
  expect(await voter?.draft(text('Weg damit'))).toBe(true)
  expect(await voter?.draft(null)).toBe(true)
  expect(voter?.view().draft).toBeNull()
  await room.advance()
  await eventually(() => voter?.view().status).toBe('sealed-waiting')
  expect(await voter?.draft(text('Zu spät'))).toBe(false)
})

test('a facilitator writes none, and reads what is released', async () => {
  const box = await room.startAgenda()
  const voters = await everybodyReady(box, [1, 2, 3, 4, 5])
  await voters[0]?.draft(text('Wer entscheidet?'))
  await room.advance()
  await inBox(box.pollId, 5)
  const facilitator = sitDown(room, await seal(box.pollId), facilitatorId, { role: 'facilitator' })
  seated.push(facilitator)
  await eventually(() => facilitator.view().audit).toMatchObject({ ok: true })
  expect(await facilitator.draft(text('Ich auch'))).toBe(false)
  expect(facilitator.view().written).toHaveLength(1)
})
