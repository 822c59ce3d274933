// Released concerns: everyone reads them in the same order, the facilitator answers one after the other.
import { IconCircleCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { AuditNote } from '#client/facilitation/ballots/AuditNote.tsx'
import type { WrittenBallot } from '#client/facilitation/ballots/ballot-view.ts'
import { useBallot } from '#client/facilitation/ballots/use-ballot.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type ConcernBox, findConcernBox } from '#shared/facilitation/concerns.ts'
import { asSentences } from '#shared/facilitation/plain-text.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { AnswerConcern } from './AnswerConcern.tsx'
import classes from './concerns.module.css'
import { concernTexts } from './texts-concerns.ts'

type Props = { box: ConcernBox; me: Me; isNewest: boolean }

/** Older ones stay for as long as something in them waits for an answer. */
export function ReleasedConcerns({ box: { poll }, me, isNewest }: Props) {
  const t = useTexts(concernTexts)
  const headingId = useId()
  const { requestToken } = useRoom()
  const ballot = useBallot(poll, me, requestToken)
  // What is answered may be a guess; it shows at once.
  const answered = useFacilitation((state) => findConcernBox(state.view.concerns, poll.pollId)?.answered)
  const open = ballot.written.filter(({ t: id }) => answered?.[id] === undefined)
  const title = poll.question
  if (poll.suppressed)
    return isNewest && ballot.chosen ? (
      <p className={`${panel.section} ${panel.small}`}>
        {t('suppressed', { title, minimum: poll.minimumGroup })}
      </p>
    ) : null
  const isMissed = ballot.draft?.[0] === 'text' && ballot.chosen === null && ballot.audit !== null
  const isBroken = ballot.audit?.ok === false
  if (!isMissed && !isBroken && (ballot.written.length === 0 || (open.length === 0 && !isNewest))) return null
  return (
    <section className={panel.section} aria-labelledby={headingId} data-concerns>
      <div className={panel.heading}>
        <h2 id={headingId}>{t('heading', { title })}</h2>
        {ballot.written.length > 0 && (
          <span className={`${panel.aside} ${panel.small} ${panel.dimmed}`}>
            {t('openCount', { count: open.length })}
          </span>
        )}
      </div>
      {isMissed && (
        <p className={panel.small}>
          {t('missed', { title })} <q>{ballot.draft?.[0] === 'text' && ballot.draft[1]}</q>
        </p>
      )}
      {/* A list that cannot be trusted is not read out. */}
      {!isBroken && (
        <ol className={classes.list}>
          {ballot.written.map((written) => (
            <Concern
              key={written.t}
              written={written}
              answer={answered?.[written.t]}
              isNow={written === open[0]}
              pollId={poll.pollId}
              canAnswer={me.role === 'facilitator'}
            />
          ))}
        </ol>
      )}
      {isBroken && <AuditNote poll={poll} ballot={ballot} />}
    </section>
  )
}

type ConcernProps = {
  written: WrittenBallot
  /** Undefined while it waits; null when it was answered without writing. */
  answer: string | null | undefined
  isNow: boolean
  pollId: ConcernBox['poll']['pollId']
  canAnswer: boolean
}

function Concern({ written: { t: id, text }, answer, isNow, pollId, canAnswer }: ConcernProps) {
  const t = useTexts(concernTexts)
  return (
    <li
      className={classes.concern}
      data-now={isNow || undefined}
      data-done={answer !== undefined || undefined}
    >
      {isNow && <span className={classes.state}>{t('now')}</span>}
      {answer !== undefined && (
        <span className={classes.state}>
          <IconCircleCheck {...iconProps} aria-hidden="true" />
          {t('done')}
        </span>
      )}
      <p>{asSentences(text)}</p>
      {answer && <p className={classes.answer}>{answer}</p>}
      {canAnswer && <AnswerConcern pollId={pollId} t={id} answer={answer} />}
    </li>
  )
}
