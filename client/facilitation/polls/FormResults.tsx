// What a form has found, question by question; the proof stands once under all of them.

import { useId } from 'react'
import { answerInWords } from '#client/facilitation/answer/answer-draft.ts'
import { PollResult } from '#client/facilitation/ballots/PollResult.tsx'
import { type Ballot, useBallots, useEarlierTally } from '#client/facilitation/ballots/use-ballot.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useSecretPolls } from '#client/facilitation/use-secret-polls.ts'
import { TallyChart } from '#client/ui/charts/TallyChart.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { OpenPoll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { tally } from '#shared/facilitation/tally.ts'
import { FormProof } from './FormProof.tsx'
import { PollHead } from './PollHead.tsx'
import classes from './polls.module.css'

export function SecretResults({ polls, me }: { polls: readonly SecretPoll[]; me: Me }) {
  const { requestToken } = useRoom()
  const headingId = useId()
  const ballots = useBallots(polls, me, requestToken)
  const [first] = polls
  const [own] = ballots
  if (!first || !own) return null
  if (polls.length === 1) return <OneResult poll={first} me={me} ballot={own} />
  return (
    <section aria-labelledby={headingId}>
      <PollHead poll={first} id={headingId} />
      <div className={classes.results}>
        {polls.map((poll, place) => {
          const ballot = ballots[place]
          return ballot && <OneResult key={poll.pollId} poll={poll} me={me} ballot={ballot} isPart />
        })}
      </div>
      <FormProof polls={polls} ballots={ballots} />
    </section>
  )
}

type OneProps = { poll: SecretPoll; me: Me; ballot: Ballot; isPart?: boolean }

function OneResult({ poll, me, ballot, isPart = false }: OneProps) {
  const before = useEarlierTally(useSecretPolls(), poll, me)
  return (
    <PollResult poll={poll} ballot={ballot} before={before} heading={isPart ? 'h3' : 'h2'} isPart={isPart} />
  )
}

export function OpenResults({ polls }: { polls: readonly OpenPoll[] }) {
  const headingId = useId()
  const [first] = polls
  if (!first) return null
  const isMany = polls.length > 1
  return (
    <section aria-labelledby={headingId}>
      <PollHead poll={first} id={headingId} />
      <div className={isMany ? classes.results : undefined}>
        {polls.map((poll) => (
          <div key={poll.pollId}>
            {isMany && <h3 className={classes.question}>{poll.question}</h3>}
            <OpenResult poll={poll} />
          </div>
        ))}
      </div>
    </section>
  )
}

function OpenResult({ poll: { asks, results, showsNames } }: { poll: OpenPoll }) {
  const t = useTexts(pollTexts)
  const personName = usePersonName()
  if (!results) return null
  if (results.length === 0) return <p className={classes.note}>{t('noAnswers')}</p>
  const answers = results.map(({ answer }) => answer)
  return (
    <>
      <TallyChart question={asks} tally={tally(asks, answers)} />
      {showsNames && (
        <details className={classes.who}>
          <summary>{t('whoAnswered')}</summary>
          <ul>
            {results.map(({ answer, personId }) => (
              <li key={personId}>
                <strong>{personId ? personName(personId) : ''}</strong> {answerInWords(asks, answer)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
