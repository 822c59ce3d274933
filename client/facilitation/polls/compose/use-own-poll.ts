// Questions of one's own on their way to the server: asked at once, or kept for later; and what is missing, or was in the way.
import { useState } from 'react'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { randomHexId } from '#client/ui/random-uuid.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { findPrepared, type PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import { type ItemId, PreparedId } from '#shared/ids.ts'
import type { Refused } from './composer-wish.ts'
import { type FormDraft, formOf, type Missing } from './form-draft.ts'
import { titleOf } from './PreparedList.tsx'
import { composeTexts } from './texts-compose.ts'
import { useOpenForm } from './use-open-form.ts'

type Options = {
  itemId: ItemId | null
  /** What is being changed; null for something new. */
  changing: PreparedPoll | null
  setRefused: (refused: Refused | null) => void
  onPrepared: () => void
  onClose: () => void
}

export function useOwnPoll({ itemId, changing, setRefused, onPrepared, onClose }: Options) {
  const t = useTexts(composeTexts)
  const openForm = useOpenForm()
  const { send, store } = useRoom()
  const language = useFacilitation((state) => state.view.info.language)
  const [missing, setMissing] = useState<Missing | null>(null)
  /** The question that is open, by its place. */
  const [open, setOpen] = useState(0)
  const [isSending, setSending] = useState(false)
  const [was, setWas] = useState(changing && wordsOf(changing))
  const preparedNow = (preparedId: PreparedId) => {
    const now = findPrepared(store.getState().view.prepared, preparedId)
    return now ? wordsOf(now) : null
  }

  /** Null when something is missing: then it is shown, in its question. */
  function filled(draft: FormDraft) {
    const found = formOf(draft, language)
    setMissing(found.ok ? null : found)
    if (!found.ok) setOpen(found.place)
    return found.ok ? found.form : null
  }
  function ask(draft: FormDraft): void {
    const form = isSending ? null : filled(draft)
    if (!form) return
    setSending(true)
    setRefused(null)
    openForm(form).then(({ ok, refused }) => {
      setSending(false)
      if (ok && changing) void send({ type: 'poll.discard', preparedId: changing.preparedId })
      if (ok) onClose()
      else setRefused(refused)
    }, reportError)
  }
  function prepare(draft: FormDraft): void {
    // Pressed twice, it would be prepared twice.
    const form = isSending ? null : filled(draft)
    if (!form) return
    setSending(true)
    const command: Command = changing
      ? { type: 'poll.change', preparedId: changing.preparedId, itemId, form, ...(was && { was }) }
      : { type: 'poll.prepare', preparedId: PreparedId.parse(randomHexId()), itemId, form }
    // A refusal is told by the store's notice.
    send(command).then((reply) => {
      setSending(false)
      // Told that somebody else has changed it, one may save again, over that.
      if (!reply.ok && reply.code === 'overtaken' && changing) setWas(preparedNow(changing.preparedId))
      if (!reply.ok) return
      announce(t(changing ? 'changed' : 'prepared', { title: titleOf(form) }))
      onPrepared()
    }, reportError)
  }
  return { missing, forgetMissing: () => setMissing(null), open, setOpen, isSending, ask, prepare }
}

const wordsOf = ({ itemId, form }: PreparedPoll) => ({ itemId, form })
