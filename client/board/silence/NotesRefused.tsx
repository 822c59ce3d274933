// At the top of the board: why what was copied has not come, while people write in silence.
import { Button } from '@mantine/core'
import { useEditor, useValue } from '@tldraw/tldraw'
import { useEffect } from 'react'
import classes from '#client/board/chrome/notice.module.css'
import { sceneOf } from '#client/board/scene.ts'
import { boardSilenceTexts } from '#client/board/silence/silence-texts.ts'
import { refusedNotes } from '#client/board/silence/stays-hidden.ts'
import { useTexts } from '#client/ui/texts.ts'

export function NotesRefused() {
  const editor = useEditor()
  const say = useTexts(boardSilenceTexts)
  const isRefused = useValue('notes refused', () => refusedNotes(editor).get(), [editor])
  const isOn = useValue('silent round is on', () => sceneOf(editor).get().writeSilently !== null, [editor])
  useEffect(() => {
    if (!isOn) refusedNotes(editor).set(false)
  }, [editor, isOn])
  if (!isRefused || !isOn) return null
  return (
    <div className={classes.notices} onPointerDown={(event) => event.stopPropagation()}>
      <div className={classes.notice} role="alert">
        <p>{say('notOpen')}</p>
        <Button variant="default" onClick={() => refusedNotes(editor).set(false)}>
          {say('gotIt')}
        </Button>
      </div>
    </div>
  )
}
