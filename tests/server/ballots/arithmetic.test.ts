// The worker that does the curve arithmetic: it says no to rubbish, comes back when it ended, and holds nobody up.

import { afterEach, expect, test } from 'vitest'
import { type Arithmetic, createArithmetic } from '#server/ballots/arithmetic.ts'
import { silentLog } from '#server/log.ts'
import { isReceiptRight } from '#shared/ballots/ballot.ts'
import { encodeBody, scaleChoice } from '#shared/ballots/body.ts'
import { blindToken, finishToken, makeNullifier, makePollKeys } from '#shared/ballots/token.ts'
import { PollId } from '#shared/ids.ts'
import { fiveSteps } from '#tests/support/questions.ts'

const pollId = PollId.parse('5a'.repeat(16))
const keys = makePollKeys()
let arithmetic: Arithmetic = createArithmetic(silentLog)
afterEach(async () => {
  await arithmetic.close()
  arithmetic = createArithmetic(silentLog)
})

test('issues, redeems and signs as the shared code does', async () => {
  const t = makeNullifier()
  const { r, blinded } = blindToken(pollId, t)
  const issued = await arithmetic.evaluate(keys, blinded)
  const y = finishToken(pollId, { t, r, blinded, pk: keys.pk }, issued)
  expect(await arithmetic.redeem(keys.sk, pollId, t)).toEqual(y)
  const ballot = { t, rev: 0, body: encodeBody(scaleChoice(3), fiveSteps) }
  const [receipt] = await arithmetic.sign(keys.receiptSk, pollId, [ballot])
  expect(receipt && isReceiptRight(receipt, keys.receiptPk, pollId, ballot)).toBe(true)
})

test('refuses what is no element, and goes on', async () => {
  await expect(arithmetic.evaluate(keys, new Uint8Array(32))).rejects.toThrow('refused its input')
  await expect(arithmetic.evaluate(keys, new Uint8Array(31))).rejects.toThrow('refused its input')
  expect(await arithmetic.redeem(keys.sk, pollId, makeNullifier())).toHaveLength(64)
})

test('starts again after its worker has ended; what was under way is rejected, not forgotten', async () => {
  const lost = arithmetic.redeem(keys.sk, pollId, makeNullifier())
  const rejected = expect(lost).rejects.toThrow('ended')
  await arithmetic.close()
  await rejected
  expect(await arithmetic.redeem(keys.sk, pollId, makeNullifier())).toHaveLength(64)
})

test('lets the event loop turn while it works', async () => {
  await arithmetic.redeem(keys.sk, pollId, makeNullifier()) // it has started
  let turns = 0
  let isDone = false
  const turn = () => {
    turns += 1
    if (!isDone) setImmediate(turn)
  }
  turn()
  const { blinded } = blindToken(pollId, makeNullifier())
  await Promise.all(Array.from({ length: 20 }, () => arithmetic.evaluate(keys, blinded)))
  isDone = true
  expect(turns).toBeGreaterThan(20)
})
