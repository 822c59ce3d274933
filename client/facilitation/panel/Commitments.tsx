// Who has checked in and with which commitment; one's own can be changed from here.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { departmentOf, groupOf } from '#client/facilitation/selectors.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './PeopleList.module.css'
import panel from './panel.module.css'

type Props = { onEdit: () => void }

export function Commitments({ onEdit }: Props) {
  const t = useTexts(panelTexts)
  const me = useMe()
  const personName = usePersonName()
  const { departments } = useFacilitation((state) => state.view.info)
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const checkIn = useFacilitation((state) => state.view.checkIn)
  const group = useMemo(() => groupOf(people, checkIn, present), [people, checkIn, present])
  const mine = me ? checkIn.commitments[me.personId] : undefined
  return (
    <>
      {group.length === 0 && <p>{t('peopleEmpty')}</p>}
      <ul>
        {group.map(({ personId }) => {
          const commitment = checkIn.commitments[personId]
          const mark = departmentOf(people, departments, personId)
          return (
            <li key={personId} className={classes.person}>
              <DepartmentShape place={mark?.place ?? -1} isFilled={commitment !== undefined} />
              <span className={classes.text}>
                <span className={classes.name}>
                  {personId === me?.personId ? t('you') : personName(personId)}
                </span>
                <span className={commitment?.promise ? undefined : `${panel.small} ${panel.dimmed}`}>
                  {commitment ? (commitment.promise ?? t('promiseNone')) : t('promiseMissing')}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      {mine && (
        <Button variant="default" mt="md" onClick={onEdit}>
          {mine.promise ? t('checkInChange') : t('checkInAdd')}
        </Button>
      )}
    </>
  )
}
