// A field for a longer text of a shape, in which several people can type at once.
import { Textarea } from '@mantine/core'
import { useEditor } from '@tldraw/tldraw'
import { useRef } from 'react'
import { useSharedText } from '#client/board/shared-text.ts'

type Props = { label: string; value: string; maxLength: number; onChange: (next: string) => void }

/** One step to undo for each visit to the field, as for a text on the board. */
export function ShapeTextField({ label, value, maxLength, onChange }: Props) {
  const editor = useEditor()
  const field = useRef<HTMLTextAreaElement>(null)
  const { typed } = useSharedText(field, value)
  return (
    <Textarea
      ref={field}
      label={label}
      defaultValue={value}
      maxLength={maxLength}
      autosize
      minRows={2}
      maxRows={6}
      onFocus={() => editor.markHistoryStoppingPoint('text field')}
      onChange={({ currentTarget }) => {
        typed(currentTarget.value)
        onChange(currentTarget.value)
      }}
    />
  )
}
