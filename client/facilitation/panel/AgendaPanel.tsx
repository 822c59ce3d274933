// The whole agenda: what is done and how long it took, what runs, what comes; for facilitators with what they may say.
import { IconCheck } from '@tabler/icons-react'
import { type AgendaRow, agendaRows } from '#client/facilitation/selectors.ts'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useMe, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './AgendaPanel.module.css'
import { iconProps } from './icons.ts'
import panel from './panel.module.css'
import { Script } from './Script.tsx'

export function AgendaPanel() {
  const t = useTexts(agendaTexts)
  const agenda = useFacilitation((state) => state.view.agenda)
  const isFacilitator = useMe()?.role === 'facilitator'
  const now = useServerNow(5_000)
  const rows = agendaRows(agenda, now)
  const planned = agenda.items.reduce((sum, { minutes }) => sum + minutes, 0)
  const before = isFacilitator ? t('waitsFacilitator') : t('waits')
  return (
    <section className={`${panel.section} ${classes.agenda}`} aria-labelledby="agenda-heading">
      <div className={panel.heading}>
        <h2 id="agenda-heading">{t('agenda')}</h2>
        {planned > 0 && (
          <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
            {t('planned', { count: planned })}
          </span>
        )}
      </div>
      {rows.length === 0 && <p className={panel.dimmed}>{t('none')}</p>}
      {rows.length > 0 && agenda.startedAt === null && (
        <p className={`${panel.small} ${panel.dimmed}`}>{before}</p>
      )}
      {agenda.endedAt !== null && (
        <p className={`${panel.small} ${panel.dimmed}`}>
          {t('ended')} {t('endedWhat')}
        </p>
      )}
      <ol className={classes.items}>
        {rows.map((row, index) => (
          <Item key={row.item.itemId} row={row} number={index + 1} />
        ))}
      </ol>
    </section>
  )
}

function Item({ row, number }: { row: AgendaRow; number: number }) {
  const t = useTexts(agendaTexts)
  const { item, state, tookMs, plannedMs } = row
  const planned = Math.round(plannedMs / 60_000)
  const took = Math.max(0, Math.round((tookMs ?? 0) / 60_000))
  return (
    <li className={classes.item} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
      <span className={classes.number}>
        {state === 'done' ? (
          <IconCheck {...iconProps} role="img" aria-hidden={false} aria-label={t('done')} />
        ) : (
          number
        )}
      </span>
      <div className={classes.text}>
        <span className={classes.title}>{item.title}</span>
        {item.purpose && <span className={`${panel.small} ${panel.dimmed}`}>{item.purpose}</span>}
        {item.script && state !== 'done' && <Script text={item.script} />}
      </div>
      <span
        className={`${panel.small} ${panel.figures} ${classes.minutes}`}
        data-over={tookMs !== null && took > planned ? true : undefined}
      >
        {state === 'ahead' ? t('minutes', { count: planned }) : t('took', { took, planned })}
      </span>
    </li>
  )
}
