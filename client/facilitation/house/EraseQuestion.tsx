// Asks once more before something is erased for good.
import type { ReactNode } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import classes from './house.module.css'

type Props = {
  /** What is erased, for who hears it. */
  label: string
  question: string
  /** In place of the question, once the erasing has failed. */
  failure: string | null
  keep: string
  onKeep: () => void
  /** The button that erases. */
  children: ReactNode
}

export function EraseQuestion({ label, question, failure, keep, onKeep, children }: Props) {
  return (
    <fieldset className={classes.sure} aria-label={label}>
      <p className={panel.small} role={failure === null ? undefined : 'alert'}>
        {failure ?? question}
      </p>
      {/* The question has come where the button was: the focus goes with it, to the harmless answer. */}
      <TextButton ref={takeFocus} onClick={onKeep}>
        {keep}
      </TextButton>
      {children}
    </fieldset>
  )
}

/** One and the same function: it is called when the button comes, not each time it is drawn. */
const takeFocus = (element: HTMLElement | null) => element?.focus()
