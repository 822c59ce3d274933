// The whole agenda behind its tab: what is done and how long it took, what runs, what comes; facilitators change it here.
import { useId } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { AgendaBody } from './AgendaBody.tsx'
import classes from './AgendaPanel.module.css'
import { AgendaSpan } from './AgendaSpan.tsx'
import { EndedNote } from './EndedNote.tsx'

export function AgendaPanel() {
  const t = useTexts(agendaTexts)
  const headingId = useId()
  const { items, startedAt } = useFacilitation((state) => state.view.agenda)
  const me = useMe()
  const isFacilitator = me?.role === 'facilitator'
  return (
    <section className={`${panel.section} ${classes.agenda}`} aria-labelledby={headingId}>
      <div className={panel.heading}>
        <h2 id={headingId}>{t('agenda')}</h2>
        <AgendaSpan />
      </div>
      {me && items.length === 0 && !isFacilitator && <p className={panel.dimmed}>{t('none')}</p>}
      {items.length > 0 && startedAt === null && !isFacilitator && (
        <p className={`${panel.small} ${panel.dimmed}`}>{t('waits')}</p>
      )}
      <EndedNote />
      <AgendaBody />
    </section>
  )
}
