// Loaded into a server under test: says each time its event loop stood still, for how long, and who was the reason.
import { existsSync, openSync, readSync } from 'node:fs'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'
import { type LoopMoment, stopBetween } from '#tests/bench/loop-stop.ts'

const everyMs = 5
const saidFromMs = 1

// Of the main thread. Without it (not Linux) all that is late counts as the server's own.
const schedule = existsSync('/proc/self/schedstat') ? openSync('/proc/self/schedstat', 'r') : null
const buffer = Buffer.alloc(64)

function look(): LoopMoment {
  const { user, system } = process.cpuUsage()
  const [ranMs = 0, queuedMs = 0] = scheduled()
  return { at: performance.now(), ranMs, queuedMs, threadsMs: (user + system) / 1000 }
}

function scheduled(): number[] {
  if (schedule === null) return []
  const length = readSync(schedule, buffer, 0, buffer.length, 0)
  const counts = buffer.toString('latin1', 0, length).split(' ')
  return counts.map((nanoseconds) => Number(nanoseconds) / 1e6)
}

function watch(): void {
  let before = look()
  setInterval(() => {
    const now = look()
    const stop = stopBetween(before, now, everyMs)
    if (stop.lateMs >= saidFromMs) process.stdout.write(`held up ${JSON.stringify(stop)}\n`)
    before = now
  }, everyMs).unref()
}

if (isMainThread) watch()
