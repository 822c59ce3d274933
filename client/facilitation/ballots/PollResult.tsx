// What a secret poll has found: slips, mean, the same question before, and the proof that every browser makes for itself.
import { IconLockOpen } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { AuditNote } from '#client/facilitation/ballots/AuditNote.tsx'
import { ballotTexts } from '#client/facilitation/ballots/ballot-texts.ts'
import type { Ballot } from '#client/facilitation/ballots/use-ballot.ts'
import { formatNumber } from '#client/ui/format.ts'
import { MeanAxis } from '#client/ui/MeanAxis.tsx'
import { SlipChart } from '#client/ui/SlipChart.tsx'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Tally } from '#shared/facilitation/tally.ts'
import classes from './PollResult.module.css'

/**
 * For a closed poll. `before`: the count of the same question asked earlier (`useEarlierTally`), null without one.
 * Shows the question too; `heading` is its level in the page.
 */
export function PollResult({
  poll,
  ballot,
  before = null,
  heading: Heading = 'h3',
}: {
  poll: SecretPoll
  ballot: Ballot
  before?: Tally | null
  heading?: 'h2' | 'h3' | 'h4'
}) {
  return (
    <section className={classes.result}>
      <Kicker poll={poll} ballot={ballot} />
      <Heading className={classes.question}>{poll.question}</Heading>
      <Found poll={poll} ballot={ballot} before={before} />
      <AuditNote poll={poll} ballot={ballot} />
    </section>
  )
}

function Kicker({ poll, ballot: { audit, tally } }: { poll: SecretPoll; ballot: Ballot }): ReactNode {
  const t = useTexts(ballotTexts)
  const figures = { ballots: audit?.ballots ?? 0, issued: poll.eligible.length, blank: tally?.blank ?? 0 }
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
  if (tally?.kind !== 'scale' || tally.mean === null || poll.asks.kind !== 'scale') return null
  const earlier = before?.kind === 'scale' ? before : null
  const number = (value: number) => formatNumber(value, currentLanguage())
  const { counts, mean, votes } = tally
  return (
    <>
      <div className={classes.mean}>
        <span className={classes.figure}>{number(mean)}</span>
        <p>
          {t('mean', { votes })}
          {earlier?.mean != null && (
            <span className={classes.dimmed}>{t('meanBefore', { mean: number(earlier.mean) })}</span>
          )}
        </p>
      </div>
      {earlier && <Legend />}
      <SlipChart
        counts={counts}
        before={earlier?.counts}
        lowLabel={poll.asks.lowLabel}
        highLabel={poll.asks.highLabel}
        summary={
          earlier
            ? t('chartBefore', { counts: inWords(counts), before: inWords(earlier.counts) })
            : t('chart', { counts: inWords(counts) })
        }
      />
      {earlier?.mean != null && (
        <MeanAxis
          now={{ value: mean, label: t('now'), text: number(mean) }}
          before={{ value: earlier.mean, label: t('before'), text: number(earlier.mean) }}
        />
      )}
    </>
  )

  function inWords(some: readonly number[]): string {
    return some.map((count, index) => t('stepCount', { step: index + 1, count })).join(', ')
  }
}

function Legend(): ReactNode {
  const t = useTexts(ballotTexts)
  return (
    <p className={classes.legend} aria-hidden="true">
      <span className={classes.swatch} /> {t('now')}
      <span className={classes.swatch} data-before /> {t('before')}
    </p>
  )
}
