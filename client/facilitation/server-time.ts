// Keeps the server's time while there is a connection: several round trips at once, then one a minute, and anew when in doubt.
import { createServerClock } from '#client/facilitation/server-clock.ts'

const samplesOnConnect = 5
const sampleEveryMs = 60_000
/** No message is under way for longer, as a rule: told a time further off, a clock has stood while its machine slept, or was set. */
const doubtMs = 2_000
/** On a network that is slower than that, doubt must not become traffic. */
const doubtEveryMs = 10_000

export type ServerTime = {
  /** Epoch milliseconds. */
  now(): number
  /** A message was sent at this time by the server's clock. */
  hint(sentAt: number): void
  /** The same of one that came just now: where its time is far off, the clock is asked for anew. */
  heard(sentAt: number): void
  /** On every new connection. */
  start(): void
  stop(): void
}

type Parts = {
  /** The server's clock, after a round trip. */
  ask: () => Promise<number>
  localNow: () => number
}

export function createServerTime({ ask, localNow }: Parts): ServerTime {
  const clock = createServerClock(localNow)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts starts: what an earlier one asked is nobody's business any more. */
  let run = 0
  let doubtedAt = Number.NEGATIVE_INFINITY

  async function sample(): Promise<void> {
    const sentAt = localNow()
    const serverNow = await ask()
    clock.sample({ sentAt, serverNow, receivedAt: localNow() })
  }

  /** A lost one spoils nothing. */
  function keepSampling(asked: number, done: number): void {
    if (asked !== run) return
    const next = () => {
      if (done + 1 < samplesOnConnect) keepSampling(asked, done + 1)
      else if (asked === run) timer = setTimeout(() => keepSampling(asked, done), sampleEveryMs)
    }
    sample().then(next, next)
  }

  function doubt(): void {
    if (localNow() - doubtedAt < doubtEveryMs) return
    doubtedAt = localNow()
    clock.restart()
    for (let count = 0; count < samplesOnConnect; count += 1) sample().catch(() => {}) // a lost one spoils nothing
  }

  function stop(): void {
    run += 1
    clearTimeout(timer)
  }

  return {
    now: clock.now,
    hint: clock.hint,
    heard(sentAt) {
      if (Math.abs(sentAt - clock.now()) > doubtMs) doubt()
      clock.hint(sentAt)
    },
    start() {
      stop()
      clock.restart()
      keepSampling(run, 0)
    },
    stop,
  }
}
