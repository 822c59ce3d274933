// How fast one browser may be served: some at once, then so much a second. Whoever asks for more waits, and loses nothing.

/** A token bucket that lends: what is over the limit is done and paid for by waiting. */
export class Pace {
  readonly #perSecond: number
  readonly #atOnce: number
  readonly #now: () => number
  #left: number
  #countedAt: number

  /** `now` in milliseconds, on a clock that nobody sets back. */
  constructor({ perSecond, atOnce, now = () => performance.now() }: PaceLimits & { now?: () => number }) {
    this.#perSecond = perSecond
    this.#atOnce = atOnce
    this.#now = now
    this.#left = atOnce
    this.#countedAt = now()
  }

  /** Returns the milliseconds to wait before the next; 0 within the limits. */
  spend(cost: number): number {
    const now = this.#now()
    const gained = ((now - this.#countedAt) / 1000) * this.#perSecond
    this.#countedAt = now
    this.#left = Math.min(this.#atOnce, this.#left + gained) - cost
    return this.#left >= 0 ? 0 : (-this.#left / this.#perSecond) * 1000
  }
}

export type PaceLimits = { perSecond: number; atOnce: number }
