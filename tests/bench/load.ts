// The load process: runs one workload against addresses it is given and writes what it measured, as JSON.
import { z } from 'zod'
import { fanOut } from '#tests/bench/fan-out.ts'
import { join } from '#tests/bench/join.ts'

const Address = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) })

const Job = z.discriminatedUnion('workload', [
  z.object({
    workload: z.literal('fan-out'),
    addresses: z.array(Address),
    serverPid: z.number(),
    isBoard: z.boolean(),
    measureMs: z.number(),
  }),
  z.object({
    workload: z.literal('join'),
    writers: z.array(Address),
    joiners: z.array(Address),
    serverPid: z.number(),
    records: z.number(),
    updates: z.number(),
  }),
])
export type Job = z.infer<typeof Job>

const job = Job.parse(JSON.parse(process.argv[2] ?? '{}'))
const result = job.workload === 'fan-out' ? await fanOut(job) : await join(job)
process.stdout.write(JSON.stringify(result), () => process.exit(0))
