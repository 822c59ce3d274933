// "Here": what everybody should look at now.
import { IconFocusCentered } from '@tabler/icons-react'
import classes from '#client/board/together/spotlight.module.css'
import { togetherTexts } from '#client/board/together/together-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export function HereMark() {
  const say = useTexts(togetherTexts)
  return (
    <span className={classes.here}>
      <IconFocusCentered size={16} stroke={1.8} aria-hidden />
      {say('here')}
    </span>
  )
}
