// Estimates the server's clock from round trips, so that every screen shows the same minute whatever its own clock says.

/** One question for the time: all in milliseconds; `sentAt` and `receivedAt` on this machine's clock, `serverNow` on the server's. */
export type TimeSample = { sentAt: number; receivedAt: number; serverNow: number }

/** The best few of the last few samples are kept: the shorter the trip, the smaller the possible error. */
const keptSamples = 8
const trustedSamples = 3

/** Milliseconds to add to this machine's clock to get the server's: the median over the quickest round trips. 0 without samples. */
export function estimateOffset(samples: readonly TimeSample[]): number {
  const quickest = [...samples].sort((a, b) => roundTrip(a) - roundTrip(b)).slice(0, trustedSamples)
  const offsets = quickest.map(offsetOf).sort((a, b) => a - b)
  return offsets[Math.floor((offsets.length - 1) / 2)] ?? 0
}

export type ServerClock = {
  /** The server's clock now, epoch milliseconds, as well as it is known. */
  now(): number
  /** A time that came with a message, of unknown age; counts only until the first round trip. */
  hint(serverNow: number): void
  sample(sample: TimeSample): void
  /** Forgets the samples: after a sleep or a reconnect, either clock may have been set. */
  restart(): void
}

/** `localNow` must not jump when somebody sets the machine's clock: see `steadyNow`. */
export function createServerClock(localNow: () => number): ServerClock {
  let samples: TimeSample[] = []
  let offsetMs = 0
  return {
    now: () => localNow() + offsetMs,
    hint(serverNow) {
      if (samples.length === 0) offsetMs = serverNow - localNow()
    },
    sample(sample) {
      const known = samples.some((one) => contradicts(one, sample)) ? [] : samples
      samples = [...known, sample].slice(-keptSamples)
      offsetMs = estimateOffset(samples)
    },
    restart() {
      samples = []
    },
  }
}

/** Epoch milliseconds that only ever run forward. */
export const steadyNow = (): number => performance.timeOrigin + performance.now()

const roundTrip = ({ sentAt, receivedAt }: TimeSample) => Math.max(0, receivedAt - sentAt)
/** Two samples of the same two clocks differ by no more than half of both trips; clocks drift far less in a few minutes. */
const contradicts = (one: TimeSample, other: TimeSample): boolean =>
  Math.abs(offsetOf(one) - offsetOf(other)) > (roundTrip(one) + roundTrip(other)) / 2 + driftMs
const driftMs = 100
const offsetOf = ({ sentAt, receivedAt, serverNow }: TimeSample) => serverNow - (sentAt + receivedAt) / 2
