// How many chose each step: one slip for each answer, bars where slips would be too many.
import { VisuallyHidden } from '@mantine/core'
import { useTexts } from '#client/ui/texts.ts'
import type { Scale } from '#shared/facilitation/questions.ts'
import { stepLabel } from '#shared/results/reading.ts'
import classes from './PollChart.module.css'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'

/** Above this a column of slips no longer fits beside the text. */
const mostSlips = 12

type Props = { scale: Scale; counts: readonly number[] }

export function PollChart({ scale, counts }: Props) {
  const t = useTexts(resultsTexts)
  const most = Math.max(...counts)
  return (
    <div className={classes.chart}>
      <ul className={classes.steps}>
        {counts.map((count, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the step is its place on the scale
          <li key={step} className={classes.step}>
            <VisuallyHidden>
              <Typed>{stepLabel(scale, step)}</Typed>: {t('chose', { count })}
            </VisuallyHidden>
            <span className={classes.column} aria-hidden="true">
              {most <= mostSlips ? <Slips count={count} /> : <Bar share={count / most} />}
              <span className={classes.count}>{count}</span>
            </span>
            <span className={classes.number} aria-hidden="true">
              {scale.min + step}
            </span>
            <span className={classes.label} aria-hidden="true">
              <Typed>{scale.labels?.[step] ?? ''}</Typed>
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.ends} data-only-narrow={scale.labels ? true : undefined} aria-hidden="true">
        <Typed>{scale.lowLabel}</Typed>
        <Typed>{scale.highLabel}</Typed>
      </p>
    </div>
  )
}

const Slips = ({ count }: { count: number }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: slips are all alike, that is the point of them
  Array.from({ length: count }, (_, slip) => <span key={slip} className={classes.slip} />)

const Bar = ({ share }: { share: number }) => (
  <span className={classes.bar} style={{ height: `${share * 7}rem` }} />
)
