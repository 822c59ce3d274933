// The agenda as it was planned and as it went.
import { useTexts } from '#client/ui/texts.ts'
import type { AgendaResult } from '#shared/results/agenda-results.ts'
import classes from './AgendaTable.module.css'
import { resultsTexts } from './results-texts.ts'
import { Typed } from './Typed.tsx'
import { useReportFormats } from './use-report-formats.ts'

type Item = AgendaResult['items'][number]

export function AgendaTable({ agenda }: { agenda: AgendaResult }) {
  const t = useTexts(resultsTexts)
  const hasStarted = agenda.startedAt !== null
  return (
    <table className={classes.agenda} aria-label={t('agenda')}>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col" className={classes.minutes}>
            {t('plannedHead')}
          </th>
          {hasStarted && (
            <th scope="col" className={classes.minutes}>
              {t('tookHead')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {agenda.items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the agenda
          <tr key={place}>
            <th scope="row">
              <Typed>{item.title}</Typed>
            </th>
            <td className={classes.minutes}>
              {item.plannedMinutes} {t('minutes')}
            </td>
            {hasStarted && (
              <td className={classes.minutes}>
                <Took item={item} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Took({ item }: { item: Item }) {
  const t = useTexts(resultsTexts)
  const format = useReportFormats()
  if (item.actualSeconds === null) return <span className={classes.not}>{t('notReached')}</span>
  const minutes = `${format.minutes(item.actualSeconds)} ${t('minutes')}`
  return <>{item.state === 'running' ? `${minutes}, ${t('underWay')}` : minutes}</>
}
