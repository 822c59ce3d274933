// For facilitators: erases somebody with all that was theirs alone. Asked about once, and says what goes and what stays.
import { useState } from 'react'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useAsker, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { sendToWorkshop } from '#client/ui/api.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonId } from '#shared/ids.ts'
import { EraseQuestion } from './EraseQuestion.tsx'
import { houseTexts } from './texts-house.ts'

export function ErasePerson({ personId }: { personId: PersonId }) {
  const t = useTexts(houseTexts)
  const asker = useAsker()
  const name = usePersonName()(personId)
  const [step, setStep] = useState<'waiting' | 'asking' | 'erasing' | 'failed'>('waiting')
  const erase = () => {
    if (step === 'erasing') return
    setStep('erasing')
    sendToWorkshop(asker, `/people/${personId}`, { method: 'DELETE' }).then(
      () => announce(t('personErased')),
      () => setStep('failed'),
    )
  }
  if (step === 'waiting')
    return (
      <TextButton aria-label={t('erasePersonOf', { name })} onClick={() => setStep('asking')}>
        {t('erasePerson')}
      </TextButton>
    )
  return (
    <EraseQuestion
      label={t('erasePersonOf', { name })}
      question={t('erasePersonSure')}
      failure={step === 'failed' ? t('personNotErased') : null}
      keep={t('keepPerson')}
      onKeep={() => setStep('waiting')}
    >
      <TextButton aria-disabled={step === 'erasing'} onClick={erase}>
        {t(step === 'erasing' ? 'erasingPerson' : 'erasePersonYes')}
      </TextButton>
    </EraseQuestion>
  )
}
