// The window in which an action is written or changed; it steps aside while its card is picked on the board.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { ActionForm } from './ActionForm.tsx'
import { actionDraft, closeDraft, forgetDraft } from './action-draft.ts'
import { actionTexts } from './texts-actions.ts'

export function ActionDialog() {
  const t = useTexts(actionTexts)
  const { draft, isPicking } = useStore(actionDraft)
  useEffect(() => forgetDraft, [])
  return (
    <Dialog
      isOpen={draft !== null && !isPicking}
      onClose={closeDraft}
      title={t(draft?.actionId ? 'editTitle' : 'newTitle')}
    >
      {draft && <ActionForm draft={draft} />}
    </Dialog>
  )
}
