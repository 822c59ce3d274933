// Issuing: one token per participant, whoever asks and however often.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issuedEveryMs } from '#server/ballots/issued-lists.ts'
import type { RoomRole } from '#shared/access/role.ts'
import { blindToken, finishToken, makeNullifier } from '#shared/ballots/token.ts'
import type { Issued } from '#shared/facilitation/protocol.ts'
import { type PersonId, PollId, WorkshopId } from '#shared/ids.ts'
import {
  type BallotRoom,
  facilitatorId,
  observerId,
  openBallotRoom,
  personNumber,
  workshopId,
} from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { takeToken } from '#tests/support/hand-voter.ts'

let room: BallotRoom
beforeEach(async () => {
  room = await openBallotRoom()
})
afterEach(async () => {
  expect(room.bugs).toEqual([])
  await room.close()
})

const ana = personNumber(1)
const blindedOf = (pollId: PollId) => bytesToHex(blindToken(pollId, makeNullifier()).blinded)
const ask = (pollId: PollId, blinded: string, personId: PersonId = ana, role: RoomRole = 'participant') =>
  room.ballots.token({ workshopId, personId, role }, { pollId, blinded })

test('a participant receives a token that holds against the public key of the log', async () => {
  const { pollId, pk } = await room.openPoll()
  const t = makeNullifier()
  const { r, blinded } = blindToken(pollId, t)
  const reply = await ask(pollId, bytesToHex(blinded))
  if (!reply.ok) throw new Error(reply.message)
  const answer = { evaluated: hexToBytes(reply.evaluated), proof: hexToBytes(reply.proof) }
  expect(finishToken(pollId, { t, r, blinded, pk: hexToBytes(pk) }, answer)).toHaveLength(64)
})

test('the same request gets the same token again, another one of the same person gets none', async () => {
  const { pollId } = await room.openPoll()
  const blinded = blindedOf(pollId)
  const first = await ask(pollId, blinded)
  const again = await ask(pollId, blinded)
  expect(first.ok && again.ok && again.evaluated === first.evaluated).toBe(true)
  expect(await ask(pollId, blindedOf(pollId))).toMatchObject({ ok: false, code: 'already-issued' })
  expect(await ask(pollId, blinded)).toMatchObject({ ok: true })
})

test('two requests of one person at the same moment give one token', async () => {
  const { pollId } = await room.openPoll()
  const replies = await Promise.all([ask(pollId, blindedOf(pollId)), ask(pollId, blindedOf(pollId))])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the same request gets the same token again after a restart', async () => {
  const { pollId } = await room.openPoll()
  const blinded = blindedOf(pollId)
  const first = await ask(pollId, blinded)
  await room.restart()
  const again = await ask(pollId, blinded)
  expect(first.ok && again.ok && again.evaluated === first.evaluated).toBe(true)
  expect(await ask(pollId, blindedOf(pollId))).toMatchObject({ ok: false, code: 'already-issued' })
})

test('facilitators and observers receive none, whatever role they claim', async () => {
  const { pollId } = await room.openPoll()
  for (const personId of [facilitatorId, observerId]) {
    for (const role of ['facilitator', 'observer', 'participant'] as const)
      expect(await ask(pollId, blindedOf(pollId), personId, role)).toMatchObject({ code: 'not-eligible' })
  }
})

test('a stranger receives none', async () => {
  const { pollId } = await room.openPoll()
  expect(await ask(pollId, blindedOf(pollId), personNumber(77))).toMatchObject({ code: 'not-eligible' })
})

test('who comes while more than 15 s are left receives a token, who comes later does not', async () => {
  const { pollId } = await room.openPoll({ durationMs: 60_000 })
  const [early, late] = [personNumber(50), personNumber(51)]
  room.time.pass(44_999)
  await room.join(early, 'participant')
  room.time.pass(1)
  await room.join(late, 'participant')
  expect(await ask(pollId, blindedOf(pollId), early)).toMatchObject({ ok: true })
  expect(await ask(pollId, blindedOf(pollId), late)).toMatchObject({ ok: false, code: 'not-eligible' })
  expect(await ask(pollId, blindedOf(pollId), ana)).toMatchObject({ ok: true })
})

test('the identity, a non-canonical encoding and a point of no group are refused and use up nothing', async () => {
  const { pollId } = await room.openPoll()
  const identity = '00'.repeat(32)
  const nonCanonical = `${'ff'.repeat(31)}7f` // the field's prime is smaller
  const negative = `01${'00'.repeat(31)}` // odd, so not canonical either
  for (const blinded of [identity, nonCanonical, negative])
    expect(await ask(pollId, blinded)).toMatchObject({ ok: false, code: 'invalid' })
  expect(await room.storage.ballots.issuedTo(pollId)).toEqual([])
  expect(await ask(pollId, blindedOf(pollId))).toMatchObject({ ok: true })
})

test('an unknown poll and a poll of another workshop give none', async () => {
  const { pollId } = await room.openPoll()
  const unknown = PollId.parse('0'.repeat(32))
  expect(await ask(unknown, blindedOf(unknown))).toMatchObject({ ok: false, code: 'not-open' })
  const elsewhere = WorkshopId.parse('0therw0rksh0')
  const seat = { workshopId: elsewhere, personId: ana, role: 'participant' as const }
  expect(await room.ballots.token(seat, { pollId, blinded: blindedOf(pollId) })).toMatchObject({
    ok: false,
    code: 'not-open',
  })
})

test('a closing poll gives none, also to who asked before', async () => {
  const { pollId } = await room.openPoll()
  const blinded = blindedOf(pollId)
  await ask(pollId, blinded)
  await room.closePoll(pollId)
  expect(await ask(pollId, blinded)).toMatchObject({ ok: false, code: 'not-open' })
  expect(await ask(pollId, blindedOf(pollId), personNumber(2))).toMatchObject({ code: 'not-open' })
})

test('the list of who has one is sent at most every two seconds, sorted, and ends with the poll', async () => {
  const poll = await room.openPoll()
  const sent: Issued[] = []
  room.ballots.onIssued((_, issued) => sent.push(issued))
  await takeToken(room, poll, personNumber(3))
  await takeToken(room, poll, personNumber(1))
  expect(sent).toEqual([])
  room.time.pass(issuedEveryMs)
  await eventually(() => sent).toEqual([
    { pollId: poll.pollId, personIds: [personNumber(1), personNumber(3)] },
  ])
  room.time.pass(issuedEveryMs)
  expect(sent).toHaveLength(1)
  await takeToken(room, poll, personNumber(2))
  room.time.pass(issuedEveryMs)
  await eventually(() => sent).toHaveLength(2)
  expect(room.ballots.issued(workshopId)[0]?.personIds).toHaveLength(3)
})

test('the list is there again after a restart', async () => {
  const poll = await room.openPoll()
  await takeToken(room, poll, personNumber(3))
  await room.restart()
  await eventually(() => room.ballots.issued(workshopId)[0]?.personIds).toEqual([personNumber(3)])
})

test('two polls have different keys, and a token of one is none of the other', async () => {
  const first = await room.openPoll()
  await room.closePoll(first.pollId)
  room.time.pass(10_000)
  await eventually(async () => (await room.poll(first.pollId)).state).toBe('closed')
  const second = await room.openPoll({ questionKey: 'mood' })
  expect(second.pk).not.toBe(first.pk)
  expect(second.receiptPk).not.toBe(first.receiptPk)
})
