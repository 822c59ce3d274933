// Over the board when the server has refused a change of ours: what happened, the texts to take along, what to do.
import { Button } from '@mantine/core'
import { useBoardStatus } from '#client/board/board-status.ts'
import { saveFile } from '#client/ui/save-file.ts'
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
      <div className={classes.ways}>
        {status.texts !== '' && (
          <Button variant="default" onClick={() => saveFile(t('refusedFile'), textFile(status.texts))}>
            {t('refusedSave')}
          </Button>
        )}
        <Button variant="default" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      </div>
    </div>
  )
}

const textFile = (text: string) => new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' })
