// A field for words that all facilitators share; when somebody else changed them meanwhile, it says so and lets one choose.
import { Textarea } from '@mantine/core'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import type { ItemChange } from '#shared/facilitation/agenda-items.ts'
import classes from './ItemEditor.module.css'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import { useSharedDraft } from './use-shared-draft.ts'

const savedAfterMs = 800
const lengths = { purpose: 280, script: 2_000, notes: 4_000 }

type Props = { item: AgendaItem; field: keyof typeof lengths }

export function SharedText({ item, field }: Props) {
  const t = useTexts(agendaEditTexts)
  const { send } = useRoom()
  // Words have an undo of their own while they are written; each pause of it needs none here.
  const save = (text: string) => {
    const change: ItemChange = { [field]: text || null }
    return send({ type: 'item.change', itemId: item.itemId, change }, { explains: ['already-done'] })
  }
  const draft = useSharedDraft(item[field] ?? '', save, savedAfterMs)
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
      {draft.theirs !== null && (
        <div role="alert" className={classes.theirs}>
          <p className={panel.small}>{t(draft.theirs === '' ? 'theirsEmpty' : 'theirs')}</p>
          {draft.theirs !== '' && <blockquote>{draft.theirs}</blockquote>}
          <TextButton onClick={draft.keepMine}>{t('keepMine')}</TextButton>
          <TextButton onClick={draft.takeTheirs}>{t('takeTheirs')}</TextButton>
        </div>
      )}
    </div>
  )
}
