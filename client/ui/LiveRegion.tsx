// Says to screen readers what has changed on the page: mounted once, spoken to with `announce` from anywhere.
import { VisuallyHidden } from '@mantine/core'
import { useSyncExternalStore } from 'react'

let spoken = { text: '', turn: 0 }
const listeners = new Set<() => void>()

/** What is said before the page can show it: a region holds one text, and the later would be all that is heard. */
let together: string[] = []

/** Waits its turn behind what is being read. The same sentence said again is read again. */
export function announce(text: string): void {
  const isFirst = together.length === 0
  if (!together.includes(text)) together.push(text)
  spoken = { text: together.join(' '), turn: isFirst ? spoken.turn + 1 : spoken.turn }
  if (isFirst)
    setTimeout(() => {
      together = []
    })
  for (const listener of listeners) listener()
}

export const announcements = {
  /** What is to be read, and how many times something was. */
  now: () => spoken,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(announcements.subscribe, announcements.now)
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
