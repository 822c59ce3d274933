// Waits by name, so that nothing is waited for twice and a stop can cancel them all.
import type { After } from '#server/ballots/after.ts'
import type { Log } from '#server/log.ts'

export type Waits = {
  /** In place of the wait of the same name, if there is one. A failure is logged as a bug. */
  start(name: string, ms: number, run: () => Promise<void>): void
  has(name: string): boolean
  cancel(name: string): void
  /** Cancels all; nothing is waited for from now on. */
  close(): void
}

export function createWaits({ after, log }: { after: After; log: Log }): Waits {
  const waits = new Map<string, () => void>()
  let isClosed = false

  function cancel(name: string): void {
    waits.get(name)?.()
    waits.delete(name)
  }

  return {
    start(name, ms, run) {
      cancel(name)
      if (isClosed) return
      const cancelTimer = after(ms, () => {
        waits.delete(name)
        run().catch((error: unknown) => log.bug('ballots.wait-failed', error, { what: name }))
      })
      waits.set(name, cancelTimer)
    },
    has: (name) => waits.has(name),
    cancel,
    close() {
      isClosed = true
      for (const name of [...waits.keys()]) cancel(name)
    },
  }
}
