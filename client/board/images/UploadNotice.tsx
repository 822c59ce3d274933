// At the top of the board: how far the images are, and why one did not come.
import { Button } from '@mantine/core'
import { useEditor, useValue } from '@tldraw/tldraw'
import classes from '#client/board/chrome/notice.module.css'
import { imageTexts } from '#client/board/images/image-texts.ts'
import { uploadsOf } from '#client/board/images/uploads.ts'
import { useTexts } from '#client/ui/texts.ts'
import { maxImageBytes, maxImagePixels, maxWorkshopImageBytes } from '#shared/board/images.ts'

const limits = {
  megabytes: maxImageBytes / 1024 ** 2,
  megapixels: maxImagePixels / 1e6,
  together: maxWorkshopImageBytes / 1024 ** 2,
}

export function UploadNotice() {
  const editor = useEditor()
  const say = useTexts(imageTexts)
  const { progress, cancel, problem } = useValue('uploads', () => uploadsOf(editor).get(), [editor])
  const close = () => uploadsOf(editor).update((now) => ({ ...now, problem: null }))
  const percent = Math.floor((100 * progress.reduce((sum, share) => sum + share, 0)) / progress.length)
  if (progress.length === 0 && !problem) return null
  return (
    <div className={classes.notices} onPointerDown={(event) => event.stopPropagation()}>
      {progress.length > 0 && (
        <div className={classes.notice}>
          <p>{say('uploading', { count: progress.length, percent })}</p>
          <Button variant="default" onClick={cancel}>
            {say('cancel')}
          </Button>
          <progress
            className={classes.bar}
            max={100}
            value={percent}
            aria-label={say('uploading', { count: progress.length, percent })}
          />
        </div>
      )}
      {problem && (
        <div className={classes.notice} role="alert">
          <p>{say(problem.code, { name: problem.name, ...limits })}</p>
          {problem.again && <Button onClick={problem.again}>{say('again')}</Button>}
          <Button variant="default" onClick={close}>
            {say('gotIt')}
          </Button>
        </div>
      )}
    </div>
  )
}
