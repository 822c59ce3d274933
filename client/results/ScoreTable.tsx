// Every touchpoint with its scores, the largest gap first.
import { VisuallyHidden } from '@mantine/core'
import { useTexts } from '#client/ui/texts.ts'
import type { MapResult, TouchpointResult } from '#shared/results/map-results.ts'
import { DepartmentLabel } from './DepartmentLabel.tsx'
import { resultsTexts } from './results-texts.ts'
import classes from './ScoreTable.module.css'
import { ScoreTrack } from './ScoreTrack.tsx'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

export function ScoreTable({ map }: { map: MapResult }) {
  const t = useTexts(resultsTexts)
  return (
    <table className={classes.scores}>
      <colgroup>
        <col className={classes.title} />
        <col className={classes.department} />
        <col />
        <col className={classes.score} />
        <col className={classes.score} />
        <col className={classes.score} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('touchpoint')}</th>
          <th scope="col" className={classes.wide}>
            {t('department')}
          </th>
          <th scope="col" className={classes.wide}>
            <VisuallyHidden>{t('trackLegend')}</VisuallyHidden>
            <span className={classes.ends} aria-hidden="true">
              <span>0</span>
              <span>10</span>
            </span>
          </th>
          <th scope="col" className={classes.figure}>
            {t('actual')}
          </th>
          <th scope="col" className={classes.figure}>
            {t('target')}
          </th>
          <th scope="col" className={classes.figure}>
            {t('gap')}
          </th>
        </tr>
      </thead>
      <tbody>
        {map.touchpoints.map((touchpoint) => (
          <ScoreRow key={touchpoint.id} touchpoint={touchpoint} />
        ))}
      </tbody>
    </table>
  )
}

function ScoreRow({ touchpoint }: { touchpoint: TouchpointResult }) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  const { title, stage, department, actual, target, gap, momentOfTruth } = touchpoint
  const figure = (score: number | null) => (score === null ? '–' : format.score(score))
  return (
    <tr>
      <th scope="row">
        <Typed>{title}</Typed>
        <span className={classes.under}>
          {stage !== null && <Typed>{stage}</Typed>}
          {momentOfTruth && <span className={classes.moment}>{t('momentOfTruth')}</span>}
        </span>
        <span className={classes.narrow}>
          <DepartmentLabel department={department} />
          <ScoreTrack actual={actual} target={target} />
        </span>
      </th>
      <td className={classes.wide}>
        <DepartmentLabel department={department} />
      </td>
      <td className={classes.wide}>
        <ScoreTrack actual={actual} target={target} />
      </td>
      <td className={classes.figure}>{figure(actual)}</td>
      <td className={classes.figure}>{figure(target)}</td>
      <td className={`${classes.figure} ${classes.gap}`}>{figure(gap)}</td>
    </tr>
  )
}
