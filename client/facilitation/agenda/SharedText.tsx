// A field for words that all facilitators share; when somebody else changed them meanwhile, it says so and lets one choose.
import { Textarea } from '@mantine/core'
import panel from '#client/facilitation/panel/panel.module.css'
import { TheirText } from '#client/facilitation/two-writers/TheirText.tsx'
import { useSharedDraft } from '#client/facilitation/two-writers/use-shared-draft.ts'
import { explainedHere } from '#client/facilitation/two-writers/use-words.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import type { ItemChange } from '#shared/facilitation/agenda-items.ts'
import { itemNow } from './item-now.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'

const savedAfterMs = 800
const lengths = { purpose: 280, script: 2_000, notes: 4_000 }

type Props = { item: AgendaItem; field: keyof typeof lengths }

export function SharedText({ item, field }: Props) {
  const t = useTexts(agendaEditTexts)
  const { send, store } = useRoom()
  const { itemId } = item
  // Words have an undo of their own while they are written; each pause of it needs none here.
  const save = (text: string, before: string) => {
    const change: ItemChange = { [field]: text || null }
    const was: ItemChange = { [field]: before || null }
    return send({ type: 'item.change', itemId, change, was }, explainedHere)
  }
  const read = () => itemNow(store.getState(), itemId)?.[field] ?? ''
  const draft = useSharedDraft(item[field] ?? '', { read, save }, savedAfterMs)
  return (
    <div>
      <Textarea
        label={t(field)}
        description={t(`${field}Hint`)}
        classNames={{ description: panel.description }}
        maxLength={lengths[field]}
        autosize
        minRows={field === 'purpose' ? 1 : 2}
        maxRows={12}
        {...draft.field}
      />
      <TheirText theirs={draft.theirs} onKeep={draft.keepMine} onTake={draft.takeTheirs} />
    </div>
  )
}
