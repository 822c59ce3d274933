// A form of several questions: every box takes what the others take, short bodies or long, and nothing of another question.
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CastBallot } from '#shared/ballots/cast-protocol.ts'
import { makePollKeys } from '#shared/ballots/token.ts'
import { graceMs } from '#shared/facilitation/polls.ts'
import type { Answer, Question } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { type BallotRoom, openBallotRoom, personNumber } from '#tests/support/ballot-room.ts'
import { eventually } from '#tests/support/eventually.ts'
import { fillIn, forgeToken, send, type Token, takeToken } from '#tests/support/hand-voter.ts'
import { threeQuestions } from '#tests/support/questions.ts'

let room: BallotRoom
let form: SecretPoll[]
beforeEach(async () => {
  room = await openBallotRoom()
  form = await room.openForm(threeQuestions)
})
afterEach(async () => {
  expect(room.bugs).toEqual([])
  await room.close()
})

/** Two answers to each kind that is asked. */
function answerTo({ kind }: Question, other = false): Answer {
  if (kind === 'scale') return ['scale', other ? 5 : 3]
  if (kind === 'ranking') return ['ranking', other ? [2, 1, 0] : [0, 1, 2]]
  return ['text', other ? 'zeit.' : 'ein ansprechpartner.']
}
const filledIn = (token: Token, { other = false, rev = 0 } = {}) =>
  fillIn(token, answerTo(token.asks, other), rev)
const tokensOf = (poll: SecretPoll, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => takeToken(room, poll, personNumber(1 + index))))
const sendAll = (poll: SecretPoll, tokens: readonly Token[]) =>
  Promise.all(tokens.map((token) => send(room, poll.pollId, filledIn(token))))
const stored = ({ pollId }: SecretPoll) => room.storage.ballots.ballots(pollId)

async function sealed(): Promise<void> {
  room.time.pass(graceMs)
  await eventually(async () =>
    Promise.all(form.map(async ({ pollId }) => (await room.poll(pollId)).state)),
  ).toEqual(['closed', 'closed', 'closed'])
}

test('sent twice, a ballot of any question is there once and has one receipt', async () => {
  for (const poll of form) {
    const tokens = await tokensOf(poll, 5)
    const first = await sendAll(poll, tokens)
    expect(first.map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(await sendAll(poll, tokens)).toEqual(first)
    expect(await stored(poll)).toHaveLength(5)
  }
})

test('a change counts, an older revision is stale, and another answer under one revision is refused', async () => {
  for (const poll of form) {
    const tokens = await tokensOf(poll, 5)
    await sendAll(poll, tokens)
    const [token] = tokens as [Token] // five were taken
    expect(await send(room, poll.pollId, filledIn(token, { other: true }))).toMatchObject({
      status: 409,
      code: 'other-body',
    })
    const changes = tokens.map((one) => send(room, poll.pollId, filledIn(one, { other: true, rev: 1 })))
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(await send(room, poll.pollId, filledIn(token))).toMatchObject({ status: 409, code: 'stale' })
    expect((await stored(poll)).map(({ rev, body }) => [rev, bytesToHex(body)])).toEqual(
      Array(5).fill([1, filledIn(token, { other: true }).body]),
    )
  }
})

test('a forged token, a changed answer and somebody else’s MAC are refused in every question', async () => {
  for (const poll of form) {
    const [token, neighbour] = (await tokensOf(poll, 2)) as [Token, Token]
    const honest = filledIn(token)
    const dishonest: CastBallot[] = [
      filledIn(forgeToken(poll, makePollKeys().sk)),
      { ...honest, body: filledIn(token, { other: true }).body },
      { ...honest, mac: filledIn(neighbour).mac },
      { ...honest, t: filledIn(neighbour).t },
      { ...honest, rev: 1 },
    ]
    for (const ballot of dishonest)
      expect(await send(room, poll.pollId, ballot)).toMatchObject({ status: 403, code: 'forged' })
    expect(await stored(poll)).toEqual([])
  }
})

test('a token of one question is none in another, however well the ballot is made', async () => {
  const tokens = await Promise.all(form.map((poll) => takeToken(room, poll, personNumber(1))))
  for (const poll of form)
    for (const token of tokens.filter(({ pollId }) => pollId !== poll.pollId)) {
      const remade = filledIn({ ...token, pollId: poll.pollId, asks: poll.asks })
      expect(await send(room, poll.pollId, remade)).toMatchObject({ status: 403, code: 'forged' })
      // As it was made for its own question: the answer of another kind, and of a text another length.
      expect(await send(room, poll.pollId, filledIn(token))).toMatchObject({ status: 400, code: 'invalid' })
    }
})

test('a right token with a body of the other length, or with an answer to another kind of question, is invalid', async () => {
  for (const poll of form) {
    const token = await takeToken(room, poll, personNumber(1))
    for (const { asks } of threeQuestions.filter((other) => other.asks.kind !== poll.asks.kind))
      expect(await send(room, poll.pollId, filledIn({ ...token, asks }))).toMatchObject({
        status: 400,
        code: 'invalid',
      })
    const { body } = filledIn(token)
    for (const wrong of [body.slice(2), `${body}00`, `${body.slice(0, -2)}01`])
      expect(await send(room, poll.pollId, { ...filledIn(token), body: wrong })).toMatchObject({
        status: 400,
        code: 'invalid',
      })
  }
})

test('tokens are counted for each question: genuine ballots above its number are refused, whatever the others have', async () => {
  const [scale, , text] = form as [SecretPoll, SecretPoll, SecretPoll] // three questions
  await tokensOf(scale, 6)
  await sendAll(text, await tokensOf(text, 5))
  const { sk } = (await room.storage.ballots.poll(text.pollId)) ?? {}
  if (!sk) throw new Error('An open poll has its key.')
  const stuffed = filledIn(forgeToken(text, sk))
  expect(await send(room, text.pollId, stuffed)).toMatchObject({ status: 403, code: 'too-many' })
})

test('a second element of one person is refused in each question, and takes nothing from the others', async () => {
  const [scale, ranking, text] = form as [SecretPoll, SecretPoll, SecretPoll]
  await takeToken(room, scale, personNumber(1))
  await expect(takeToken(room, scale, personNumber(1))).rejects.toThrow('already-issued')
  await takeToken(room, ranking, personNumber(1))
  await takeToken(room, text, personNumber(1))
  await expect(takeToken(room, text, personNumber(1))).rejects.toThrow('already-issued')
})

test('while the form closes every box still takes ballots and hands out none; afterwards none, also after a restart', async () => {
  const all = await Promise.all(form.map((poll) => tokensOf(poll, 5)))
  const [{ pollId }] = form as [SecretPoll] // three were opened
  await room.closePoll(pollId)
  for (const [place, poll] of form.entries()) {
    await expect(takeToken(room, poll, personNumber(6))).rejects.toThrow('not-open')
    const answers = await sendAll(poll, all[place] ?? [])
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
  }
  await sealed()
  for (const gone of [false, true]) {
    if (gone) await room.restart()
    for (const [place, poll] of form.entries())
      for (const token of all[place]?.slice(0, 1) ?? [])
        expect(await send(room, poll.pollId, filledIn(token, { rev: 1 }))).toMatchObject({
          status: 410,
          code: 'poll-closed',
        })
  }
  const ts = all.flat().map(({ t }) => bytesToHex(t))
  const published = await Promise.all(form.map(async (poll) => (await stored(poll)).map(({ t }) => t)))
  expect(published.flat().map(bytesToHex).sort()).toEqual(ts.sort())
})
