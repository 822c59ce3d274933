// Typing in a text that others may be typing in at the same time: what is typed goes into the shared text at once.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useSharedText } from '#client/board/shared-text.ts'
import { useTwin } from '#client/board/twin/twin-tools.ts'

export type TypedText = { shapeId: string; prop: string; value: string }
export type Typing = {
  field: RefObject<HTMLTextAreaElement | null>
  /** The others see who is at this text. */
  begin(): void
  /** The field holds `next` now. */
  type(next: string): void
  /** All that was typed since the beginning is one step to undo. */
  end(): void
}

export function useTyping({ shapeId, prop, value }: TypedText): Typing {
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
  return {
    field,
    begin: () => typeIn(shapeId),
    type(next) {
      typed(next)
      edits.type({ id: shapeId, prop, shown: shown.current, next })
      shown.current = next
    },
    end() {
      edits.endTyping()
      typeIn(null)
    },
  }
}

/** A text of one line keeps none of the line breaks that are pasted into it. */
export const inOneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')
