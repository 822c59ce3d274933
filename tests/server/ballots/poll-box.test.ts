// The box of one poll when the server stops: what has come in is stored and acknowledged, also what is still being checked.

import { expect, onTestFinished, test } from 'vitest'
import { createArithmetic } from '#server/ballots/arithmetic.ts'
import { createPollBox } from '#server/ballots/poll-box.ts'
import { silentLog } from '#server/log.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { ballotMac, isReceiptRight } from '#shared/ballots/ballot.ts'
import { encodeBody, scaleChoice } from '#shared/ballots/body.ts'
import { makeNullifier, makePollKeys, redeemToken } from '#shared/ballots/token.ts'
import { PollId } from '#shared/ids.ts'
import { personNumber, workshopId } from '#tests/support/ballot-room.ts'
import { fiveSteps } from '#tests/support/questions.ts'

const pollId = PollId.parse('5a'.repeat(16))

test('a ballot whose token is being checked when the server stops is stored and acknowledged', async () => {
  const storage = await openSqlite(':memory:', { log: silentLog })
  const arithmetic = createArithmetic(silentLog)
  onTestFinished(async () => {
    await arithmetic.close()
    await storage.close()
  })
  const keys = makePollKeys()
  await storage.ballots.createPoll({ pollId, workshopId, manifest: new Uint8Array(1), ...keys })
  const gate = Promise.withResolvers<void>()
  const box = createPollBox({
    workshopId,
    pollId,
    keys,
    asks: fiveSteps,
    state: 'open',
    issued: [personNumber(1)],
    ballots: [],
    storage: storage.ballots,
    arithmetic: {
      ...arithmetic,
      async redeem(...token) {
        await gate.promise
        return arithmetic.redeem(...token)
      },
    },
    log: silentLog,
  })

  const ballot = { t: makeNullifier(), rev: 0, body: encodeBody(scaleChoice(3), fiveSteps) }
  const mac = ballotMac(redeemToken(keys.sk, pollId, ballot.t), pollId, ballot)
  const cast = box.cast({ ...ballot, mac })
  const finished = box.finish()
  gate.resolve()
  await finished

  expect(await storage.ballots.ballots(pollId)).toEqual([{ ...ballot, mac }])
  const taken = await cast
  const outcome = 'stored' in taken ? await taken.stored : taken.refused
  expect(outcome.ok && isReceiptRight(outcome.receipt, keys.receiptPk, pollId, ballot)).toBe(true)
})
