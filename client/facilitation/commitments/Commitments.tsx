// Who has checked in and with which commitment, by department; one's own can be changed from here.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useMe, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { hasCheckedIn } from '#shared/facilitation/check-in.ts'
import classes from './Commitments.module.css'
import { checkInProgress } from './check-in-view.ts'
import { Reservations } from './Reservations.tsx'
import { commitmentTexts } from './texts-commitments.ts'

type Props = { onEdit: () => void }

export function Commitments({ onEdit }: Props) {
  const t = useTexts(commitmentTexts)
  const me = useMe()
  const personName = usePersonName()
  const view = useFacilitation((state) => state.view)
  const present = useFacilitation((state) => state.present)
  const { checkIn } = view
  const { departments } = useMemo(() => checkInProgress(view, present), [view, present])
  const mine = me ? checkIn.commitments[me.personId] : undefined
  return (
    <>
      {departments.length === 0 && <p>{t('nobody')}</p>}
      {departments.map(({ mark, members, done }) => {
        const title = mark?.title ?? t('noDepartment')
        return (
          <section key={mark?.place ?? -1} className={classes.department}>
            <h3 className={classes.heading}>
              <span>{title}</span>
              <span className={`${panel.small} ${panel.dimmed} ${panel.figures}`}>
                {t('count', { done, all: members.length })}
              </span>
            </h3>
            <ul>
              {members.map(({ personId }) => {
                const promise = checkIn.commitments[personId]?.promise
                const isIn = hasCheckedIn(checkIn, personId)
                return (
                  <li key={personId} className={classes.person}>
                    <DepartmentShape place={mark?.place ?? -1} isFilled={isIn} />
                    <span className={classes.text}>
                      <span className={classes.name}>
                        {personId === me?.personId ? t('you') : personName(personId)}
                      </span>
                      {promise && <span>{promise}</span>}
                      {(!promise || !isIn) && (
                        <span className={`${panel.small} ${panel.dimmed}`}>
                          {t(isIn ? 'checkedIn' : 'notYet')}
                        </span>
                      )}
                    </span>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
      <Reservations />
      {me && me.role !== 'observer' && mine && (
        <Button variant="default" mt="md" onClick={onEdit}>
          {t(mine.promise ? 'change' : 'add')}
        </Button>
      )}
    </>
  )
}
