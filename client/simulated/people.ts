// The process that simulated people live in: `node client/simulated/people.ts '<job as JSON>'`, until told to stop.
import process from 'node:process'
import { z } from 'zod'
import { bringPeople, type Crowd } from '#client/simulated/crowd.ts'
import { openTheHour } from '#client/simulated/host.ts'
import { Language } from '#shared/language.ts'

const Job = z.object({
  link: z.string(),
  /** Links of one's own, by name, for those who have been there before. */
  personal: z.record(z.string(), z.string()),
  people: z.number().int().min(1).max(1000),
  seed: z.number().int(),
  gapMs: z.number(),
  /** The facilitators' link, for a workshop that nobody has opened yet. */
  host: z.object({ link: z.string(), language: Language }).nullable(),
})
export type Job = z.infer<typeof Job>

const life = new AbortController()
let crowd: Crowd | null = null

const report = (error: unknown) => {
  process.stderr.write(`A simulated person failed: ${error instanceof Error ? error.stack : String(error)}\n`)
}

function stop(): void {
  life.abort()
  crowd?.leave()
  process.exit(0)
}
// Every board's provider listens for the end of the process, and a thousand people may live here.
process.setMaxListeners(0)
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('disconnect', stop) // whoever started us has gone

async function run({ link, personal, people, seed, gapMs, host }: Job): Promise<void> {
  if (host) openTheHour({ ...host, signal: life.signal, report }).catch(report)
  crowd = await bringPeople({ link, personal, count: people, seed, gapMs, report })
  process.stdout.write('All are in.\n')
}

run(Job.parse(JSON.parse(process.argv[2] ?? '{}'))).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
