// Time and chance as the ballot client takes them; tests and simulated voters bring their own.

/** Everything that takes time or chance, so that tests and simulated voters set them. */
export type Pace = {
  /** Resolves after `ms`; rejects when the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Uniform in [0, max): when a token is asked for and a ballot cast must say nothing about its owner. */
  randomBelow: (max: number) => number
  now: () => number
}

export const realPace: Pace = {
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const giveUp = () => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }, ms)
      signal.addEventListener('abort', giveUp, { once: true })
    }),
  // crypto, not Math.random: what hides who voted when must not be foreseen.
  randomBelow: (max) => ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32) * max,
  now: Date.now,
}
