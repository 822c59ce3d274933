// The process itself: what a bug does to it, and how it ends.
import process from 'node:process'
import type { Log } from '#server/log.ts'

/** So many escaped bugs within a minute are a process that is broken, not a case that was forgotten. */
const maxBugsPerMinute = 20

/** Stored work, sent and acknowledged, is safe at any moment; this is how long a stop in order may take. */
const stopWithinMs = 15_000

/**
 * An error that nobody caught is reported, and the process goes on. What memory holds is only a copy of what is stored,
 * and it is changed after a commit and not before, so a turn cut short leaves it whole; ending would throw everyone out of
 * every workshop for one forgotten case in one of them. Twenty within a minute end it: then whoever watches it starts it
 * afresh.
 */
export function keepGoing(log: Log): void {
  let recent: number[] = []
  const report = (fact: string) => (error: unknown) => {
    log.bug(fact, error)
    const aMinuteAgo = Date.now() - 60_000
    recent = [...recent.filter((at) => at > aMinuteAgo), Date.now()]
    if (recent.length > maxBugsPerMinute) process.exit(1)
  }
  process.on('uncaughtException', report('process.uncaught-exception'))
  process.on('unhandledRejection', report('process.unhandled-rejection'))
}

/**
 * The first signal stops in order and ends with 0; a second one ends at once. npm hands SIGTERM to the shell that it runs
 * us in, and that shell ends without handing it on: run by npm, being left alone counts as the signal.
 */
export function stopOnSignals(
  stop: () => Promise<void>,
  { isRunByNpm, log }: { isRunByNpm: boolean; log: Log },
): void {
  let isStopping = false
  const begin = (reason: string) => {
    isStopping = true
    log.info('server.stopping', { reason })
    setTimeout(() => {
      log.warn('server.stop-timed-out', { afterMs: stopWithinMs })
      process.exit(1)
    }, stopWithinMs).unref()
    stop().then(
      () => {
        log.info('server.stopped')
        process.exit(0)
      },
      (error: unknown) => {
        log.bug('server.stop-failed', error)
        process.exit(1)
      },
    )
  }
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1)
    begin(signal)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  if (!isRunByNpm) return
  const { ppid } = process
  setInterval(() => {
    if (process.ppid !== ppid && !isStopping) begin('orphaned')
  }, 250).unref()
}
