// Renews a link. What cannot be taken back says so before it happens: the old link ends for good.
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './InviteSheet.module.css'
import { inviteTexts } from './invite-texts.ts'

type Props = { what: string; warning: string; onRenew: (endSeats: boolean) => Promise<void> }

export function RenewLink({ what, warning, onRenew }: Props) {
  const t = useTexts(inviteTexts)
  const failureText = useFailureText()
  const [step, setStep] = useState<'closed' | 'asking' | 'renewing' | 'renewed'>('closed')
  const [endSeats, setEndSeats] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const renew = () => {
    if (step === 'renewing') return
    setStep('renewing')
    setFailure(null)
    onRenew(endSeats).then(
      () => {
        setStep('renewed')
        announce(t('renewed'))
      },
      (reason: unknown) => {
        setStep('asking')
        setFailure(reason)
      },
    )
  }

  if (step === 'closed' || step === 'renewed')
    return (
      <div className={classes.renew}>
        {step === 'renewed' && <span className={classes.renewed}>{t('renewed')}</span>}
        <button
          type="button"
          className={classes.renewOpen}
          aria-label={t('renewWhat', { what })}
          onClick={() => setStep('asking')}
        >
          {t('renew')}
        </button>
      </div>
    )
  return (
    <fieldset className={classes.renewAsk} aria-label={t('renewWhat', { what })}>
      <p className={classes.small}>{warning}</p>
      <Checkbox
        checked={endSeats}
        label={t('renewSeats')}
        onChange={(event) => setEndSeats(event.currentTarget.checked)}
      />
      {failure !== null && (
        <p role="alert" className={classes.keep}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={renew} aria-disabled={step === 'renewing'}>
          {t('renewDo')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setStep('closed')}>
          {t('cancel')}
        </Button>
      </div>
    </fieldset>
  )
}
