// What changes from session to session: small charts side by side, the same figures as tables behind them.
import { LineChart, type LineSeries } from '#client/ui/charts/LineChart.tsx'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import { wordsIn } from '#shared/results/report/words-in.ts'
import type { Block } from '#shared/results/report.ts'
import { tablesIn } from '#shared/results/report.ts'
import { movedBy, type Trends } from '#shared/results/trends.ts'
import { Blocks } from './Blocks.tsx'
import { ReportTable } from './ReportTable.tsx'
import { resultsTexts } from './results-texts.ts'
import classes from './TrendCharts.module.css'
import { useReportFormats } from './use-report-formats.ts'

type Props = { trends: Trends; blocks: readonly Block[] }
type Small = {
  /** Titles may be the same: two touchpoints are called "Call". */
  id: string
  title: string
  series: LineSeries[]
  min: number
  max: number
  target?: number | null
  format: (value: number) => string
}

/** More of them nobody looks at; the table has all. */
const mostScores = 12

export function TrendCharts({ trends, blocks }: Props) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const words = wordsIn(language)
  const format = useReportFormats()
  const { sessions, attendance, confidence, mood, kept, scores } = trends
  const most = Math.max(1, ...attendance.flatMap(({ people }) => people))
  const one = (values: LineSeries['values'], small: Omit<Small, 'series'>): Small => ({
    series: [{ name: small.title, values }],
    ...small,
  })
  const shares = kept.map((point) => {
    const all = point ? point.kept + point.partly + point.notKept : 0
    return point && all > 0 ? point.kept / all : null
  })
  const groups = [
    {
      title: t('trendConfidence'),
      hint: t('trendConfidenceHint'),
      charts: confidence.map(
        ({ question, questionKey, scale, points }): Small => ({
          id: questionKey,
          title: question,
          series: [
            { name: words.before, values: points.map(({ before }) => before), isBefore: true },
            { name: words.after, values: points.map(({ after }) => after) },
          ],
          min: scale.min,
          max: scale.max,
          format: format.score,
        }),
      ),
    },
    {
      title: t('trendMoodAndKept'),
      hint: t('trendMoodAndKeptHint'),
      charts: [
        one(
          mood.map((point) => point?.mean ?? null),
          { id: 'mood', title: words.trendMood, min: 1, max: 5, format: format.score },
        ),
        one(shares, { id: 'kept', title: words.trendKept, min: 0, max: 1, format: format.share }),
      ],
    },
    {
      title: words.trendAttendance,
      hint: null,
      // A department that never came is in the table.
      charts: attendance
        .filter(({ people }) => people.some((count) => count !== null && count > 0))
        .map(({ department: { departmentId, title }, people }) =>
          one(people, { id: departmentId ?? title, title, min: 0, max: most, format: format.count }),
        ),
    },
    {
      title: words.trendScores,
      hint: t('trendScoresHint'),
      charts: mostMoved(scores).map(({ touchpointId: id, title, target, actual }) =>
        one(actual, { id, title, min: 0, max: 10, target, format: format.score }),
      ),
    },
  ]
    .map((group) => ({ ...group, charts: group.charts.filter(isTold) }))
    .filter(({ charts }) => charts.length > 0)
  const labels = sessions.map(String)
  return (
    <>
      {groups.map(({ title, hint, charts }) => (
        <div key={title} className={classes.group}>
          <h3>{title}</h3>
          {hint && <p className={classes.hint}>{hint}</p>}
          <div className={classes.charts}>
            {charts.map(({ id, ...chart }) => (
              <LineChart key={id} {...chart} labels={labels} text={textOf(chart)} />
            ))}
          </div>
        </div>
      ))}
      <Blocks blocks={blocks.filter(({ kind }) => kind === 'withheld')} />
      <details className={classes.tables}>
        <summary>{t('asTables')}</summary>
        {tablesIn(blocks).map((table) => (
          <div key={table.id}>
            <h3>{table.title}</h3>
            <ReportTable table={table} />
          </div>
        ))}
      </details>
    </>
  )

  function textOf({ title, series, format: write }: Omit<Small, 'id'>): string {
    const lines = series.map(({ name, values }) => {
      const figures = values.map(
        (value, place) => `${words.session} ${labels[place]}: ${value === null ? '–' : write(value)}`,
      )
      return series.length > 1 ? `${name}: ${figures.join(', ')}` : figures.join(', ')
    })
    return `${title}. ${lines.join('. ')}`
  }
}

/** One point alone is no trend. */
const isTold = ({ series }: Small): boolean =>
  series.some(({ values }) => values.filter((value) => value !== null).length > 1)

const mostMoved = (scores: Trends['scores']): Trends['scores'] =>
  scores.toSorted((one, other) => (movedBy(other) ?? -1) - (movedBy(one) ?? -1)).slice(0, mostScores)
