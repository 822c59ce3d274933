// How long this disk takes to make a few kilobytes durable: no server that stores before it sends on can be faster.
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { percentile } from '#tests/bench/statistics.ts'

const tries = 200
/** Two pages of the database, which is what one edit changes. */
const page = Buffer.alloc(2 * 4096, 1)

export async function syncTimes(): Promise<{ p50Ms: number; p95Ms: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'runde-disk-'))
  const file = await open(join(folder, 'file'), 'w')
  await file.write(Buffer.alloc(tries * page.length))
  await file.sync()
  const times: number[] = []
  for (let attempt = 0; attempt < tries; attempt++) {
    await delay(10)
    const startedAt = performance.now()
    await file.write(page, 0, page.length, attempt * page.length)
    await file.datasync()
    times.push(performance.now() - startedAt)
  }
  await file.close()
  await rm(folder, { recursive: true })
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) }
}
