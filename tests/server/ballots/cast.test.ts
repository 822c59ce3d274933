// Casting: what the box takes, in which groups it stores, and everything it must not take.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerWithinMs } from '#server/ballots/routes.ts'
import { isReceiptRight } from '#shared/ballots/ballot.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { type BallotRoom, openBallotRoom, personNumber } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import {
  type CastResponse,
  fillIn,
  forgeToken,
  send,
  type Token,
  takeToken,
} from '#tests/support/hand-voter.ts'

let room: BallotRoom
let poll: SecretPoll
let tokens: Promise<Token>[]
beforeEach(async () => {
  room = await openBallotRoom({ participants: 12 })
  poll = await room.openPoll()
  tokens = []
})
afterEach(async () => {
  expect(room.bugs).toEqual([])
  await room.close()
})

/** The token of the participant at this place, taken when first needed. */
function token(index: number): Promise<Token> {
  const personId = room.participants[index]
  if (!personId) throw new Error(`There is no participant ${index}.`)
  const taken = tokens[index] ?? takeToken(room, poll, personId)
  tokens[index] = taken
  return taken
}
const filledIn = async (index: number, choice = 3, rev = 0) => fillIn(await token(index), choice, rev)
const cast = async (index: number, choice = 3, rev = 0) =>
  send(room, poll.pollId, await filledIn(index, choice, rev))
/** The participants from `from` up to, not including, `to`. */
const castAll = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => cast(from + index, 1 + (index % 5)))
const stored = () => room.storage.ballots.ballots(poll.pollId)

/** Counts answers as they come, without waiting for the others. */
function collect(answers: Promise<CastResponse>[]): CastResponse[] {
  const come: CastResponse[] = []
  for (const answer of answers) void answer.then((response) => come.push(response))
  return come
}

describe('groups', () => {
  test('twelve ballots are acknowledged in two groups of five, and the last two at the close', async () => {
    const answers: CastResponse[] = []
    // One after another, as they arrive; each waits in the box while the next comes.
    for (const answer of castAll(0, 12)) void answer.then((response) => answers.push(response))
    await eventually(() => answers.length).toBe(10)
    expect(await stored()).toHaveLength(10)
    await room.closePoll(poll.pollId)
    await eventually(() => answers.length).toBe(12)
    expect(answers.every(({ status, receipt }) => status === 200 && receipt !== null)).toBe(true)
    expect(await stored()).toHaveLength(12)
  })

  test('four ballots are not on the disk', async () => {
    const answers = collect(castAll(0, 4))
    // The wait for an answer begins when the ballot is in the box.
    await eventually(() => room.time.waiting().filter((ms) => ms === answerWithinMs)).toHaveLength(4)
    expect(answers).toEqual([])
    expect(await stored()).toEqual([])
  })

  test('after ten seconds the browser is told to ask again, and gets its receipt when the fifth has come', async () => {
    const first = Promise.all(castAll(0, 4))
    await eventually(() => room.time.waiting().filter((ms) => ms === answerWithinMs)).toHaveLength(4)
    room.time.pass(answerWithinMs)
    expect((await first).map(({ status, isPending }) => [status, isPending])).toEqual(
      Array(4).fill([202, true]),
    )
    const again = castAll(0, 5)
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(await stored()).toHaveLength(5)
  })

  test('revisions of one ballot count once towards a group', async () => {
    const answers = collect([0, 1, 2, 3, 4, 5].map((rev) => cast(0, 1 + (rev % 5), rev)))
    await eventually(() => answers.length).toBe(5) // in whatever order they came, the newest waits alone
    expect(await stored()).toEqual([])
    expect(answers.every(({ code }) => code === 'stale')).toBe(true)
  })

  test('a group is written in the order of its random numbers', async () => {
    await Promise.all(castAll(0, 5))
    const order = (await stored()).map(({ t }) => bytesToHex(t))
    expect(order).toEqual([...order].sort())
  })
})

describe('receipts', () => {
  test('a receipt is the signature of exactly this ballot under the key of the log', async () => {
    const other = await filledIn(0, 2)
    const [first] = await Promise.all(castAll(0, 5))
    const { t, rev, body } = await filledIn(0, 1)
    const ballot = { t: hexToBytes(t), rev, body: hexToBytes(body) }
    const isRight = (change: object) =>
      isReceiptRight(hexToBytes(first?.receipt ?? ''), hexToBytes(poll.receiptPk), poll.pollId, {
        ...ballot,
        ...change,
      })
    expect(isRight({})).toBe(true)
    expect(isRight({ rev: 1 })).toBe(false)
    expect(isRight({ body: hexToBytes(other.body) })).toBe(false)
  })

  test('the same ballot again gets the same receipt again, also after a restart', async () => {
    const [first] = await Promise.all(castAll(0, 5))
    expect(await cast(0, 1)).toEqual(first)
    await room.restart()
    expect(await cast(0, 1)).toEqual(first)
    expect(await stored()).toHaveLength(5)
  })
})

