// For facilitators: erases somebody with all that was theirs alone. Asked about once, and says what goes and what stays.
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useAsker, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { sendToWorkshop } from '#client/ui/api.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './house.module.css'
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
  const hasFailed = step === 'failed'
  return (
    <fieldset className={classes.sure} aria-label={t('erasePersonOf', { name })}>
      <p className={panel.small} role={hasFailed ? 'alert' : undefined}>
        {t(hasFailed ? 'personNotErased' : 'erasePersonSure')}
      </p>
      {/* The question has come where the button was: the focus goes with it, to the harmless answer. */}
      <TextButton ref={takeFocus} onClick={() => setStep('waiting')}>
        {t('keepPerson')}
      </TextButton>
      <TextButton aria-disabled={step === 'erasing'} onClick={erase}>
        {t(step === 'erasing' ? 'erasingPerson' : 'erasePersonYes')}
      </TextButton>
    </fieldset>
  )
}

/** One and the same function: it is called when the button comes, not each time it is drawn. */
const takeFocus = (element: HTMLElement | null) => element?.focus()
