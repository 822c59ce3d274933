// At the foot of the panel: who has accepted the ground rules, by department, and the way to accept them oneself.
import { Button, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { type DepartmentMark, isCheckInNow } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { departmentStyle } from '#client/ui/department-shapes.ts'
import { useTexts } from '#client/ui/texts.ts'
import { hasCheckedIn } from '#shared/facilitation/check-in.ts'
import { CheckInForm } from './CheckInForm.tsx'
import classes from './CheckInSection.module.css'
import { Commitments } from './Commitments.tsx'
import { checkInProgress, hasAnswered, isAfterwards, lateRules } from './check-in-view.ts'
import { commitmentTexts } from './texts-commitments.ts'

/** As many as stand beside the department's name in half of the panel's width. */
const mostShapes = 4
/** Some are drawn as outlines always, and would look as if nobody had checked in. */
const canFill = (mark: DepartmentMark | null) => mark !== null && !departmentStyle(mark.place).isOutlined

export function CheckInSection() {
  const t = useTexts(commitmentTexts)
  const [opened, setOpened] = useState<'form' | 'list' | null>(null)
  const me = useMe()
  const view = useFacilitation((state) => state.view)
  const present = useFacilitation((state) => state.present)
  const { checkIn } = view
  const { done, all, departments } = useMemo(() => checkInProgress(view, present), [view, present])
  const late = lateRules(view, me)
  // In the check-in the form stands in the middle of the panel already.
  const isElsewhere = isCheckInNow(view) || isAfterwards(view)
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
      {mayAnswer && !isElsewhere && (
        <Button
          variant="default"
          className={classes.open}
          data-late={late !== null || undefined}
          onClick={() => setOpened('form')}
        >
          <span className={classes.long}>{t(late?.isChange ? 'changedTitle' : 'open')}</span>
          <span className={classes.brief}>{t(late?.isChange ? 'changedTitle' : 'rules')}</span>
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
              {!canFill(mark) || members.length > mostShapes ? (
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
