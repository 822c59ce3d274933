// A text field whose text others type in at the same time: their changes come in and the caret stays where it is.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { textChange } from '#shared/board/document.ts'

/** The field is uncontrolled (`defaultValue`); call `typed` with what this person has made of it. */
export function useSharedText(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
): { typed(next: string): void } {
  const shown = useRef(value)
  useLayoutEffect(() => {
    const textarea = field.current
    if (!textarea || textarea.value === value) return
    const { at, removed, inserted } = textChange(shown.current, value)
    const moved = (position: number) =>
      position <= at ? position : Math.max(at, position - removed) + inserted.length
    const [start, end] = [moved(textarea.selectionStart), moved(textarea.selectionEnd)]
    textarea.value = value
    textarea.setSelectionRange(start, end)
    shown.current = value
  }, [field, value])
  return {
    typed(next) {
      shown.current = next
    },
  }
}
