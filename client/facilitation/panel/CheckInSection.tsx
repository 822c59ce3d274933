// At the foot of the panel: who has accepted the ground rules, by department, and the way to accept them oneself.
import { Button, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import { byDepartment, groupOf, isCheckInNow } from '#client/facilitation/selectors.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { CheckInForm } from './CheckInForm.tsx'
import classes from './CheckInSection.module.css'
import { Commitments } from './Commitments.tsx'
import { Dialog } from './Dialog.tsx'
import panel from './panel.module.css'

export function CheckInSection() {
  const t = useTexts(panelTexts)
  const [opened, setOpened] = useState<'form' | 'list' | null>(null)
  const me = useMe()
  const { departments } = useFacilitation((state) => state.view.info)
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const checkIn = useFacilitation((state) => state.view.checkIn)
  const group = useMemo(() => groupOf(people, checkIn, present), [people, checkIn, present])
  const hasAccepted = ({ personId }: { personId: keyof typeof people }) =>
    checkIn.commitments[personId] !== undefined
  const done = group.filter(hasAccepted).length
  // Then the form stands in the middle of the panel already.
  const isOnItem = useFacilitation(({ view }) => isCheckInNow(view))
  const isMine = me !== null && hasAccepted(me)
  const close = () => setOpened(null)
  return (
    <section className={classes.checkIn} aria-labelledby="check-in-heading">
      <div className={panel.heading}>
        <h2 id="check-in-heading" className={classes.title}>
          {t('checkIn')}
        </h2>
        <button type="button" className={classes.count} onClick={() => setOpened('list')}>
          <VisuallyHidden>{t('checkInPeople')}: </VisuallyHidden>
          {t('checkInCount', { done, all: group.length })}
        </button>
      </div>
      {me && me.role !== 'observer' && !isMine && !isOnItem && (
        <Button variant="default" className={classes.open} onClick={() => setOpened('form')}>
          <span className={classes.long}>{t('checkInOpen')}</span>
          <span className={classes.brief}>{t('checkInRules')}</span>
        </Button>
      )}
      <ul className={classes.departments}>
        {byDepartment(group, departments).map(({ mark, members }) => {
          const accepted = members.filter(hasAccepted).length
          const title = mark?.title ?? t('noDepartment')
          return (
            <li key={mark?.place ?? -1} className={classes.department}>
              <span className={classes.label} aria-hidden="true">
                {title}
              </span>
              {[...members]
                .sort((a, b) => Number(hasAccepted(b)) - Number(hasAccepted(a)))
                .slice(0, 8)
                .map((person) => (
                  <DepartmentShape
                    key={person.personId}
                    place={mark?.place ?? -1}
                    isFilled={hasAccepted(person)}
                  />
                ))}
              <VisuallyHidden>
                {t('checkInDepartment', { department: title, done: accepted, all: members.length })}
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
