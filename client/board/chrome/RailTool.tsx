// One button of the rail.
import type { TablerIcon } from '@tabler/icons-react'
import { Fragment } from 'react'
import classes from '#client/board/chrome/rail.module.css'

type Props = {
  label: string
  /** The label with a soft hyphen where it breaks. */
  text?: string | undefined
  Icon: TablerIcon
  isOn?: boolean
  onUse: () => void
  /** A click by keyboard has no place on the canvas. */
  onKeyboard?: () => void
}

export function RailTool({ label, text, Icon, isOn, onUse, onKeyboard }: Props) {
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      title={label}
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
