// A text that several people may be writing at: saved by itself, and never over what somebody else has changed meanwhile.
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { stillMine, theirChange } from './shared-draft.ts'
import { type Place, sharedWriting } from './shared-writing.ts'

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

/** `value` is what `place` reads, for React; `delayMs` null saves only when the field is left. One place for as long as it is there. */
export function useSharedDraft(value: string, place: Place, delayMs: number | null): SharedDraft {
  const latest = useRef(place)
  useEffect(() => {
    latest.current = place
  })
  const [writing] = useState(() =>
    sharedWriting(
      { read: () => latest.current.read(), save: (text, was) => latest.current.save(text, was) },
      reportError,
    ),
  )
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    writing.open(true)
    return () => {
      clearTimeout(timer.current)
      writing.open(false)
    }
  }, [writing])
  const written = useStore(writing.mine, ({ mine }) => mine)
  const mine = stillMine(written, value)
  return {
    field: {
      value: mine?.text ?? value,
      onChange({ currentTarget: { value: text } }) {
        writing.type(text)
        clearTimeout(timer.current)
        if (delayMs !== null) timer.current = setTimeout(writing.pause, delayMs)
      },
      onBlur: writing.leave,
    },
    theirs: mine && theirChange(mine, value),
    keepMine: writing.keepMine,
    takeTheirs: writing.takeTheirs,
  }
}
