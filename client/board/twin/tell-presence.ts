// Tells the others what this person is at in the table or the list: the card in focus, the text being typed in.
import type { Awareness } from 'y-protocols/awareness'
import { fitting } from '#client/board/binding/presence-state.ts'

const intervalMs = 80

export type TellPresence = {
  beAt(id: string | null): void
  typeIn(id: string | null): void
  dispose(): void
}

/** Says what has changed, at most every 80 ms. */
export function tellPresence(awareness: Awareness): TellPresence {
  let at: string | null = null
  let editing: string | null = null
  let said = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    timer = undefined
    const state = fitting({ cursor: null, selected: at === null ? [] : [at], editing, view: null })
    const next = JSON.stringify(state)
    if (next === said) return
    said = next
    awareness.setLocalState(state)
  }
  const schedule = () => {
    timer ??= setTimeout(send, intervalMs)
  }
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
      clearTimeout(timer)
      awareness.setLocalState(null)
    },
  }
}
