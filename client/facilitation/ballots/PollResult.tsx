// What a secret poll has found: the count as its kind asks for, the same question before, and the proof that every browser makes for itself.
import { IconLockOpen } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { AuditNote } from '#client/facilitation/ballots/AuditNote.tsx'
import { ballotTexts } from '#client/facilitation/ballots/ballot-texts.ts'
import type { Ballot } from '#client/facilitation/ballots/use-ballot.ts'
import { TallyChart } from '#client/ui/charts/TallyChart.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Tally } from '#shared/facilitation/tally.ts'
import classes from './PollResult.module.css'

/**
 * For a closed poll. `before`: the count of the same question asked earlier (`useEarlierTally`), null without one.
 * Shows the question too; `heading` is its level in the page. A part of a form leaves the proof to the form.
 */
export function PollResult({
  poll,
  ballot,
  before = null,
  heading: Heading = 'h3',
  isPart = false,
}: {
  poll: SecretPoll
  ballot: Ballot
  before?: Tally | null
  heading?: 'h2' | 'h3' | 'h4'
  isPart?: boolean
}) {
  return (
    <section className={classes.result}>
      <Kicker poll={poll} ballot={ballot} isPart={isPart} />
      <Heading className={classes.question} data-part={isPart || undefined}>
        {poll.question}
      </Heading>
      <Found poll={poll} ballot={ballot} before={before} />
      {isPart ? <Blank ballot={ballot} /> : <AuditNote poll={poll} ballot={ballot} />}
    </section>
  )
}

type KickerProps = { poll: SecretPoll; ballot: Ballot; isPart: boolean }

function Kicker({ poll, ballot: { audit, tally }, isPart }: KickerProps): ReactNode {
  const t = useTexts(ballotTexts)
  const figures = { ballots: audit?.ballots ?? 0, issued: poll.eligible.length, blank: tally?.blank ?? 0 }
  // Under the head of a form, what is as it should be needs no line of its own.
  if (isPart && audit?.ok) return null
  return (
    <p className={classes.kicker}>
      <IconLockOpen size={16} stroke={1.6} aria-hidden="true" />
      {t(headline(), figures)}
    </p>
  )

  function headline() {
    if (!audit) return 'counting'
    if (!audit.ok) return 'unconfirmed'
    return figures.blank > 0 ? 'resultBlank' : 'result'
  }
}

/** In a form each question may be left out; alone, the line above it says so. */
function Blank({ ballot: { audit, tally } }: { ballot: Ballot }): ReactNode {
  const t = useTexts(ballotTexts)
  if (!audit?.ok || !tally?.blank) return null
  return <p className={classes.blank}>{t('partBlank', { blank: tally.blank, ballots: audit.ballots })}</p>
}

function Found({
  poll,
  ballot: { tally },
  before,
}: {
  poll: SecretPoll
  ballot: Ballot
  before: Tally | null
}): ReactNode {
  const t = useTexts(ballotTexts)
  if (poll.suppressed)
    return (
      <div className={classes.suppressed}>
        <p className={classes.strong}>{t('suppressed', { minimum: poll.minimumGroup })}</p>
        <p>{t('suppressedWhy')}</p>
      </div>
    )
  return tally && <TallyChart question={poll.asks} tally={tally} before={before} />
}