describe('changes', () => {
  test('the next revision takes the place of the one before', async () => {
    await Promise.all(castAll(0, 5))
    const changed = [0, 1, 2, 3, 4].map((index) => cast(index, 5, 1))
    expect((await Promise.all(changed)).map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect((await stored()).map(({ rev }) => rev)).toEqual([1, 1, 1, 1, 1])
  })

  test('an older revision is refused, stored or pending', async () => {
    await Promise.all([...castAll(1, 5), cast(0, 2, 7)])
    expect(await cast(0, 1, 6)).toMatchObject({ status: 409, code: 'stale' })
    const pending = cast(5, 2, 3)
    await eventually(() => room.time.waiting().filter((ms) => ms === answerWithinMs)).toHaveLength(1)
    expect(await cast(5, 1, 2)).toMatchObject({ status: 409, code: 'stale' })
    room.time.pass(answerWithinMs)
    await pending
  })

  test('the same revision with another choice is refused, stored or pending', async () => {
    await Promise.all(castAll(0, 5))
    expect(await cast(0, 5)).toMatchObject({ status: 409, code: 'other-body' })
    const pending = cast(5, 2)
    await eventually(() => room.time.waiting().filter((ms) => ms === answerWithinMs)).toHaveLength(1)
    expect(await cast(5, 3)).toMatchObject({ status: 409, code: 'other-body' })
    room.time.pass(answerWithinMs)
    await pending
    expect((await stored()).map(({ rev }) => rev)).toEqual([0, 0, 0, 0, 0])
  })

  test('two choices under one revision at the same moment: one is taken', async () => {
    const answers = collect([cast(0, 1), cast(0, 2), ...castAll(1, 5)])
    await eventually(() => answers.length).toBe(6)
    expect(answers.filter(({ code }) => code === 'other-body')).toHaveLength(1)
  })
})

describe('what the box does not take', () => {
  test('a ballot with a changed choice, a changed nullifier or somebody else’s MAC', async () => {
    const honest = await filledIn(0, 3)
    const other = await filledIn(1, 4)
    const dishonest = [
      { ...honest, body: other.body },
      { ...honest, t: other.t },
      { ...honest, mac: other.mac },
      { ...honest, rev: 1 },
    ]
    for (const ballot of dishonest)
      expect(await send(room, poll.pollId, ballot)).toMatchObject({ status: 403, code: 'forged' })
  })

  test('a token of another poll', async () => {
    const old = await token(0)
    await room.closePoll(poll.pollId)
    room.time.pass(10_000)
    await eventually(async () => (await room.poll(poll.pollId)).state).toBe('closed')
    const next = await room.openPoll({ questionKey: 'mood' })
    await takeToken(room, next, personNumber(1))
    const replayed = fillIn({ ...old, pollId: next.pollId }, 3)
    expect(await send(room, next.pollId, replayed)).toMatchObject({ status: 403, code: 'forged' })
  })

  test('more ballots than tokens were issued, even if they are genuine', async () => {
    const { sk } = (await room.storage.ballots.poll(poll.pollId)) ?? {}
    if (!sk) throw new Error('An open poll has its key.')
    await Promise.all(castAll(0, 5))
    const stuffed = fillIn(forgeToken(poll, sk), 1)
    expect(await send(room, poll.pollId, stuffed)).toMatchObject({ status: 403, code: 'too-many' })
  })

  test('anything after the close', async () => {
    await token(0)
    await room.closePoll(poll.pollId)
    room.time.pass(10_000)
    await eventually(async () => (await room.poll(poll.pollId)).state).toBe('closed')
    expect(await cast(0)).toMatchObject({ status: 410, code: 'poll-closed' })
    await room.restart()
    expect(await cast(0)).toMatchObject({ status: 410, code: 'poll-closed' })
  })
})

test('nothing is published while the poll is open or closing', async () => {
  const get = () => fetch(`${room.origin}/b/${poll.pollId}`)
  expect((await get()).status).toBe(404)
  await room.closePoll(poll.pollId)
  const answer = await get()
  expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'not-found' } }])
})
