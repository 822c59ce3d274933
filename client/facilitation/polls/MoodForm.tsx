// The mood pulse: one tap among five, sealed like any secret vote.
import { Loader } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { AskedOptions } from '#client/facilitation/answer/AskedOptions.tsx'
import answerClasses from '#client/facilitation/answer/answer.module.css'
import { labelOf } from '#client/facilitation/answer/answer-draft.ts'
import { SecrecyNote } from '#client/facilitation/ballots/SecrecyNote.tsx'
import { type Ballot, useBallot } from '#client/facilitation/ballots/use-ballot.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { stepsOf } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { IssuedBallots } from './IssuedBallots.tsx'
import { PollHead } from './PollHead.tsx'
import classes from './polls.module.css'
import { SealedNote } from './SealedNote.tsx'
import { hasCast, standOf } from './stand-of.ts'

export function MoodForm({ poll, me }: { poll: SecretPoll; me: Me }) {
  const t = useTexts(pollTexts)
  const { requestToken } = useRoom()
  const headingId = useId()
  const ballot = useBallot(poll, me, requestToken)
  return (
    <section aria-labelledby={headingId}>
      <PollHead poll={poll} id={headingId} />
      {poll.state === 'open' ? (
        <OneTap poll={poll} me={me} ballot={ballot} />
      ) : (
        <p className={classes.waiting} role="status">
          <Loader size="xs" /> {t('closing')}
        </p>
      )}
      <IssuedBallots polls={[poll]} />
      <SecrecyNote minimumGroup={poll.minimumGroup} />
    </section>
  )
}

function OneTap({ poll, me, ballot }: { poll: SecretPoll; me: Me; ballot: Ballot }) {
  const t = useTexts(pollTexts)
  /** Tapped before the ballot was here: cast as soon as it is. */
  const [wanted, setWanted] = useState<number | null>(null)
  const [isChanging, setChanging] = useState(false)
  const { status, cast } = ballot
  useEffect(() => {
    if (wanted === null || status === 'requesting-token') return
    cast(['scale', wanted])
    setWanted(null)
    setChanging(false)
  }, [wanted, status, cast])
  const stand = standOf([status])
  if (stand === 'could-mark-you')
    return (
      <p className={classes.note} data-tone="danger" role="alert">
        {t('couldMark')}
      </p>
    )
  if (stand === 'lost-token') return <p className={classes.note}>{t('lostToken')}</p>
  if (stand === 'not-eligible')
    return (
      <>
        <AskedOptions question={poll.asks} />
        <p className={classes.note}>{t(me.role === 'participant' ? 'notEligible' : me.role)}</p>
      </>
    )
  if (hasCast(status) && !isChanging)
    return <SealedNote polls={[poll]} ballots={[ballot]} onChange={() => setChanging(true)} />
  if (poll.asks.kind !== 'scale') return null
  const { asks } = poll
  return (
    <>
      <div className={classes.mood}>
        {stepsOf(asks)
          .toReversed()
          .map((step) => (
            <button
              key={step}
              type="button"
              className={answerClasses.row}
              data-wanted={wanted === step || undefined}
              onClick={() => setWanted(step)}
            >
              <span className={answerClasses.place} aria-hidden="true">
                {step}
              </span>
              <span>{labelOf(asks, step)}</span>
            </button>
          ))}
      </div>
      {wanted !== null && (
        <p className={classes.waiting} role="status">
          <Loader size="xs" /> {t('fetching')}
        </p>
      )}
    </>
  )
}
