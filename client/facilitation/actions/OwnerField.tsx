// Who owns an action: exactly one person of the workshop, or somebody absent who is named here.
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { PersonId } from '#shared/ids.ts'
import { changeDraft, type Draft } from './action-draft.ts'
import { actionTexts } from './texts-actions.ts'

type Props = { draft: Draft; failure: string | null }

export function OwnerField({ draft, failure }: Props) {
  const t = useTexts(actionTexts)
  const personName = usePersonName()
  const people = useFacilitation((state) => state.view.people)
  const absent = useFacilitation((state) => state.view.actions.absent)
  const named = (ids: readonly string[]) =>
    ids
      .map((id) => ({ value: id, label: personName(PersonId.parse(id)) }))
      .sort((a, b) => a.label.localeCompare(b.label))
  const choose = (value: string) => {
    if (value === 'else') return changeDraft({ ownerId: 'else' })
    const ownerId = PersonId.safeParse(value).data ?? null
    // The owner's department, unless somebody has chosen another.
    const departmentOf = (id: PersonId) => people[id]?.departmentId ?? absent[id]?.departmentId ?? null
    const departmentId = (ownerId && departmentOf(ownerId)) ?? draft.departmentId
    changeDraft({ ownerId, departmentId })
  }
  // Whoever was removed stays the owner until the group decides otherwise.
  const [known] = useState(draft.ownerId)
  const isGone = known !== null && known !== 'else' && !people[known] && !absent[known]
  const away = named(isGone ? [...Object.keys(absent), known] : Object.keys(absent))
  const elsewhere = [...away, { value: 'else', label: t('somebodyElse') }]
  return (
    <>
      <NativeSelect
        label={t('owner')}
        value={draft.ownerId ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('nobody') },
          { group: t('inRoom'), items: named(Object.keys(people)) },
          { group: t('notInRoom'), items: elsewhere },
        ]}
      />
      {draft.ownerId === 'else' && (
        <TextInput
          label={t('absentName')}
          description={t('absentHint')}
          classNames={{ description: panel.description }}
          value={draft.absentName}
          maxLength={60}
          error={failure}
          onChange={(event) => changeDraft({ absentName: event.currentTarget.value })}
        />
      )}
    </>
  )
}
