// "Here": what everybody should look at now.
import { IconFocusCentered } from '@tabler/icons-react'
import classes from '#client/board/together/spotlight.module.css'
import { useCompany } from '#client/board/together/together.ts'
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

/** Beside a thing's words in the list: nothing unless the light is on it. */
export function HereOf({ shapeId }: { shapeId: string }) {
  const { together } = useCompany()
  return together.spotlight === shapeId ? <HereMark /> : null
}
