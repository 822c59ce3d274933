// A field for a text that others may be typing in at the same time; what is typed goes into the shared text at once.
import { Textarea, type TextareaProps } from '@mantine/core'
import { inOneLine, type TypedText, useTyping } from '#client/board/twin/use-typing.ts'

type Props = Omit<TextareaProps, 'onChange' | 'value' | 'defaultValue'> &
  TypedText & {
    maxLength: number
    /** Has no line breaks. */
    isLine?: boolean
  }

/** One step to undo for each visit to the field. */
export function SharedTextField({ shapeId, prop, value, isLine = false, ...rest }: Props) {
  const { field, begin, type, end } = useTyping({ shapeId, prop, value })
  return (
    <Textarea
      {...rest}
      ref={field}
      defaultValue={value}
      autosize
      minRows={isLine ? 1 : 3}
      maxRows={isLine ? 4 : 12}
      spellCheck
      onFocus={begin}
      onBlur={end}
      onChange={({ currentTarget }) => type(isLine ? inOneLine(currentTarget.value) : currentTarget.value)}
    />
  )
}
