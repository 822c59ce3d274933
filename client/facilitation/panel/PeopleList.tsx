// Everyone in the workshop: who is here now, in which role, from which department.
import { useMemo } from 'react'
import { AbsentPeople } from '#client/facilitation/house/AbsentPeople.tsx'
import { RemovedPeople, RoomLock } from '#client/facilitation/house/DoorTools.tsx'
import { PersonTools } from '#client/facilitation/house/PersonTools.tsx'
import { houseTexts } from '#client/facilitation/house/texts-house.ts'
import { seatTexts } from '#client/facilitation/house/texts-seats.ts'
import { MyPresence } from '#client/facilitation/presence/MyPresence.tsx'
import { presenceTexts } from '#client/facilitation/presence/texts-presence.ts'
import { type DepartmentMark, departmentOf, roster } from '#client/facilitation/selectors.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe, usePersonName } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Person } from '#shared/facilitation/people.ts'
import classes from './PeopleList.module.css'
import panel from './panel.module.css'

export function PeopleList() {
  const t = useTexts(panelTexts)
  const { departments } = useFacilitation((state) => state.view.info)
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const isKnown = useMe() !== null
  const everyone = useMemo(() => roster(people, present), [people, present])
  return (
    <section aria-labelledby="people-heading">
      <div className={panel.heading}>
        <h2 id="people-heading">{t('people')}</h2>
        {isKnown && (
          <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
            {t('here', { count: everyone.filter(({ isHere }) => isHere).length })}
          </span>
        )}
      </div>
      <MyPresence />
      <RoomLock />
      {isKnown && everyone.length === 0 && <p className={panel.dimmed}>{t('peopleEmpty')}</p>}
      <ul>
        {everyone.map(({ person, isHere }) => (
          <PersonRow
            key={person.personId}
            person={person}
            isHere={isHere}
            mark={departmentOf(people, departments, person.personId)}
          />
        ))}
      </ul>
      <RemovedPeople />
      <AbsentPeople />
    </section>
  )
}

type RowProps = { person: Person; isHere: boolean; mark: DepartmentMark | null }

function PersonRow({ person, isHere, mark }: RowProps) {
  const t = useTexts(panelTexts)
  const house = useTexts(houseTexts)
  const leads = useFacilitation(({ view }) => view.chair.takenBy === person.personId)
  const me = useMe()
  const name = usePersonName()(person.personId)
  const presence = useTexts(presenceTexts)
  const state = useFacilitation(({ states }) => states[person.personId])
  const seats = useTexts(seatTexts)
  const language = useLanguage()
  const cameBack = wasLately(person.takenUpAt)
    ? seats('cameBack', { time: formatTime(person.takenUpAt, language) })
    : null
  const facts = [
    mark?.title ?? null,
    person.role === 'participant' ? null : person.isCo ? house('coFacilitator') : t(person.role),
    leads ? house('leadsNow') : null,
    state ? presence(state) : isHere ? null : t('away'),
    cameBack,
  ].filter((fact) => fact !== null)
  return (
    <li className={classes.person}>
      <DepartmentShape place={mark?.place ?? -1} isFilled={isHere && !state} />
      <span className={classes.text}>
        <span className={classes.name}>
          {person.personId === me?.personId ? `${name} (${t('you')})` : name}
        </span>
        <span className={`${panel.small} ${panel.dimmed}`}>{facts.join(' · ')}</span>
      </span>
      <PersonTools person={person} />
    </li>
  )
}

/** For as long as a sitting may last: whoever sees a name must be able to see that somebody else may have come as it. */
const wasLately = (at: number | undefined): at is number =>
  at !== undefined && Date.now() - at < 12 * 3_600_000
