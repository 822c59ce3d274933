// Somebody is sent out while a form or a concern box is open: no token from then on, and the one they have stays a token.
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blindToken, makeNullifier } from '#shared/ballots/token.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { Answer, Question } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PersonId } from '#shared/ids.ts'
import { type BallotRoom, openBallotRoom, personNumber, workshopId } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { fillIn, send, takeToken } from '#tests/support/hand-voter.ts'
import { threeQuestions } from '#tests/support/questions.ts'
import { sitDown } from '#tests/support/voter.ts'

const [ana, bo] = [personNumber(1), personNumber(2)]
let room: BallotRoom
/** A form, and the concern box of the item that runs. */
let polls: SecretPoll[]
beforeEach(async () => {
  room = await openBallotRoom({ items: ['Rechnung'] })
  const box = await room.startAgenda()
  polls = [...(await room.openForm(threeQuestions)), box]
})
afterEach(async () => {
  expect(room.bugs).toEqual([])
  await room.close()
})

const remove = (personId: PersonId) => room.does({ type: 'person.remove', personId })
const answerTo = ({ kind }: Question): Answer => {
  if (kind === 'scale') return ['scale', 3]
  return kind === 'ranking' ? ['ranking', [1, 0, 2]] : ['text', 'eine zusage.']
}
const take = (poll: SecretPoll, personIds: readonly PersonId[]) =>
  Promise.all(personIds.map((personId) => takeToken(room, poll, personId)))
async function closeAll(): Promise<void> {
  const [first] = polls as [SecretPoll] // four were opened
  await room.closePoll(first.pollId)
  await room.advance()
  await eventually(() => room.time.waiting().filter((ms) => ms === graceMs)).toHaveLength(polls.length)
}
async function sealAll(): Promise<SecretPoll[]> {
  room.time.pass(graceMs)
  const now = () => Promise.all(polls.map(({ pollId }) => room.poll(pollId)))
  await eventually(async () => (await now()).every(({ state }) => state === 'closed')).toBe(true)
  return now()
}

test('whoever was removed gets no token of any question or box, nor a second one where they had one', async () => {
  const [first, ...others] = polls as [SecretPoll, ...SecretPoll[]]
  const { blinded } = blindToken(first.pollId, makeNullifier())
  const ask = () =>
    room.ballots.token(
      { workshopId, personId: ana, role: 'participant' },
      { pollId: first.pollId, blinded: bytesToHex(blinded) },
    )
  const given = await ask()
  await remove(ana)
  expect(await ask()).toMatchObject({ ok: false, code: 'not-eligible' })
  for (const poll of [first, ...others])
    await expect(takeToken(room, poll, ana)).rejects.toThrow('not-eligible')
  for (const { pollId } of others) expect(await room.storage.ballots.issuedTo(pollId)).toEqual([])
  await room.restart()
  expect(await ask()).toMatchObject({ ok: false, code: 'not-eligible' })
  // Taken back: the same request gets the same token, another one none, and the other questions are open again.
  await room.does({ type: 'person.readmit', personId: ana })
  const again = await ask()
  expect(given.ok && again.ok && again.evaluated === given.evaluated).toBe(true)
  await expect(takeToken(room, first, ana)).rejects.toThrow('already-issued')
  for (const poll of others) await takeToken(room, poll, ana)
})

test('a token from before the removal stays good, to vote and to change the vote, and every box balances', async () => {
  const voters = room.participants.slice(0, 5)
  const tokens = await Promise.all(polls.map((poll) => take(poll, voters)))
  await remove(ana)
  for (const [place, poll] of polls.entries()) {
    const cast = (rev: number) =>
      (tokens[place] ?? []).map((token) => send(room, poll.pollId, fillIn(token, answerTo(poll.asks), rev)))
    for (const rev of [0, 1])
      expect((await Promise.all(cast(rev))).map(({ status }) => status)).toEqual(Array(5).fill(200))
  }
  await closeAll()
  for (const { pollId, suppressed } of await sealAll()) {
    expect(suppressed).toBe(false)
    expect(await room.storage.ballots.ballots(pollId)).toHaveLength(5)
    expect(await room.storage.ballots.issuedTo(pollId)).toEqual([...voters].sort())
  }
})

test('whoever was removed without voting is not counted, and the audits of the others hold', async () => {
  const [asked] = polls as [SecretPoll]
  const others = room.participants.filter((personId) => personId !== bo)
  await take(asked, [bo])
  const voters = others.map((personId) => sitDown(room, asked, personId))
  for (const voter of voters) await eventually(() => voter.view().status).toBe('ready')
  await remove(bo)
  for (const voter of voters) voter.cast(['scale', 4])
  await eventually(() => voters.every((voter) => voter.view().status === 'acknowledged')).toBe(true)
  await closeAll()
  await sealAll()
  for (const voter of voters) {
    await eventually(() => voter.view().audit).toEqual({ ok: true, counted: true, ballots: 5 })
    expect(voter.view().tally).toMatchObject({ votes: 5, blank: 0 })
    expect(voter.problems).toEqual([])
    voter.stop()
  }
  expect(await room.storage.ballots.issuedTo(asked.pollId)).toHaveLength(6)
})

test('removing one person does not let the same question be asked again, which would show their answer', async () => {
  const [asked] = polls as [SecretPoll]
  const tokens = await take(asked, room.participants.slice(0, 5))
  for (const token of tokens) void send(room, asked.pollId, fillIn(token, 3))
  await eventually(() => room.storage.ballots.ballots(asked.pollId)).toHaveLength(5)
  await closeAll()
  await sealAll()
  await remove(ana)
  await expect(room.openForm(threeQuestions)).rejects.toThrow('comparing the two results')
})
