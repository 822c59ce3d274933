// Bars for choices, rankings and points: the count and its share in figures, the earlier answer as an outlined bar.
import { chartTexts } from '#client/ui/charts/chart-texts.ts'
import { formatNumber, formatShare } from '#client/ui/format.ts'
import { useLanguage } from '#client/ui/language.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import type { Tally } from '#shared/facilitation/tally.ts'
import { BarList } from './BarList.tsx'
import type { Newer } from './newer.ts'
import classes from './TallyChart.module.css'
import { figuresOf, isOptionTally, valuesOf } from './tally-bars.ts'

export function OptionChart({
  question,
  tally,
  before,
  newer,
}: {
  question: Question
  tally: Tally
  before: Tally | null
  newer: Newer
}) {
  const t = useTexts(chartTexts)
  const textFor = useFigureText()
  if (!isOptionTally(tally)) return null
  const earlier = isOptionTally(before) && before.kind === tally.kind ? before : null
  const isRanked = tally.kind === 'ranking'
  const hint =
    tally.kind === 'multiple'
      ? t('severalPossible')
      : tally.kind === 'ranking'
        ? t('rankingHint', { votes: tally.votes })
        : tally.kind === 'points'
          ? t('pointsHint', { votes: tally.votes })
          : null
  return (
    <>
      {hint && <p className={classes.hint}>{hint}</p>}
      {earlier && <Legend newer={newer} />}
      <BarList
        label={t(isRanked ? 'ranking' : tally.kind === 'points' ? 'points' : 'options')}
        isRanked={isRanked}
        most={mostOf(tally, earlier)}
        bars={figuresOf(question, tally).map(({ optionId, label, place, value }) => ({
          key: optionId,
          label,
          value,
          text: textFor(tally, place),
          before: earlier
            ? {
                value: valuesOf(earlier)[place] ?? 0,
                text: t('beforeText', { text: textFor(earlier, place) }),
              }
            : undefined,
        }))}
      />
    </>
  )
}

/** Lengths compare within one chart: choices against all who answered, the rest against the longest. */
function mostOf(tally: Tally, earlier: Tally | null): number | undefined {
  if (tally.kind === 'ranking') return tally.meanPlaces.length
  const isChoice = tally.kind === 'single' || tally.kind === 'multiple'
  return isChoice && !earlier ? Math.max(1, tally.votes) : undefined
}

function useFigureText(): (tally: Tally, place: number) => string {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  return (tally, place) => {
    if (!isOptionTally(tally)) return ''
    if (tally.kind === 'ranking') {
      const mean = tally.meanPlaces[place]
      return mean == null ? '–' : t('meanPlace', { place: formatNumber(mean, language) })
    }
    if (tally.kind === 'points') {
      const count = tally.sums[place] ?? 0
      const all = tally.sums.reduce((sum, points) => sum + points, 0)
      return t('pointsText', { count, share: formatShare(all === 0 ? 0 : count / all, language) })
    }
    const count = tally.counts[place] ?? 0
    const share = formatShare(tally.votes === 0 ? 0 : count / tally.votes, language)
    return t('ofVotes', { count, votes: tally.votes, share })
  }
}

export function Legend({ newer }: { newer: Newer }) {
  const t = useTexts(chartTexts)
  return (
    <p className={classes.legend} aria-hidden="true">
      <span className={classes.swatch} /> {t(newer)}
      <span className={classes.swatch} data-before /> {t('before')}
    </p>
  )
}
