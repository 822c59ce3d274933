// What the facilitators write down for themselves about an item: saved by itself, seen by all of them and by nobody else.
import { Folded } from '#client/facilitation/panel/Folded.tsx'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import classes from './ItemSection.module.css'
import { SharedText } from './SharedText.tsx'

export function PrivateNotes({ item }: { item: AgendaItem }) {
  const t = useTexts(agendaTexts)
  return (
    <Folded show={t('notesShow')} hide={t('notesHide')} isOpenAtFirst={Boolean(item.notes)}>
      <div className={classes.notes}>
        <SharedText item={item} field="notes" />
      </div>
    </Folded>
  )
}
