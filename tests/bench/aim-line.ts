// One figure against what it may be at most, and what else is to be said of it.
import { say, show, verdict } from '#tests/bench/say.ts'

export function aimLine(what: string, value: number, atMost: number, notes: readonly string[]): void {
  say(`  ${what}: ${show(value, 0)} (at most ${atMost}: ${verdict(value <= atMost)}) ${notes[0]}`)
  for (const note of notes.slice(1)) say(`    ${note}`)
}
