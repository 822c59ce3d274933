// How many ballots are out, never how many are in: slips fill from the left as they are handed out.
import { ballotTexts } from '#client/facilitation/ballots/ballot-texts.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './BallotSlips.module.css'

/** Above so many, slips would fill the panel; the sentence says it all. */
const mostSlips = 40

/** `issued`: people who received a ballot; `total`: people who may. */
export function BallotSlips({ issued, total }: { issued: number; total: number }) {
  const t = useTexts(ballotTexts)
  const all = Math.max(issued, total)
  return (
    <div>
      {all <= mostSlips && (
        <div className={classes.slips} aria-hidden="true">
          {Array.from({ length: all }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: slips are alike, on purpose
            <i key={index} className={classes.slip} data-out={index < issued || undefined} />
          ))}
        </div>
      )}
      <p className={classes.sentence}>{t('issued', { count: issued, total: all })}</p>
    </div>
  )
}
