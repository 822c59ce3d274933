// What is asked in secret, while it runs: answer, seal, change until the end; and what everybody can check meanwhile.
import { Loader } from '@mantine/core'
import { useId, useState } from 'react'
import { AskedOptions } from '#client/facilitation/answer/AskedOptions.tsx'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { forgetDrafts, formIdOf, useAnswerDrafts } from '#client/facilitation/answer/use-answer-drafts.ts'
import { SecrecyNote } from '#client/facilitation/ballots/SecrecyNote.tsx'
import { type Ballot, useBallots } from '#client/facilitation/ballots/use-ballot.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { CheckWords } from './CheckWords.tsx'
import { IssuedBallots } from './IssuedBallots.tsx'
import { PollHead } from './PollHead.tsx'
import classes from './polls.module.css'
import { SealedNote } from './SealedNote.tsx'
import { hasCast, standOf } from './stand-of.ts'

type Props = { polls: readonly SecretPoll[]; me: Me }
type OwnProps = Props & { ballots: readonly Ballot[] }

export function SecretForm({ polls, me }: Props) {
  const t = useTexts(pollTexts)
  const { requestToken } = useRoom()
  const headingId = useId()
  const ballots = useBallots(polls, me, requestToken)
  const [first] = polls
  if (!first) return null
  return (
    <section aria-labelledby={headingId}>
      <PollHead poll={first} id={headingId} />
      {first.state === 'open' ? (
        <OwnBallots polls={polls} me={me} ballots={ballots} />
      ) : (
        <p className={classes.waiting} role="status">
          <Loader size="xs" /> {t('closing')}
        </p>
      )}
      <IssuedBallots polls={polls} />
      <SecrecyNote minimumGroup={first.minimumGroup} />
      <CheckWords polls={polls} ballots={ballots} />
    </section>
  )
}

function OwnBallots({ polls, me, ballots }: OwnProps) {
  const t = useTexts(pollTexts)
  const stand = standOf(ballots.map(({ status }) => status))
  switch (stand) {
    case 'could-mark-you':
      return (
        <p className={classes.note} data-tone="danger" role="alert">
          {t('couldMark')}
        </p>
      )
    case 'lost-token':
      return <p className={classes.note}>{t('lostToken')}</p>
    case 'not-eligible':
      return (
        <>
          <Asked polls={polls} />
          <p className={classes.note}>{t(me.role === 'participant' ? 'notEligible' : me.role)}</p>
        </>
      )
    default:
      return <Voting polls={polls} me={me} ballots={ballots} />
  }
}

/** For those who only look on. */
export function Asked({
  polls,
}: {
  polls: readonly Pick<SecretPoll, 'pollId' | 'question' | 'hint' | 'asks'>[]
}) {
  const [first] = polls
  if (first && polls.length === 1) return <AskedOptions question={first.asks} />
  return (
    <ol className={classes.list}>
      {polls.map(({ pollId, question, hint, asks }) => (
        <li key={pollId}>
          <p className={classes.asked}>{question}</p>
          {hint && <p className={classes.asked}>{hint}</p>}
          <AskedOptions question={asks} />
        </li>
      ))}
    </ol>
  )
}

function Voting({ polls, me, ballots }: OwnProps) {
  const t = useTexts(pollTexts)
  const ta = useTexts(answerTexts)
  const formId = formIdOf(polls)
  const drafts = useAnswerDrafts(formId, me.personId)
  const [isChanging, setChanging] = useState(false)
  const ballotOf = (pollId: string) => ballots[polls.findIndex((poll) => poll.pollId === pollId)]
  const isMany = polls.length > 1
  const wasCast = ballots.some(({ status }) => hasCast(status))
  if (wasCast && !isChanging)
    return <SealedNote polls={polls} ballots={ballots} onChange={() => setChanging(true)} />
  const isFetching = ballots.some(({ status }) => status === 'requesting-token')
  return (
    <>
      <AnswerForm
        polls={polls}
        isSecret
        drafts={drafts}
        hasGiven={(pollId) => hasCast(ballotOf(pollId)?.status)}
        waiting={
          isFetching ? (
            <p className={classes.waiting}>
              <Loader size="xs" /> {isMany ? ta('formFetching') : t('fetching')}
            </p>
          ) : null
        }
        words={{
          one: t(wasCast ? 'changeCast' : 'castSecret'),
          all: ta(wasCast ? 'sealAgain' : 'sealAll'),
          nothing: t('chooseFirst'),
        }}
        onSubmit={(answers) => {
          for (const { poll, answer } of answers) ballotOf(poll.pollId)?.cast(answer)
          // What was chosen is not kept on the screen: it could be seen over a shoulder or in a shared window.
          drafts.clear()
          forgetDrafts(formId, me.personId)
          setChanging(false)
        }}
        onCancel={
          wasCast
            ? () => {
                drafts.clear()
                setChanging(false)
              }
            : null
        }
      />
      {ballots.some(({ isKept }) => !isKept) && <p className={classes.note}>{t('notKept')}</p>}
    </>
  )
}
