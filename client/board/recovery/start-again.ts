// Opens the board anew after a refusal, with what is stored; but not for ever, where even that is refused at once.
import { create } from 'zustand'

const withinMs = 60_000
const atMost = 3
let recent: number[] = []

/** How often the board has been opened anew in this page: another number is another connection. */
export const useBoardLife = create<{ life: number }>(() => ({ life: 0 }))

/** After the third time in a minute the board stays as it is, and the person is told. */
export function startAgain(now = Date.now()): void {
  recent = [...recent.filter((at) => now - at < withinMs), now]
  if (recent.length <= atMost) useBoardLife.setState(({ life }) => ({ life: life + 1 }))
}
