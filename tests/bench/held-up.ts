// How long the server's event loop stood still while something happened, as tell-held-up.ts in it says.
import { LoopStop } from '#tests/bench/loop-stop.ts'
import type { RunningServer } from '#tests/support/server.ts'

export const tellsHeldUp = ['--import', './tests/bench/tell-held-up.ts']

export type HeldUp = {
  /** The longest by the clock on the wall. */
  longestMs: number
  /** The longest without the time in which other programs had the processor: of an idle machine it is the same. */
  ownMs: number
}

/** Call the answer to have what happened since. */
export function watchHeldUp({ output }: RunningServer): () => HeldUp {
  const from = output().length
  return () => longest(stopsIn(output().slice(from)))
}

const stopsIn = (said: string): LoopStop[] =>
  [...said.matchAll(/^held up (\{.*\})$/gm)].map(([, stop]) => LoopStop.parse(JSON.parse(stop ?? '')))

const longest = (stops: readonly LoopStop[]): HeldUp => ({
  longestMs: Math.max(0, ...stops.map(({ lateMs }) => lateMs)),
  ownMs: Math.max(0, ...stops.map(({ lateMs, othersMs }) => lateMs - othersMs)),
})
