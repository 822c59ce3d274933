// Over the board when the server has refused a change of ours: what happened, where the copy is, what to do.
import { Button } from '@mantine/core'
import { useBoardStatus } from '#client/board/board-status.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './BoardRefused.module.css'
import { roomTexts } from './room-texts.ts'

export function BoardRefused() {
  const t = useTexts(roomTexts)
  const status = useBoardStatus()
  if (status.kind !== 'refused') return null
  return (
    <div className={classes.notice} role="alert">
      <div>
        <p className={classes.title}>{t('refusedTitle')}</p>
        <p>{t('refusedText')}</p>
        <p className={classes.reason} lang="en">
          {status.reason}
        </p>
      </div>
      <Button variant="default" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </div>
  )
}
