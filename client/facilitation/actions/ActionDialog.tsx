// The window in which an action is written or changed; it steps aside while its card is picked on the board.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { ActionForm } from './ActionForm.tsx'
import { actionDraft, closeDraft, forgetDraft } from './action-draft.ts'
import { actionTexts } from './texts-actions.ts'

/** Whom the server is asked as. */
export type Asker = { workshopId: WorkshopId; role: LinkKind }

export function ActionDialog({ asker }: { asker: Asker }) {
  const t = useTexts(actionTexts)
  const { draft, isPicking } = useStore(actionDraft)
  useEffect(() => forgetDraft, [])
  return (
    <Dialog
      isOpen={draft !== null && !isPicking}
      onClose={closeDraft}
      title={t(draft?.actionId ? 'editTitle' : 'newTitle')}
    >
      {draft && <ActionForm draft={draft} asker={asker} />}
    </Dialog>
  )
}
