// What an observer can do here, said in words instead of dead buttons.
import { panelTexts } from '#client/facilitation/texts.ts'
import { useMe } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import panel from './panel.module.css'

export function ObserverNote() {
  const t = useTexts(panelTexts)
  if (useMe()?.role !== 'observer') return null
  return (
    <p className={panel.small}>
      <strong>{t('observing')}</strong> {t('observingWhat')}
    </p>
  )
}
