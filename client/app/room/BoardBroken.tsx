// In place of a board that could not be loaded or has broken: the queue and the polls beside it go on.
import { Button } from '@mantine/core'
import { useTexts } from '#client/ui/texts.ts'
import classes from './BoardBroken.module.css'
import { roomTexts } from './room-texts.ts'

export function BoardBroken({ error }: { error: Error }) {
  const t = useTexts(roomTexts)
  return (
    <div className={classes.broken} role="alert">
      <p className={classes.title}>{t('boardFailed')}</p>
      <p>{t('boardFailedText')}</p>
      <p className={classes.reason} lang="en">
        {error.message}
      </p>
      <Button variant="default" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </div>
  )
}
