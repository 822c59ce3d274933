// The feedback round under way: whose turn it is, who comes next, and what one can do about one's own turn.
import { Button } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import rows from '#client/facilitation/queue/queue-rows.module.css'
import { SpokenTime } from '#client/facilitation/queue/SpeakingRow.tsx'
import { PersonDepartment, Who } from '#client/facilitation/queue/Who.tsx'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type FeedbackRound, isUnderWay } from '#shared/facilitation/feedback-round.ts'
import { eligible } from '#shared/facilitation/people.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './RoundSection.module.css'
import { roundTexts } from './texts-round.ts'

export function RoundSection() {
  const round = useFacilitation((state) => state.view.feedback)
  const me = useMe()
  if (!isUnderWay(round) || !me) return null
  return <Round round={round} me={me.personId} isFacilitator={me.role === 'facilitator'} />
}

type Props = { round: FeedbackRound; me: PersonId; isFacilitator: boolean }

function Round({ round, me, isFacilitator }: Props) {
  const t = useTexts(roundTexts)
  const personName = usePersonName()
  const since = useFacilitation((state) => state.view.hands.speaking?.since)
  const [turn, next] = round.waiting
  if (!turn) return null
  const all = round.waiting.length + round.done.length
  return (
    <section className={panel.section} aria-labelledby="round-heading" data-round>
      <div className={panel.heading}>
        <h2 id="round-heading">{t('round')}</h2>
        <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
          {t('progress', { done: round.done.length + 1, all })}
        </span>
      </div>
      <p className={classes.title}>{round.title}</p>
      <div className={rows.row} data-me={turn === me || undefined} data-speaking>
        <span className={rows.place}>
          <IconMicrophone {...iconProps} />
        </span>
        <Who
          personId={turn}
          below={
            next ? (next === me ? t('followingYou') : t('following', { name: personName(next) })) : t('last')
          }
        />
        {since !== undefined && <SpokenTime since={since} />}
        <PersonDepartment personId={turn} isTitleHidden />
      </div>
      <OwnTurn round={round} me={me} />
      {isFacilitator && <Leading round={round} turn={turn} next={next} />}
    </section>
  )
}

/** A refusal of any of these is told by the store's notice. */
function OwnTurn({ round, me }: { round: FeedbackRound; me: PersonId }) {
  const t = useTexts(roundTexts)
  const { send } = useRoom()
  const place = round.waiting.indexOf(me)
  const outcome = round.done.find(({ personId }) => personId === me)?.outcome
  if (place < 0)
    return outcome ? (
      <p className={`${panel.small} ${panel.dimmed}`}>{t(outcome === 'spoke' ? 'yourDone' : 'yourPassed')}</p>
    ) : null
  const isLast = place === round.waiting.length - 1
  const others = (
    <>
      <TextButton onClick={() => void send({ type: 'feedback.pass' })}>{t('pass')}</TextButton>
      {!isLast && <TextButton onClick={() => void send({ type: 'feedback.later' })}>{t('later')}</TextButton>}
    </>
  )
  if (place > 0)
    return (
      <div className={classes.own}>
        <p className={panel.small}>{t('yourPlace', { count: place })}</p>
        {others}
      </div>
    )
  return (
    <div className={classes.own}>
      <Button variant="default" onClick={() => void send({ type: 'feedback.next', personId: me })}>
        {t('done')}
      </Button>
      {others}
    </div>
  )
}

function Leading({
  round,
  turn,
  next,
}: {
  round: FeedbackRound
  turn: PersonId
  next: PersonId | undefined
}) {
  const t = useTexts(roundTexts)
  const { send } = useRoom()
  const me = useMe()
  const personName = usePersonName()
  const people = useFacilitation((state) => state.view.people)
  const present = useFacilitation((state) => state.present)
  const known = new Set([...round.waiting, ...round.done.map(({ personId }) => personId)])
  const missing = eligible(people, present).filter((personId) => !known.has(personId))
  // Facilitators are not asked by themselves; they take part when somebody says so.
  const leading = present.filter(
    (personId) => people[personId]?.role === 'facilitator' && !known.has(personId),
  )
  return (
    <>
      <div className={classes.own}>
        <Button variant="default" onClick={() => void send({ type: 'feedback.next', personId: turn })}>
          {t(next ? 'nextShort' : 'nextEnd')}
        </Button>
        <TextButton onClick={() => void send({ type: 'feedback.skip', personId: turn })}>
          {t('skip', { name: personName(turn) })}
        </TextButton>
        {next && <TextButton onClick={() => void send({ type: 'feedback.end' })}>{t('end')}</TextButton>}
      </div>
      {leading.length > 0 && (
        <div className={classes.own}>
          <p className={`${panel.small} ${panel.dimmed}`}>{t('alsoIn')}</p>
          {leading.map((personId) => (
            <TextButton
              key={personId}
              aria-label={t('addName', { name: personName(personId) })}
              onClick={() => void send({ type: 'feedback.add', personId })}
            >
              {personId === me?.personId ? t('myself') : personName(personId)}
            </TextButton>
          ))}
        </div>
      )}
      {missing.length > 0 && (
        <>
          <h3 className={classes.missing}>{t('notIn')}</h3>
          <ul>
            {missing.map((personId) => (
              <li key={personId} className={rows.row}>
                <Who personId={personId} below={null} />
                <span className={rows.end}>
                  <TextButton
                    aria-label={t('addName', { name: personName(personId) })}
                    onClick={() => void send({ type: 'feedback.add', personId })}
                  >
                    {t('add')}
                  </TextButton>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
