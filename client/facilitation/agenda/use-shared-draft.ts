// A text that several facilitators may be writing at: saved by itself, and never over what somebody else has changed meanwhile.
import { useEffect, useRef, useState } from 'react'
import { bothTexts, type Mine, stillMine, theirChange } from './shared-draft.ts'

export type SharedDraft = {
  field: {
    value: string
    onChange: (event: { currentTarget: { value: string } }) => void
    onBlur: () => void
  }
  /** What it reads now, when somebody else has changed it since one began: nothing is saved before one has chosen. */
  theirs: string | null
  keepMine: () => void
  takeTheirs: () => void
}

export function useSharedDraft(
  value: string,
  save: (text: string) => Promise<{ ok: boolean }>,
  delayMs: number,
): SharedDraft {
  const [written, setMine] = useState<Mine | null>(null)
  const mine = stillMine(written, value)
  const latest = useRef({ mine, value, save })
  useEffect(() => {
    latest.current = { mine, value, save }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [send] = useState(() => (text: string) => {
    setMine((before) => before && { ...before, base: text })
    latest.current.save(text).then(({ ok }) => {
      // Refused, and told by the room's notice: what everybody has is where one goes on from.
      if (!ok) setMine((before) => before && { ...before, base: latest.current.value })
    }, reportError)
  })
  // The same function for as long as the field is there, so that it can be called when it goes.
  const [flush] = useState(() => (isLeaving: boolean) => {
    clearTimeout(timer.current)
    const { mine, value } = latest.current
    if (!mine) return
    const theirs = theirChange(mine, value)
    if (theirs === null) {
      if (mine.text.trim() !== value) send(mine.text.trim())
    } else if (isLeaving) send(bothTexts(theirs, mine.text))
  })
  // A field that is closed while it is being written has been left.
  useEffect(() => () => flush(true), [flush])
  const theirs = mine && theirChange(mine, value)
  return {
    field: {
      value: mine?.text ?? value,
      onChange({ currentTarget: { value: text } }) {
        setMine({ text, base: mine?.base ?? value })
        clearTimeout(timer.current)
        timer.current = setTimeout(() => flush(false), delayMs)
      },
      onBlur() {
        flush(false)
        if (theirs === null) setMine(null)
      },
    },
    theirs,
    keepMine() {
      if (mine) send(mine.text.trim())
    },
    takeTheirs: () => setMine(null),
  }
}
