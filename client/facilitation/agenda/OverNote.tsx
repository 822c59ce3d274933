// Told, never enforced: that the item's time is up, and by how much.
import { itemProgress } from '#client/facilitation/selectors.ts'
import { useFacilitation, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './ItemSection.module.css'
import { sessionTexts } from './texts-session.ts'

export function OverNote() {
  const t = useTexts(sessionTexts)
  const agenda = useFacilitation((state) => state.view.agenda)
  const progress = itemProgress(agenda, useServerNow(1_000))
  if (!progress?.isOver) return null
  const minutes = Math.floor(-progress.leftMs / 60_000)
  return <p className={classes.over}>{minutes === 0 ? t('overNow') : t('over', { count: minutes })}</p>
}
