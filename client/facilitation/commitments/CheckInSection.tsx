// At the foot of the panel: who has accepted the ground rules, by department, and the way to accept them oneself.
import { Button, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { isCheckInNow } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { hasCheckedIn } from '#shared/facilitation/check-in.ts'
import { CheckInForm } from './CheckInForm.tsx'
import classes from './CheckInSection.module.css'
import { Commitments } from './Commitments.tsx'
import { checkInProgress, hasAnswered, lateRules } from './check-in-view.ts'
import { commitmentTexts } from './texts-commitments.ts'

export function CheckInSection() {
  const t = useTexts(commitmentTexts)
  const [opened, setOpened] = useState<'form' | 'list' | null>(null)
  const me = useMe()
  const view = useFacilitation((state) => state.view)
  const present = useFacilitation((state) => state.present)
  const { checkIn } = view
  const { done, all, departments } = useMemo(() => checkInProgress(view, present), [view, present])
  // Then the form, or the card that asks for it, stands in the middle of the panel already.
  const isAsked = isCheckInNow(view) || lateRules(view, me) !== null
  const mayAnswer = me !== null && me.role !== 'observer' && !hasAnswered(view, me.personId)
  const close = () => setOpened(null)
  return (
    <section className={classes.checkIn} aria-labelledby="check-in-heading">
      <div className={panel.heading}>
        <h2 id="check-in-heading" className={classes.title}>
          {t('checkIn')}
        </h2>
        <button type="button" className={classes.count} onClick={() => setOpened('list')}>
          <VisuallyHidden>{t('people')}: </VisuallyHidden>
          {t('count', { done, all })}
        </button>
      </div>
      {mayAnswer && !isAsked && (
        <Button variant="default" className={classes.open} onClick={() => setOpened('form')}>
          <span className={classes.long}>{t('open')}</span>
          <span className={classes.brief}>{t('rules')}</span>
        </Button>
      )}
      <ul className={classes.departments}>
        {departments.map(({ mark, members, done: of }) => {
          const title = mark?.title ?? t('noDepartment')
          return (
            <li key={mark?.place ?? -1} className={classes.department}>
              <span className={classes.label} aria-hidden="true">
                {title}
              </span>
              {members.length > 8 ? (
                <span className={panel.figures} aria-hidden="true">
                  {t('count', { done: of, all: members.length })}
                </span>
              ) : (
                [...members]
                  .map(({ personId }) => ({ personId, isIn: hasCheckedIn(checkIn, personId) }))
                  .sort((a, b) => Number(b.isIn) - Number(a.isIn))
                  .map(({ personId, isIn }) => (
                    <DepartmentShape key={personId} place={mark?.place ?? -1} isFilled={isIn} />
                  ))
              )}
              <VisuallyHidden>
                {t('ofDepartment', { department: title, done: of, all: members.length })}
              </VisuallyHidden>
            </li>
          )
        })}
      </ul>
      <Dialog isOpen={opened !== null} onClose={close} title={t('checkIn')}>
        {opened === 'form' ? (
          <CheckInForm onDone={close} />
        ) : (
          <Commitments onEdit={() => setOpened('form')} />
        )}
      </Dialog>
    </section>
  )
}
