// A field whose text is saved by itself: while it is being written it is one's own, and at other times what everybody has.
import { useEffect, useRef, useState } from 'react'

export type DraftField = {
  value: string
  onChange: (event: { currentTarget: { value: string } }) => void
  onBlur: () => void
}

/** `delayMs` null saves only when the field is left. */
export function useDraft(value: string, save: (text: string) => void, delayMs: number | null): DraftField {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, value, save })
  useEffect(() => {
    latest.current = { draft, value, save }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The same function for as long as the field is there, so that it can be called when it goes.
  const [flush] = useState(() => () => {
    clearTimeout(timer.current)
    const { draft, value, save } = latest.current
    if (draft !== null && draft.trim() !== value) save(draft.trim())
  })
  // A field that is closed while it is being written has been left.
  useEffect(() => flush, [flush])
  return {
    value: draft ?? value,
    onChange({ currentTarget }) {
      setDraft(currentTarget.value)
      if (delayMs === null) return
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, delayMs)
    },
    onBlur() {
      flush()
      setDraft(null)
    },
  }
}
