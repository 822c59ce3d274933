// Before the start, for facilitators: the agenda as it is planned, to be changed; the session starts from the strip below.
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { AgendaBody } from './AgendaBody.tsx'
import { AgendaSpan } from './AgendaSpan.tsx'
import classes from './Before.module.css'
import { PlannedStart } from './PlannedStart.tsx'
import { StartSection } from './StartSection.tsx'
import { sessionTexts } from './texts-session.ts'

export function PreparingSection() {
  const t = useTexts(sessionTexts)
  const isEmpty = useFacilitation((state) => state.view.agenda.items.length === 0)
  return (
    <StartSection aside={<AgendaSpan />} hint={isEmpty ? t('preparesEmpty') : t('prepares')}>
      <div className={classes.planned}>
        <PlannedStart />
      </div>
      <AgendaBody />
    </StartSection>
  )
}
