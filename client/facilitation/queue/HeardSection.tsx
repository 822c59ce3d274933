// For facilitators: who has not been heard yet, with the floor one click away, and how the time spoken is shared.
import { useMemo, useState } from 'react'
import { Department } from '#client/facilitation/panel/Department.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { departmentOf } from '#client/facilitation/selectors.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { departmentStyle } from '#client/ui/department-shapes.ts'
import { formatClock, formatShare } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import { isSessionOver } from '#shared/facilitation/sessions.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './HeardSection.module.css'
import { departmentShares, notHeard, personShares, type Share } from './heard.ts'
import { queueTexts } from './texts-queue.ts'

/** As many as can be taken in at a glance. */
const shownAtOnce = 4

export function HeardSection() {
  const isFacilitator = useMe()?.role === 'facilitator'
  // Before anybody has spoken there is nothing to be seen in it.
  const hasSpoken = useFacilitation(({ view }) => Object.keys(view.hands.spokenMs).length > 0)
  // Then nobody can be given the floor any more.
  const isOver = useFacilitation(({ view }) => isSessionOver(view.sessions))
  if (!isFacilitator || !hasSpoken) return null
  return (
    <>
      {!isOver && <NotHeard />}
      <Shares />
    </>
  )
}

function NotHeard() {
  const t = useTexts(queueTexts)
  const people = useFacilitation((state) => state.view.people)
  const hands = useFacilitation((state) => state.view.hands)
  const present = useFacilitation((state) => state.present)
  const [isWhole, setWhole] = useState(false)
  const { waiting, all } = useMemo(() => notHeard(people, hands, present), [people, hands, present])
  if (all === 0) return null
  const shown = isWhole ? waiting : waiting.slice(0, shownAtOnce)
  return (
    <section className={panel.section} aria-labelledby="not-heard-heading">
      <div className={panel.heading}>
        <h2 id="not-heard-heading">{t('notHeard')}</h2>
        {waiting.length > 0 && (
          <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
            {t('notHeardCount', { count: waiting.length, all })}
          </span>
        )}
      </div>
      {waiting.length === 0 && <p className={`${panel.small} ${panel.dimmed}`}>{t('notHeardNobody')}</p>}
      <ul>
        {shown.map(({ personId }) => (
          <Silent key={personId} personId={personId} />
        ))}
      </ul>
      {waiting.length > shown.length && (
        <TextButton onClick={() => setWhole(true)}>{t('showAll')}</TextButton>
      )}
    </section>
  )
}

function Silent({ personId }: { personId: PersonId }) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  const name = usePersonName()(personId)
  const people = useFacilitation((state) => state.view.people)
  const departments = useFacilitation((state) => state.view.info.departments)
  const isRound = useFacilitation((state) => isUnderWay(state.view.feedback))
  return (
    <li className={classes.silent}>
      <Department mark={departmentOf(people, departments, personId)} isTitleHidden />
      <span className={classes.name}>{name}</span>
      {!isRound && (
        // A refusal is told by the store's notice.
        <TextButton
          aria-label={t('giveFloorName', { name })}
          onClick={() => void send({ type: 'floor.give', personId })}
        >
          {t('giveFloor')}
        </TextButton>
      )}
    </li>
  )
}

function Shares() {
  const t = useTexts(queueTexts)
  const people = useFacilitation((state) => state.view.people)
  const hands = useFacilitation((state) => state.view.hands)
  const departments = useFacilitation((state) => state.view.info.departments)
  const shares = useMemo(() => departmentShares(people, hands, departments), [people, hands, departments])
  if (shares.length === 0) return null
  const longest = Math.max(...shares.flatMap(({ ofTime, ofPeople }) => [ofTime, ofPeople]))
  return (
    <section className={panel.section} aria-labelledby="shares-heading">
      <div className={panel.heading}>
        <h2 id="shares-heading">{t('shares')}</h2>
        <span className={`${panel.aside} ${panel.small} ${panel.dimmed}`}>{t('sharesTick')}</span>
      </div>
      <ul>
        {shares.map((share) => (
          <ShareRow key={share.place} share={share} longest={longest} />
        ))}
      </ul>
      <details className={panel.more}>
        <summary>{t('byPerson')}</summary>
        <p className={`${panel.small} ${panel.dimmed}`}>{t('onlyYou')}</p>
        <ul>
          {personShares(hands).map(({ personId, ms }) => (
            <PersonRow key={personId} personId={personId} ms={ms} />
          ))}
        </ul>
      </details>
    </section>
  )
}

function ShareRow({ share, longest }: { share: Share; longest: number }) {
  const t = useTexts(queueTexts)
  const none = useTexts(panelTexts)('noDepartment')
  const language = useLanguage()
  const { place, ofTime, ofPeople } = share
  const title = share.title ?? none
  const percent = (part: number) => `${(100 * part) / longest}%`
  return (
    <li
      className={classes.share}
      aria-label={t('shareAloud', {
        title,
        share: formatShare(ofTime, language),
        people: formatShare(ofPeople, language),
      })}
    >
      <DepartmentShape place={place} />
      <span className={classes.title}>{title}</span>
      <span className={classes.track}>
        <span
          className={classes.bar}
          style={{
            width: percent(ofTime),
            background: place < 0 ? 'var(--mantine-color-dimmed)' : departmentStyle(place).color,
          }}
        />
        <span className={classes.tick} style={{ insetInlineStart: percent(ofPeople) }} />
      </span>
      <span className={`${panel.figures} ${classes.percent}`}>{formatShare(ofTime, language)}</span>
    </li>
  )
}

function PersonRow({ personId, ms }: { personId: PersonId; ms: number }) {
  const name = usePersonName()(personId)
  return (
    <li className={classes.person}>
      <span className={classes.name}>{name}</span>
      <span className={`${panel.small} ${panel.figures}`}>{formatClock(Math.floor(ms / 1000) * 1000)}</span>
    </li>
  )
}
