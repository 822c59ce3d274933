// Tells the others what this person is at in the table or the list: the card in focus, the text being typed in.
import type { Awareness } from 'y-protocols/awareness'
import { sayPresence } from '#client/board/binding/say-presence.ts'

export type TellPresence = {
  beAt(id: string | null): void
  typeIn(id: string | null): void
  dispose(): void
}

export function tellPresence(awareness: Awareness): TellPresence {
  let at: string | null = null
  let editing: string | null = null
  const { schedule, stop } = sayPresence(awareness, () => ({
    cursor: null,
    selected: at === null ? [] : [at],
    editing,
    view: null,
  }))
  schedule()
  return {
    beAt(id) {
      at = id
      schedule()
    },
    typeIn(id) {
      editing = id
      schedule()
    },
    dispose() {
      stop()
      awareness.setLocalState(null)
    },
  }
}
