// The map: its picture, its curve in words, the scores with the largest gap first.
import type { ReactNode } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import type { Attendance } from '#shared/results/attendance.ts'
import type { MapResult } from '#shared/results/map-results.ts'
import classes from './MapSection.module.css'
import { resultsTexts } from './results-texts.ts'
import { ScoreTable } from './ScoreTable.tsx'
import { Section } from './Section.tsx'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

type Props = { maps: readonly MapResult[]; attendance: Attendance; picture: ReactNode }

export function MapSection({ maps, attendance, picture }: Props) {
  const t = useTexts(resultsTexts)
  const [stages, touchpoints] = [
    maps.reduce((sum, map) => sum + map.stages.length, 0),
    maps.reduce((sum, map) => sum + map.touchpoints.length, 0),
  ]
  const counts = `${t('stages', { count: stages })}, ${t('counts', { count: touchpoints })}.`
  return (
    <>
      <Section title={t('map')} hint={maps.length === 0 ? t('noMap') : counts}>
        {picture}
        {maps.map((map) => (
          <Curve key={map.id} map={map} />
        ))}
      </Section>
      {maps
        .filter((map) => map.touchpoints.length > 0)
        .map((map) => (
          <Section
            key={map.id}
            title={maps.length > 1 && map.title ? `${t('scores')}: ${map.title}` : t('scores')}
            hint={hasScores(map) ? `${t('scoresHint')} ${t('trackLegend')}` : t('noScores')}
          >
            <ScoreTable map={map} attendance={attendance} />
          </Section>
        ))}
    </>
  )
}

const hasScores = (map: MapResult): boolean => map.touchpoints.some(({ actual }) => actual !== null)

/** The curve as figures, for everyone who cannot see it in the picture. */
function Curve({ map }: { map: MapResult }) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  if (map.stages.every(({ emotion }) => emotion === null)) return null
  return (
    <dl className={classes.curve} aria-label={`${t('curve')}, ${t('curveHint')}`}>
      {map.stages.map((stage) => (
        <div key={stage.id}>
          <dt>
            <Typed>{stage.title}</Typed>
          </dt>
          <dd>{stage.emotion === null ? '–' : format.signed(stage.emotion)}</dd>
        </div>
      ))}
    </dl>
  )
}
