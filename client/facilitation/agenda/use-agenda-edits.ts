// Sends a facilitator's changes to the agenda, and remembers the last few so that they can be taken back.
import { useState } from 'react'
import type { SendOptions } from '#client/facilitation/room-store.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { type TranslateOf, useTexts } from '#client/ui/texts.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { Edit } from './agenda-edits.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'

export type AgendaEdits = {
  /** `explains`: what the caller tells in place. */
  make(edit: Edit, options?: SendOptions): Promise<Reply>
  /** The last change, as a sentence; null when there is nothing to take back. */
  last: string | null
  undo(): void
  dismiss(): void
}

const mostKept = 20

export function useAgendaEdits(): AgendaEdits {
  const t = useTexts(agendaEditTexts)
  const { send } = useRoom()
  const [made, setMade] = useState<readonly Edit[]>([])
  const [isShown, setShown] = useState(false)
  const last = made.at(-1)
  return {
    async make(edit, options) {
      setMade((before) => [...before, edit].slice(-mostKept))
      setShown(true)
      const reply = await send(edit.command, options)
      // What was refused has not happened, and is told by the room's notice.
      if (!reply.ok) setMade((before) => before.filter((one) => one !== edit))
      return reply
    },
    last: last && isShown ? sentence(t, last) : null,
    undo() {
      if (!last) return
      setMade((before) => before.filter((one) => one !== last))
      announce(t('didUndo'))
      void send(last.inverse)
    },
    dismiss: () => setShown(false),
  }
}

const keys = {
  add: 'didAdd',
  duplicate: 'didDuplicate',
  remove: 'didRemove',
  move: 'didMove',
  change: 'didChange',
  replace: 'didReplace',
} as const
const sentence = (t: TranslateOf<typeof agendaEditTexts>, { what, title }: Edit): string =>
  t(keys[what], { title })
