// While the check-in is what the group is doing: the form itself, and afterwards how far the others are.
import { useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { hasCheckedIn } from '#shared/facilitation/check-in.ts'
import { CheckInForm } from './CheckInForm.tsx'
import { hasAnswered } from './check-in-view.ts'
import { ProgressLine } from './ProgressLine.tsx'
import { Reservations } from './Reservations.tsx'
import { commitmentTexts } from './texts-commitments.ts'

export function CheckInNow() {
  const t = useTexts(commitmentTexts)
  const me = useMe()
  const view = useFacilitation((state) => state.view)
  const [isOpen, setOpen] = useState(false)
  if (!me) return null
  const close = () => setOpen(false)
  return (
    <>
      {me.role !== 'observer' &&
        (hasAnswered(view, me.personId) ? (
          <>
            <p className={panel.small}>{t(hasCheckedIn(view.checkIn, me.personId) ? 'done' : 'doneOpen')}</p>
            <TextButton onClick={() => setOpen(true)}>{t('look')}</TextButton>
            <Dialog isOpen={isOpen} onClose={close} title={t('checkIn')}>
              <CheckInForm onDone={close} />
            </Dialog>
          </>
        ) : (
          <CheckInForm isShort />
        ))}
      <ProgressLine />
      <Reservations />
    </>
  )
}
