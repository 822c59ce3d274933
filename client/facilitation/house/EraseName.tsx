// For facilitators: erases what somebody is called. Asked about once, since an erased name is gone for good.
import { useState } from 'react'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useAsker, useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonId } from '#shared/ids.ts'
import { EraseQuestion } from './EraseQuestion.tsx'
import { renamePerson } from './rename-person.ts'
import { houseTexts } from './texts-house.ts'

export function EraseName({ personId }: { personId: PersonId }) {
  const t = useTexts(houseTexts)
  const asker = useAsker()
  const name = useFacilitation(({ names }) => names[personId])
  const [isAsking, setAsking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  if (!name) return null
  const erase = () => {
    setFailed(false)
    renamePerson(asker, personId, null).then(
      () => announce(t('erased')),
      () => setFailed(true),
    )
  }
  if (!isAsking)
    return (
      <TextButton aria-label={t('eraseNameOf', { name })} onClick={() => setAsking(true)}>
        {t('eraseName')}
      </TextButton>
    )
  return (
    <EraseQuestion
      label={t('eraseNameOf', { name })}
      question={t('eraseSure')}
      failure={hasFailed ? t('nameFailed') : null}
      keep={t('keepName')}
      onKeep={() => setAsking(false)}
    >
      <TextButton onClick={erase}>{t('eraseYes')}</TextButton>
    </EraseQuestion>
  )
}
