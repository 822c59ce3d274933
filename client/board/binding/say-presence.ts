// Says what this browser is at, at most every 80 ms, and nothing while nothing changes.
import type { Awareness } from 'y-protocols/awareness'
import { fitting, type OwnPresence } from '#client/board/binding/presence-state.ts'

const intervalMs = 80

export type PresenceSaying = {
  /** Something may have changed. */
  schedule(): void
  stop(): void
}

export function sayPresence(awareness: Awareness, now: () => OwnPresence): PresenceSaying {
  let timer: ReturnType<typeof setTimeout> | undefined
  let said = ''
  const send = () => {
    timer = undefined
    const state = fitting(now())
    const next = JSON.stringify(state)
    if (next === said) return
    said = next
    awareness.setLocalState(state)
  }
  return {
    schedule() {
      timer ??= setTimeout(send, intervalMs)
    },
    stop: () => clearTimeout(timer),
  }
}
