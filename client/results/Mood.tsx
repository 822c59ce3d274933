// How the group was doing: the trend over all pulses of a session, with gaps where too few answered.
import { Trend } from '#client/ui/charts/Trend.tsx'
import { formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { MoodPulse } from '#shared/results/mood.ts'
import type { PollResult } from '#shared/results/poll-results.ts'
import classes from './Mood.module.css'
import { resultsTexts } from './results-texts.ts'
import { useReportFormats } from './use-report-formats.ts'

type Props = { mood: readonly MoodPulse[]; polls: readonly PollResult[] }

export function Mood({ mood, polls }: Props) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const format = useReportFormats()
  const last = polls.find(({ pollId }) => pollId === mood.at(-1)?.pollId)
  if (last?.asks.kind !== 'scale') return null
  const points = mood.map(({ pollId, at, mean, answers }) => ({
    key: pollId,
    when: formatTime(Date.parse(at), language),
    value: mean,
    text:
      mean === null || answers === null
        ? t('moodTooFew')
        : `${format.score(mean)}, ${t('answers', { count: answers })}`,
  }))
  return (
    <div className={classes.trend}>
      <Trend points={points} scale={last.asks} label={t('mood')} />
    </div>
  )
}
