// What the facilitator may say for an agenda item; the server sends it to nobody else.
import { Folded } from '#client/facilitation/panel/Folded.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { agendaTexts } from '#client/facilitation/texts-agenda.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './Script.module.css'

export function Script({ text }: { text: string }) {
  const t = useTexts(agendaTexts)
  return (
    <Folded show={t('scriptShow')} hide={t('scriptHide')}>
      <p className={classes.words}>
        <span className={`${panel.small} ${panel.dimmed}`}>{t('script')}</span>
        {text}
      </p>
    </Folded>
  )
}
