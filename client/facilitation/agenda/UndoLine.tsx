// At the foot of the agenda: what was changed last, and the way back.
import { CloseButton } from '@mantine/core'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { agendaEditTexts } from './texts-agenda-edit.ts'
import classes from './UndoLine.module.css'
import type { AgendaEdits } from './use-agenda-edits.ts'

export function UndoLine({ edits }: { edits: AgendaEdits }) {
  const t = useTexts(agendaEditTexts)
  return (
    <div role="status" className={classes.place}>
      {edits.last !== null && (
        <div className={classes.line}>
          <span className={classes.what}>{edits.last}</span>
          <TextButton onClick={edits.undo}>{t('undo')}</TextButton>
          <CloseButton variant="transparent" size="lg" aria-label={t('dismiss')} onClick={edits.dismiss} />
        </div>
      )}
    </div>
  )
}
