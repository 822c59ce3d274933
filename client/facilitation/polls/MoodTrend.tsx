// How the group was doing at each pulse of this session: a trend and nothing else, with gaps where too few answered.
import { useMemo } from 'react'
import { useBallots } from '#client/facilitation/ballots/use-ballot.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useSecretPolls } from '#client/facilitation/use-secret-polls.ts'
import { Trend } from '#client/ui/charts/Trend.tsx'
import { formatNumber, formatTime } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { moodPulses } from './mood-pulses.ts'
import classes from './polls.module.css'

export function MoodTrend({ me }: { me: Me }) {
  const t = useTexts(pollTexts)
  const language = useLanguage()
  const { requestToken } = useRoom()
  const all = useSecretPolls()
  const sessions = useFacilitation((state) => state.confirmed.sessions)
  const pulses = useMemo(() => moodPulses(all, sessions), [all, sessions])
  const ballots = useBallots(pulses, me, requestToken)
  const last = pulses.at(-1)
  if (last?.asks.kind !== 'scale') return null
  const points = pulses.map((poll, place) => {
    const tally = ballots[place]?.tally
    const mean = tally?.kind === 'scale' ? tally.mean : null
    const text = poll.suppressed
      ? t('moodTooFew', { minimum: poll.minimumGroup })
      : mean === null || !tally
        ? t('moodCounting')
        : t('moodPoint', { mean: formatNumber(mean, language), count: tally.votes })
    return { key: poll.pollId, when: formatTime(poll.openedAt, language), value: mean, text }
  })
  return (
    <section aria-label={t('moodTrend')}>
      <p className={classes.kind}>{t('moodTrend')}</p>
      <h2 className={classes.question}>{last.question}</h2>
      <div className={classes.trend}>
        <Trend points={points} scale={last.asks} label={t('moodTrend')} />
      </div>
      <p className={classes.note}>{t('moodHow')}</p>
    </section>
  )
}
