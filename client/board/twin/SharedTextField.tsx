// A field for a text that others may be typing in at the same time; what is typed goes into the shared text at once.
import { Textarea, type TextareaProps } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useSharedText } from '#client/board/shared-text.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'

type Props = Omit<TextareaProps, 'onChange' | 'value' | 'defaultValue'> & {
  shapeId: string
  prop: string
  value: string
  maxLength: number
  /** Has no line breaks. */
  isLine?: boolean
}

/** One step to undo for each visit to the field. */
export function SharedTextField({ shapeId, prop, value, isLine = false, ...rest }: Props) {
  const { edits, typeIn } = useTwin()
  const field = useRef<HTMLTextAreaElement>(null)
  const shown = useRef(value)
  const { typed } = useSharedText(field, value)
  useLayoutEffect(() => {
    shown.current = field.current?.value ?? value
  })
  useEffect(
    () => () => {
      edits.endTyping()
      typeIn(null)
    },
    [edits, typeIn],
  )
  return (
    <Textarea
      {...rest}
      ref={field}
      defaultValue={value}
      autosize
      minRows={isLine ? 1 : 3}
      maxRows={isLine ? 4 : 12}
      spellCheck
      onFocus={() => typeIn(shapeId)}
      onBlur={() => {
        edits.endTyping()
        typeIn(null)
      }}
      onChange={({ currentTarget }) => {
        const next = isLine ? currentTarget.value.replace(/[\r\n]+/g, ' ') : currentTarget.value
        typed(next)
        edits.type({ id: shapeId, prop, shown: shown.current, next })
        shown.current = next
      }}
    />
  )
}
