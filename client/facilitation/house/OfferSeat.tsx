// For facilitators: a new way in for somebody who has lost theirs. Says first what the link does, then shows it once.
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useAsker, useFacilitation, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { formatDate } from '#client/ui/format.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { OfferedSeat } from '#shared/access/api.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './house.module.css'
import { offerSeat } from './offer-seat.ts'
import { seatTexts } from './texts-seats.ts'

export function OfferSeat({ personId }: { personId: PersonId }) {
  const t = useTexts(seatTexts)
  const asker = useAsker()
  const name = usePersonName()(personId)
  const [step, setStep] = useState<'waiting' | 'asking' | 'making' | 'failed'>('waiting')
  const takenUpAt = useFacilitation(({ confirmed }) => confirmed.people[personId]?.takenUpAt)
  const [made, setMade] = useState<{ offered: OfferedSeat; lastTakenUpAt: number | undefined } | null>(null)
  const make = () => {
    if (step === 'making') return
    setStep('making')
    offerSeat(asker, personId).then(
      (offered) => {
        setMade({ offered, lastTakenUpAt: takenUpAt })
        setStep('waiting')
        announce(t('made', { name }))
      },
      () => setStep('failed'),
    )
  }
  // Once it was opened it is worth nothing.
  if (made && made.lastTakenUpAt === takenUpAt) return <MadeLink name={name} offered={made.offered} />
  if (step === 'waiting')
    return (
      <TextButton aria-label={t('offerFor', { name })} onClick={() => setStep('asking')}>
        {t('offer')}
      </TextButton>
    )
  const hasFailed = step === 'failed'
  return (
    <fieldset className={classes.sure} aria-label={t('offerFor', { name })}>
      <p className={panel.small} role={hasFailed ? 'alert' : undefined}>
        {hasFailed ? t('failed') : t('offerWhat', { name })}
      </p>
      {/* The question has come where the button was: the focus goes with it, to the harmless answer. */}
      <TextButton ref={takeFocus} onClick={() => setStep('waiting')}>
        {t('notNow')}
      </TextButton>
      <TextButton aria-disabled={step === 'making'} onClick={make}>
        {t(step === 'making' ? 'making' : 'make')}
      </TextButton>
    </fieldset>
  )
}

/** The button to copy it stands where the one to make it was, and has the focus. */
function MadeLink({ name, offered }: { name: string; offered: OfferedSeat }) {
  const t = useTexts(seatTexts)
  const language = useLanguage()
  return (
    <div className={classes.made} ref={takeFocusWithin}>
      <p className={panel.small}>{t('ready', { until: formatDate(offered.until, language) })}</p>
      <CopyButton value={offered.link} what={t('linkOf', { name })} />
    </div>
  )
}

/** One and the same function each: it is called when the element comes, not each time it is drawn. */
const takeFocus = (element: HTMLElement | null) => element?.focus()
const takeFocusWithin = (element: HTMLElement | null) => element?.querySelector('button')?.focus()
