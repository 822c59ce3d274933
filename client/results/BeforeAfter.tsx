// One question before and after: both counts on the same axis, bars in pairs, or texts side by side; no judgement.
import { TallyChart } from '#client/ui/charts/TallyChart.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { BeforeAndAfter } from '#shared/results/comparisons.ts'
import classes from './BeforeAfter.module.css'
import { resultsTexts } from './results-texts.ts'
import { Section } from './Section.tsx'
import { Typed } from './Typed.tsx'

export function BeforeAfter({ pairs }: { pairs: readonly BeforeAndAfter[] }) {
  const t = useTexts(resultsTexts)
  if (pairs.length === 0) return null
  return (
    <Section title={t('beforeAfter')} hint={t('beforeAfterHint')}>
      {pairs.map((pair) => (
        <Pair key={pair.questionKey} pair={pair} />
      ))}
    </Section>
  )
}

function Pair({ pair: { question, asks, before, after } }: { pair: BeforeAndAfter }) {
  const t = useTexts(resultsTexts)
  const counts = { before: before.tally.votes, after: after.tally.votes }
  const isWide = asks.kind === 'text' || asks.kind === 'words'
  return (
    <article className={classes.row} data-wide={isWide || undefined}>
      <div>
        <h3 className={classes.question}>
          <Typed>{question}</Typed>
        </h3>
        <p className={classes.counts}>{t('beforeAfterCounts', counts)}</p>
      </div>
      <div className={classes.chart}>
        <TallyChart question={asks} tally={after.tally} before={before.tally} newer="after" />
      </div>
    </article>
  )
}
