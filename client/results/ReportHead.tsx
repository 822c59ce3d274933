// The head of the report: what was worked on, when, and where the largest gaps are.
import { Title } from '@mantine/core'
import { useTexts } from '#client/ui/texts.ts'
import type { Results } from '#shared/results/results.ts'
import classes from './ReportHead.module.css'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

/** As many gaps as one remembers. */
const namedGaps = 3

type Props = {
  results: Results
  /** Of which session, or how many, and when. */
  subtitle: string
}

export function ReportHead({ results, subtitle }: Props) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const { workshop, maps } = results
  const widest = maps
    .flatMap((map) => map.touchpoints)
    .filter(({ gap }) => gap !== null && gap > 0)
    .slice(0, namedGaps)
  return (
    <div>
      <p className={classes.when}>{subtitle}</p>
      <Title order={1} className={classes.title}>
        <Typed>{workshop.title}</Typed>
      </Title>
      {widest.length > 0 && (
        <p className={classes.widest}>
          {t('widest')}{' '}
          {widest.map(({ id, title, actual, target }, place) => (
            <span key={id}>
              {place > 0 && ', '}
              <Typed>{title}</Typed>{' '}
              <span className={classes.figures}>
                ({t('actual')} {format.score(actual ?? 0)}, {t('target')} {format.score(target ?? 0)})
              </span>
            </span>
          ))}
          .
        </p>
      )}
    </div>
  )
}
