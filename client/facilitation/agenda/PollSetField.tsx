// Which questions belong to an item: they are ready to be asked when it runs.
import { Select } from '@mantine/core'
import type { AgendaRow } from '#client/facilitation/selectors.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { pollSets } from '#shared/templates/poll-sets.ts'
import type { RowEditing } from './AgendaRow.tsx'
import { changed } from './agenda-edits.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'

const none = 'none'

export function PollSetField({ row: { item }, edits }: RowEditing & { row: AgendaRow }) {
  const t = useTexts(agendaEditTexts)
  const language = useLanguage()
  const known = pollSets.map(({ id, title }) => ({ value: id, label: title[language] }))
  // A workshop from before may name a set that is gone.
  const isUnknown = item.pollSetId && known.every(({ value }) => value !== item.pollSetId)
  const all = isUnknown ? [...known, { value: item.pollSetId ?? none, label: item.pollSetId ?? none }] : known
  return (
    <Select
      label={t('pollSet')}
      data={[{ value: none, label: t('pollSetNone') }, ...all]}
      value={item.pollSetId ?? none}
      allowDeselect={false}
      onChange={(value) => {
        const pollSetId = value === none || value === null ? null : value
        if (pollSetId !== (item.pollSetId ?? null)) void edits.make(changed(item, { pollSetId }))
      }}
    />
  )
}
