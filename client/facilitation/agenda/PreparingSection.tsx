// Before the start, for facilitators: the agenda as it is planned, to be changed; the session starts from the strip below.
import { useId } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { AgendaBody } from './AgendaBody.tsx'
import { AgendaSpan } from './AgendaSpan.tsx'
import classes from './Before.module.css'
import { PlannedStart } from './PlannedStart.tsx'
import { StartHeading } from './StartHeading.tsx'
import { sessionTexts } from './texts-session.ts'

export function PreparingSection() {
  const t = useTexts(sessionTexts)
  const headingId = useId()
  const isEmpty = useFacilitation((state) => state.view.agenda.items.length === 0)
  return (
    <section className={panel.section} aria-labelledby={headingId}>
      <div className={panel.heading}>
        <h2 id={headingId}>
          <StartHeading />
        </h2>
        <AgendaSpan />
      </div>
      <p className={`${panel.small} ${panel.dimmed}`}>{isEmpty ? t('preparesEmpty') : t('prepares')}</p>
      <div className={classes.planned}>
        <PlannedStart />
      </div>
      <AgendaBody />
    </section>
  )
}
