// A scale's answers: the mean as a figure, how far they are spread, one slip for each answer, and what was answered before.
import { chartTexts } from '#client/ui/charts/chart-texts.ts'
import { formatNumber } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { MeanAxis } from '#client/ui/MeanAxis.tsx'
import { SlipChart } from '#client/ui/SlipChart.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import type { TallyOf } from '#shared/facilitation/tally.ts'
import type { Newer } from './newer.ts'
import { Legend } from './OptionChart.tsx'
import classes from './TallyChart.module.css'

type Props = {
  question: Question
  tally: TallyOf<'scale'>
  before: TallyOf<'scale'> | null
  newer: Newer
}

export function ScaleTally({ question, tally, before, newer }: Props) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  if (question.kind !== 'scale' || tally.mean === null || tally.spread === null) return null
  const number = (value: number) => formatNumber(value, language)
  const { mean, spread, counts } = tally
  const { min, max, lowLabel, highLabel } = question
  const inWords = (figures: readonly number[]) =>
    figures.map((count, index) => t('stepCount', { step: min + index, count })).join(', ')
  const summary = before
    ? t('distributionBefore', { counts: inWords(counts), before: inWords(before.counts) })
    : t('distribution', { counts: inWords(counts) })
  return (
    <>
      <div className={classes.mean}>
        <span className={classes.figure}>{number(mean)}</span>
        <p>
          {t('mean', { count: tally.votes })}
          <span className={classes.spread} title={t('spreadWhat')}>
            {t('spread', { spread: number(spread) })}
          </span>
        </p>
      </div>
      {before?.mean != null && (
        <>
          <p className={classes.change}>{changeInWords(mean, before.mean)}</p>
          <Legend newer={newer} />
        </>
      )}
      <SlipChart
        counts={counts}
        min={min}
        before={before?.counts}
        lowLabel={lowLabel}
        highLabel={highLabel}
        summary={summary}
      />
      {before?.mean != null && (
        <MeanAxis
          min={min}
          max={max}
          now={{ value: mean, label: t(newer), text: number(mean) }}
          before={{ value: before.mean, label: t('before'), text: number(before.mean) }}
        />
      )}
    </>
  )

  /** Of the figures as they are shown, so that what is read adds up. */
  function changeInWords(now: number, earlier: number): string {
    const by = Math.round(now * 10) / 10 - Math.round(earlier * 10) / 10
    const values = { now: number(now), before: number(earlier), by: number(Math.abs(by)) }
    const change = Math.abs(by) < 0.05 ? 'same' : by > 0 ? 'higher' : 'lower'
    return t(newer === 'now' ? change : `${change}After`, values)
  }
}
