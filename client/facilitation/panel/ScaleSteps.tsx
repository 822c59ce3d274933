// The steps of a scale in words, for those who do not answer.
import type { Scale } from '#shared/facilitation/polls.ts'
import classes from './PollCard.module.css'
import { labelOf, scaleSteps } from './ScaleChoice.tsx'

export function ScaleSteps({ scale }: { scale: Scale }) {
  return (
    <dl className={classes.steps}>
      {scaleSteps.map((step) => (
        <div key={step} style={{ display: 'contents' }}>
          <dt>{step}</dt>
          <dd>{labelOf(scale, step)}</dd>
        </div>
      ))}
    </dl>
  )
}
