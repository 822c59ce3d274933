// Before the start, for whoever is early: when it begins, who else is here, and what the group will agree on.
import { useId, useMemo } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { departmentOf, isWaitingForStart, roster } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe, usePersonName, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Before.module.css'
import { StartSection } from './StartSection.tsx'
import { sessionTexts } from './texts-session.ts'

export function WaitingSection() {
  const t = useTexts(sessionTexts)
  return (
    <StartSection aside={<StartsIn />} hint={t('waits')}>
      <Here />
    </StartSection>
  )
}

/** Only when it is near: what is far off is in the heading. */
function StartsIn() {
  const t = useTexts(sessionTexts)
  const now = useServerNow(1_000)
  const { plannedFor } = useFacilitation((state) => state.view.sessions)
  const minutes = plannedFor === null ? null : Math.ceil((plannedFor - now) / 60_000)
  if (minutes === null || minutes > 90) return null
  return (
    <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
      {minutes > 0 ? t('startsIn', { count: minutes }) : t('startsSoon')}
    </span>
  )
}

const mostNamed = 12

function Here() {
  const t = useTexts(sessionTexts)
  const headingId = useId()
  const me = useMe()
  const personName = usePersonName()
  const { departments } = useFacilitation((state) => state.view.info)
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const others = useMemo(
    () => roster(people, present).filter(({ isHere, person }) => isHere && person.personId !== me?.personId),
    [people, present, me],
  )
  return (
    <>
      <h3 id={headingId} className={classes.heading}>
        {t('here')}
      </h3>
      {others.length === 0 && <p className={`${panel.small} ${panel.dimmed}`}>{t('hereOnlyYou')}</p>}
      <ul className={classes.people} aria-labelledby={headingId}>
        {others.slice(0, mostNamed).map(({ person: { personId } }) => (
          <li key={personId} className={classes.person}>
            <DepartmentShape place={departmentOf(people, departments, personId)?.place ?? -1} />
            <span>{personName(personId)}</span>
          </li>
        ))}
        {others.length > mostNamed && (
          <li className={panel.dimmed}>{t('more', { count: others.length - mostNamed })}</li>
        )}
      </ul>
    </>
  )
}

/** Of its own: what is due since the last session stands between. */
export function WaitingRules() {
  const t = useTexts(sessionTexts)
  const headingId = useId()
  const me = useMe()
  const isWaiting = useFacilitation(({ view }) => isWaitingForStart(view))
  const { rules } = useFacilitation((state) => state.view.checkIn)
  if (!me || me.role === 'facilitator' || !isWaiting || rules.length === 0) return null
  return (
    <section className={panel.section} aria-labelledby={headingId}>
      <div className={panel.heading}>
        <h2 id={headingId}>{t('rules')}</h2>
      </div>
      <ul className={classes.rules} aria-labelledby={headingId}>
        {rules.map(({ ruleId, rule }) => (
          <li key={ruleId}>{rule}</li>
        ))}
      </ul>
    </section>
  )
}
