// Waiting, as a value: the ballot box waits through this, and a test lets time pass by hand.

/** Runs once in `ms` milliseconds unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void

export const afterReal: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
