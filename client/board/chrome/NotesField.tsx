// The field for a touchpoint's notes, in which several people can type at once.
import { Textarea } from '@mantine/core'
import { useEditor } from '@tldraw/tldraw'
import { useRef } from 'react'
import { boardTexts } from '#client/board/board-texts.ts'
import { useSharedText } from '#client/board/shared-text.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type TouchpointShape, textProps } from '#shared/board/shapes.ts'

/** One step to undo for each visit to the field, as for a text on the board. */
export function NotesField({ id, notes }: { id: TouchpointShape['id']; notes: string }) {
  const editor = useEditor()
  const say = useTexts(boardTexts)
  const field = useRef<HTMLTextAreaElement>(null)
  const { typed } = useSharedText(field, notes)
  return (
    <Textarea
      ref={field}
      label={say('notes')}
      defaultValue={notes}
      maxLength={textProps.touchpoint.notes}
      autosize
      minRows={2}
      maxRows={6}
      onFocus={() => editor.markHistoryStoppingPoint('touchpoint notes')}
      onChange={({ currentTarget: { value } }) => {
        typed(value)
        editor.updateShape<TouchpointShape>({ id, type: 'touchpoint', props: { notes: value } })
      }}
    />
  )
}
