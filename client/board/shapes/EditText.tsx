// The text field in a shape that is being edited; keeps its caret where it is while others type into the same text.
import { type TLShapeId, useEditor } from '@tldraw/tldraw'
import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import classes from '#client/board/shapes/edit-text.module.css'
import { useSharedText } from '#client/board/shared-text.ts'

type Props = {
  shapeId: TLShapeId
  value: string
  label: string
  maxLength: number
  /** One line: Enter ends the editing. */
  isLine?: boolean
  style: CSSProperties
  onChange: (next: string) => void
  /** Ctrl+Enter, and Tab at the end of something written: on to the next one. */
  onNext?: () => void
}

export function EditText({
  shapeId,
  value,
  label,
  maxLength,
  isLine = false,
  style,
  onChange,
  onNext,
}: Props) {
  const editor = useEditor()
  const field = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const { typed } = useSharedText(field, value)

  return (
    <textarea
      ref={field}
      className={classes.field}
      style={style}
      aria-label={label}
      defaultValue={value}
      maxLength={maxLength}
      spellCheck
      onPointerDown={(event) => event.stopPropagation()}
      onChange={(event) => {
        const next = isLine ? event.target.value.replace(/[\r\n]+/g, ' ') : event.target.value
        typed(next)
        onChange(next)
      }}
      onKeyDown={(event) => {
        const isEnd =
          event.key === 'Escape' || (isLine && event.key === 'Enter' && !event.nativeEvent.isComposing)
        event.stopPropagation() // the board's own shortcuts are letters
        if (onNext && isOnwards(event)) {
          event.preventDefault()
          onNext()
          return
        }
        if (!isEnd) return
        event.preventDefault()
        editor.complete()
        editor.select(shapeId)
        editor.focus()
      }}
    />
  )
}

function isOnwards({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  currentTarget,
  nativeEvent,
}: KeyboardEvent<HTMLTextAreaElement>) {
  if (nativeEvent.isComposing) return false
  if (key === 'Enter') return ctrlKey || metaKey
  return key === 'Tab' && !shiftKey && currentTarget.value.trim() !== ''
}
