// Says that somebody else has changed what one is writing, shows what it reads now, and lets one choose.
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { twoWritersTexts } from './texts-two-writers.ts'
import classes from './two-writers.module.css'

type Props = {
  /** Empty where they have deleted it; null shows nothing. */
  theirs: string | null
  onKeep: () => void
  onTake: () => void
}

export function TheirText({ theirs, onKeep, onTake }: Props) {
  const t = useTexts(twoWritersTexts)
  if (theirs === null) return null
  return (
    <div role="alert" className={classes.theirs}>
      <p className={panel.small}>{t(theirs === '' ? 'theirsEmpty' : 'theirs')}</p>
      {theirs !== '' && <blockquote>{theirs}</blockquote>}
      <TextButton onClick={onKeep}>{t('keepMine')}</TextButton>
      <TextButton onClick={onTake}>{t('takeTheirs')}</TextButton>
    </div>
  )
}
