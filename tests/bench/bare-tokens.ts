// What issuing cannot do without: as many tokens, asked for over the same time, evaluated in a worker; no server around it.
import { setTimeout as delay } from 'node:timers/promises'
import { createArithmetic } from '#server/ballots/arithmetic.ts'
import { createLog } from '#server/log.ts'
import { blindToken, makeNullifier } from '#shared/ballots/token.ts'
import { PollId } from '#shared/ids.ts'

/** The first is how long people wait at random before they ask (`client/facilitation/ballots/ballot-client.ts`). */
const [withinMs = 0, people = 0] = process.argv.slice(2).map(Number)

const pollId = PollId.parse('00'.repeat(16))
const asked = Array.from({ length: people }, () => blindToken(pollId, makeNullifier()).blinded)
const arithmetic = createArithmetic(createLog('warn'))

// Warm, as a server's that has had a poll before.
const keys = await arithmetic.makeKeys()
await Promise.all(asked.map((blinded) => arithmetic.evaluate(keys, blinded)))

const cpuBefore = process.cpuUsage()
const startedAt = performance.now()
await Promise.all(
  asked.map(async (blinded, who) => {
    await delay((withinMs * who) / people)
    await arithmetic.evaluate(keys, blinded)
  }),
)
const ms = performance.now() - startedAt
const { user, system } = process.cpuUsage(cpuBefore)
process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000 }), () => process.exit(0))
