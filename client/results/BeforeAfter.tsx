// One question before and after, each a secret poll's mean on the same axis.
import { useTexts } from '#client/ui/texts.ts'
import type { Comparison } from '#shared/results/results.ts'
import classes from './BeforeAfter.module.css'
import { resultsTexts } from './results-texts.ts'
import { Section } from './Section.tsx'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

export function BeforeAfter({ comparisons }: { comparisons: readonly Comparison[] }) {
  const t = useTexts(resultsTexts)
  if (comparisons.length === 0) return null
  return (
    <Section title={t('beforeAfter')} hint={t('beforeAfterHint')}>
      {comparisons.map((comparison) => (
        <ComparisonRow key={comparison.questionKey} comparison={comparison} />
      ))}
    </Section>
  )
}

function ComparisonRow({ comparison }: { comparison: Comparison }) {
  const t = useTexts(resultsTexts)
  const { question, scale, before, after } = comparison
  const counts = {
    low: `${scale.min} ${scale.lowLabel}`,
    high: `${scale.max} ${scale.highLabel}`,
    before: before.answers,
    after: after.answers,
  }
  return (
    <div className={classes.row}>
      <div>
        <p className={classes.question}>
          <Typed>{question}</Typed>
        </p>
        <p className={classes.counts}>{t('beforeAfterCounts', counts)}</p>
      </div>
      <Axis scale={scale} before={before.mean} after={after.mean} />
    </div>
  )
}

function Axis({ scale, before, after }: { scale: Comparison['scale']; before: number; after: number }) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const [from, to] = [percent(scale, before), percent(scale, after)]
  // Means that lie close together get their labels on two sides of the axis.
  const isClose = Math.abs(from - to) < 28
  return (
    <p className={classes.axis}>
      <span
        className={classes.change}
        style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(from - to)}%` }}
      />
      <span className={`${classes.dot} ${classes.before}`} style={{ left: `${from}%` }} />
      <span className={classes.dot} style={{ left: `${to}%` }} />
      <span className={classes.label} style={{ left: `${from}%` }}>
        {t('before')} <strong>{format.score(before)}</strong>
      </span>
      <span className={classes.label} data-below={isClose || undefined} style={{ left: `${to}%` }}>
        {t('after')} <strong>{format.score(after)}</strong>
      </span>
    </p>
  )
}

/** From the scale's ends to a place on the axis. */
const percent = ({ min, max }: Comparison['scale'], mean: number): number =>
  ((mean - min) / (max - min)) * 100
