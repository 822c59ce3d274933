// Erases oneself: says first what goes and what stays, and asks once, since nothing brings it back.
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { sendToWorkshop } from '#client/ui/api.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './data.module.css'
import { erasureTexts } from './erasure-texts.ts'

export function EraseMyself({ seat }: { seat: RoomSeat }) {
  const t = useTexts(erasureTexts)
  const failureText = useFailureText()
  const [step, setStep] = useState<'waiting' | 'asking' | 'erasing'>('waiting')
  const [failure, setFailure] = useState<unknown>(null)
  const erase = () => {
    if (step === 'erasing') return
    setStep('erasing')
    setFailure(null)
    // The room hears that we are gone, and shows it.
    sendToWorkshop(seat, `/people/${seat.personId}`, { method: 'DELETE' }).catch((reason: unknown) => {
      setStep('asking')
      setFailure(reason)
    })
  }
  return (
    <section className={classes.part} aria-labelledby="data-mine">
      <h3 id="data-mine">{t('mine')}</h3>
      <p>{t('goes')}</p>
      <p>{t('stays')}</p>
      {step === 'waiting' ? (
        <div className={classes.deed}>
          <Button variant="default" onClick={() => setStep('asking')}>
            {t('eraseMe')}
          </Button>
        </div>
      ) : (
        <fieldset className={classes.sure} aria-label={t('eraseMe')}>
          <p
            role={failure === null ? undefined : 'alert'}
            className={failure === null ? '' : classes.failure}
          >
            {failure === null ? t('eraseMeSure') : failureText(failure)}
          </p>
          <Group gap="xs">
            {/* The question has come where the button was: the focus goes with it, to the harmless answer. */}
            <Button variant="default" ref={takeFocus} onClick={() => setStep('waiting')}>
              {t('keepMe')}
            </Button>
            <Button color="red" aria-disabled={step === 'erasing'} onClick={erase}>
              {step === 'erasing' ? t('erasing') : t('eraseMeNow')}
            </Button>
          </Group>
        </fieldset>
      )}
    </section>
  )
}

/** One and the same function: it is called when the button comes, not each time it is drawn. Both answers are to be seen. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus()
  element?.closest('fieldset')?.scrollIntoView({ block: 'nearest' })
}
