// One question before and after: both counts on the same axis, bars in pairs, or texts side by side; no judgement.
import { TallyChart } from '#client/ui/charts/TallyChart.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { BeforeAndAfter } from '#shared/results/comparisons.ts'
import type { PollResult } from '#shared/results/poll-results.ts'
import { AuditWords } from './AuditWords.tsx'
import classes from './BeforeAfter.module.css'
import type { Heading } from './PerSession.tsx'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'

type Props = { pairs: readonly BeforeAndAfter[]; polls: readonly PollResult[]; heading: Heading }

export function BeforeAfter({ pairs, ...rest }: Props) {
  return pairs.map((pair) => <Pair key={pair.after.pollId} pair={pair} {...rest} />)
}

function Pair({ pair, polls, heading: Heading }: { pair: BeforeAndAfter } & Omit<Props, 'pairs'>) {
  const t = useTexts(resultsTexts)
  const { question, asks, before, after } = pair
  const counts = { before: before.tally.votes, after: after.tally.votes }
  const isWide = asks.kind === 'text' || asks.kind === 'words'
  const audited = [
    { label: t('auditBefore'), pollId: before.pollId },
    { label: t('auditAfter'), pollId: after.pollId },
  ].flatMap(({ label, pollId }) => {
    const words = polls.find((poll) => poll.pollId === pollId)?.auditWords
    return words ? [{ label, words }] : []
  })
  return (
    <article className={classes.row} data-wide={isWide || undefined}>
      <div>
        <Heading className={classes.question}>
          <Typed>{question}</Typed>
        </Heading>
        <p className={classes.counts}>{t('beforeAfterCounts', counts)}</p>
        {audited.map((audit) => (
          <p key={audit.label} className={classes.counts}>
            <AuditWords {...audit} />
          </p>
        ))}
      </div>
      <div className={classes.chart}>
        <TallyChart question={asks} tally={after.tally} before={before.tally} newer="after" />
      </div>
    </article>
  )
}
