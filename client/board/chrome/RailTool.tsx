// One button of the rail.
import type { TablerIcon } from '@tabler/icons-react'
import { Fragment } from 'react'
import classes from '#client/board/chrome/rail.module.css'

export type RailToolProps = {
  label: string
  /** The label with a soft hyphen where it breaks. */
  text?: string | undefined
  /** The key that does the same while the board has the focus. */
  letter?: string
  Icon: TablerIcon
  isOn?: boolean
  onUse: () => void
  /** A click by keyboard has no place on the canvas. */
  onKeyboard?: (() => void) | undefined
}

export function RailTool({ label, text, letter, Icon, isOn, onUse, onKeyboard }: RailToolProps) {
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      aria-keyshortcuts={letter}
      title={letter ? `${label} (${letter.toUpperCase()})` : label}
      aria-pressed={isOn}
      onClick={(event) => (event.detail === 0 && onKeyboard ? onKeyboard() : onUse())}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
      <span aria-hidden>
        {(text ?? label).split('\u00AD').map((part, at) => (
          <Fragment key={part}>
            {at > 0 && <i className={classes.break} />}
            {part}
          </Fragment>
        ))}
      </span>
    </button>
  )
}
