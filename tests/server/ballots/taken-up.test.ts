// Somebody's seat is taken up by a facilitator's link while a form and a concern box are open: no second ballot comes of it, and none in another's place.
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blindToken, makeNullifier } from '#shared/ballots/token.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PersonId } from '#shared/ids.ts'
import { type BallotRoom, openBallotRoom, personNumber, workshopId } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { fillIn, send, takeToken } from '#tests/support/hand-voter.ts'
import { sitDown } from '#tests/support/voter.ts'

const [ana, bo] = [personNumber(1), personNumber(2)]
let room: BallotRoom
let poll: SecretPoll
let box: SecretPoll
beforeEach(async () => {
  room = await openBallotRoom({ items: ['Rechnung'] })
  box = await room.startAgenda()
  poll = await room.openPoll()
})
afterEach(async () => {
  expect(room.bugs).toEqual([])
  await room.close()
})

async function takeUp(personId: PersonId): Promise<void> {
  const command = { type: 'seat.take-up', personId, byId: null } as const
  const actor = { personId: null, role: 'server' } as const
  expect(await room.rooms.submit(workshopId, { actor, commandId: null, command })).toMatchObject({ ok: true })
}
const ask = (personId: PersonId, { pollId }: SecretPoll) =>
  room.ballots.token(
    { workshopId, personId, role: 'participant' },
    { pollId, blinded: bytesToHex(blindToken(pollId, makeNullifier()).blinded) },
  )
async function seal(): Promise<SecretPoll> {
  await room.closePoll(poll.pollId)
  await eventually(() => room.time.waiting()).toContain(graceMs)
  room.time.pass(graceMs)
  await eventually(async () => (await room.poll(poll.pollId)).state).toBe('closed')
  return room.poll(poll.pollId)
}

test('whoever takes up the seat of somebody with a ballot gets no second one, and hears that there is one', async () => {
  await takeToken(room, poll, ana)
  await takeUp(ana)
  expect(await ask(ana, poll)).toMatchObject({ ok: false, code: 'already-issued' })
  await room.restart()
  expect(await ask(ana, poll)).toMatchObject({ ok: false, code: 'already-issued' })
  expect(await room.storage.ballots.issuedTo(poll.pollId)).toEqual([ana])
})

test('nor gets anybody the ballot that this person had not fetched yet, of no poll or box that was open', async () => {
  await takeUp(ana)
  for (const open of [poll, box]) {
    expect(await ask(ana, open)).toMatchObject({ ok: false, code: 'not-eligible' })
    expect(await room.storage.ballots.issuedTo(open.pollId)).toEqual([])
  }
})

test('the ballot that was handed out before stays good: it is cast, changed and counted', async () => {
  const voters = room.participants.slice(0, 5)
  const tokens = await Promise.all(voters.map((personId) => takeToken(room, poll, personId)))
  await takeUp(ana)
  for (const rev of [0, 1]) {
    const answers = await Promise.all(
      tokens.map((token) => send(room, poll.pollId, fillIn(token, ['scale', 3], rev))),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
  }
  const { suppressed } = await seal()
  expect(suppressed).toBe(false)
  expect(await room.storage.ballots.ballots(poll.pollId)).toHaveLength(5)
  expect(await room.storage.ballots.issuedTo(poll.pollId)).toEqual([...voters].sort())
})

test('in the new browser nothing is voted and nothing is accused, whether there was a ballot or not', async () => {
  await takeToken(room, poll, ana)
  await Promise.all([takeUp(ana), takeUp(bo)])
  const others = room.participants.filter((personId) => personId !== ana && personId !== bo)
  await room.join(personNumber(7), 'participant')
  const voters = [...others, personNumber(7)].map((personId) => sitDown(room, poll, personId))
  const [backWithBallot, backWithout] = [sitDown(room, poll, ana), sitDown(room, poll, bo)]
  for (const voter of voters) {
    await eventually(() => voter.view().status).toBe('ready')
    voter.cast(['scale', 4])
  }
  await eventually(() => voters.every((voter) => voter.view().status === 'acknowledged')).toBe(true)
  await eventually(() => backWithBallot.view().status).toBe('lost-token')
  await eventually(() => backWithout.view().status).toBe('not-eligible')
  await seal()
  for (const voter of [...voters, backWithBallot, backWithout]) {
    await eventually(() => voter.view().audit?.ok).toBe(true)
    expect(voter.problems).toEqual([])
    voter.stop()
  }
})

test('in the next poll they vote as before', async () => {
  await takeUp(ana)
  await seal()
  room.time.pass(1)
  const next = await room.openPoll({ questionKey: 'next' })
  expect(await takeToken(room, next, ana)).toBeDefined()
})
