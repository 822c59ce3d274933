// At the top of the board, after a list was pasted: a note for each line, or one for all.
import { Button } from '@mantine/core'
import { useEditor, useValue } from '@tldraw/tldraw'
import { useEffect } from 'react'
import classes from '#client/board/chrome/notice.module.css'
import { isOwn } from '#client/board/map-of.ts'
import { linesOf, oneEach, pasteOffer } from '#client/board/paste-lines.ts'
import { selectionTexts } from '#client/board/selection/selection-texts.ts'
import { useTexts } from '#client/ui/texts.ts'

export function PasteOffer() {
  const editor = useEditor()
  const say = useTexts(selectionTexts)
  const offered = useValue('offered note', () => {
    const id = pasteOffer(editor).get()
    const note: unknown = id && editor.getShape(id)
    // Whoever goes on to something else has answered.
    const isMeant = editor.getOnlySelectedShapeId() === id && editor.getEditingShapeId() === null
    return isMeant && isOwn(note) && note.type === 'sticky-note' ? note : null
  }, [editor])
  useEffect(() => {
    if (!offered) pasteOffer(editor).set(null)
  }, [editor, offered])
  const count = offered ? linesOf(offered.props.text).length : 0
  if (!offered || count < 2) return null
  return (
    <div className={classes.notices} onPointerDown={(event) => event.stopPropagation()}>
      <div className={classes.notice} role="status">
        <p>{say('severalNotes', { count })}</p>
        <Button onClick={() => oneEach(editor, offered.id)}>{say('oneEach', { count })}</Button>
        <Button variant="default" onClick={() => pasteOffer(editor).set(null)}>
          {say('keepOne')}
        </Button>
      </div>
    </div>
  )
}
