// A form about something that others may change too: closed when it is saved, kept open with every word when it is not.
import { useState } from 'react'
import type { Reply } from '#shared/facilitation/protocol.ts'

export type Words<What> = {
  /** What it reads now, when somebody else has changed it since one began; saving again writes over that. */
  theirs: { now: What } | null
  isSaving: boolean
  /** `send` says what one had read, and explains `overtaken` here. Of what reads as one found it nothing is sent. */
  save: (mine: What, send: (was: What) => Promise<Reply>) => void
}

/** `now`: what it reads at this moment. A refusal that is not explained here is told by the room's notice, and the words stay in the form. */
export function useWords<What>(now: What, close: () => void): Words<What> {
  const [began] = useState({ now })
  const [isOvertaken, setOvertaken] = useState(false)
  const [isSaving, setSaving] = useState(false)
  return {
    // While it is being saved, what is shown is one's own.
    theirs: isOvertaken && !isSaving ? { now } : null,
    isSaving,
    save(mine, send) {
      if (isSaving) return
      if (!isOvertaken && JSON.stringify(mine) === JSON.stringify(began.now)) return close()
      setSaving(true)
      send(isOvertaken ? now : began.now).then((reply) => {
        setSaving(false)
        if (reply.ok || reply.code === 'already-done') close()
        else setOvertaken(reply.code === 'overtaken')
      }, reportError)
    },
  }
}

/** For `send`: the form itself says so. */
export const explainedHere = { explains: ['already-done', 'overtaken'] } as const
