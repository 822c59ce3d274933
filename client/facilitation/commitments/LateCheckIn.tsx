// A quiet card for whoever came after the check-in, or when a rule has changed since: it waits, and nothing is blocked.
// Beside the board it would push the queue down: there the foot of the panel asks in its place (CheckInSection).
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { CheckInForm } from './CheckInForm.tsx'
import classes from './CheckInSection.module.css'
import { lateRules } from './check-in-view.ts'
import { commitmentTexts } from './texts-commitments.ts'

export function LateCheckIn() {
  const t = useTexts(commitmentTexts)
  const view = useFacilitation((state) => state.view)
  const me = useFacilitation((state) => state.me)
  const [isOpen, setOpen] = useState(false)
  const late = lateRules(view, me)
  const close = () => setOpen(false)
  return (
    <>
      {late && (
        <section
          className={`${panel.section} ${classes.late}`}
          aria-labelledby="late-heading"
          data-late-check-in
        >
          <div className={panel.heading}>
            <h2 id="late-heading">{t(late.isChange ? 'changedTitle' : 'lateTitle')}</h2>
          </div>
          <p className={`${panel.small} ${panel.dimmed}`}>{t('lateText', { count: late.count })}</p>
          <Button variant="default" mt="xs" onClick={() => setOpen(true)}>
            {t('lateOpen')}
          </Button>
        </section>
      )}
      {/* Outlives the card, which goes with the last answer. */}
      <Dialog isOpen={isOpen} onClose={close} title={t('rules')}>
        <CheckInForm onDone={close} />
      </Dialog>
    </>
  )
}
