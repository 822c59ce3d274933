// Says to screen readers what has changed on the page: mounted once, spoken to with `announce` from anywhere.
import { VisuallyHidden } from '@mantine/core'
import { useSyncExternalStore } from 'react'

let spoken = { text: '', turn: 0 }
const listeners = new Set<() => void>()

/** Waits its turn behind what is being read. The same sentence said again is read again. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 }
  for (const listener of listeners) listener()
}

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken)
  // Two regions in turn, because a region whose text stays equal stays silent.
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        {turn % 2 === 0 ? text : ''}
      </div>
      <div role="status" aria-live="polite">
        {turn % 2 === 1 ? text : ''}
      </div>
    </VisuallyHidden>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
