// The map: its picture, its curve in figures, and all of it as a table.
import { useTexts } from '#client/ui/texts.ts'
import type { MapResult } from '#shared/results/map-results.ts'
import type { Block } from '#shared/results/report.ts'
import { Blocks } from './Blocks.tsx'
import classes from './BoardMap.module.css'
import { MapPicture } from './MapPicture.tsx'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

type Props = {
  maps: readonly MapResult[]
  title: string
  hasBoard: boolean
  blocks: readonly Block[]
}

export function BoardMap({ maps, title, hasBoard, blocks }: Props) {
  const t = useTexts(resultsTexts)
  return (
    <>
      {hasBoard ? <MapPicture title={title} /> : <p className={classes.withheld}>{t('pictureNotShared')}</p>}
      {maps.map((map) => (
        <Curve key={map.id} map={map} />
      ))}
      <Blocks blocks={blocks.filter((block) => block.kind === 'table' && block.id === 'touchpoints')} />
    </>
  )
}

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
