// A row of colours to choose from, each with its name; arrow keys go through them, as through any group of radio buttons.

import { VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import classes from '#client/board/selection/swatches.module.css'

type Choice = {
  value: string
  label: string
  /** Any CSS colour; null is drawn as a line through. */
  color: string | null
}
type Props = {
  label: string
  choices: readonly Choice[]
  /** Null where several differ. */
  chosen: string | null
  onChoose: (value: string) => void
  /** Discs for lines, sheets for notes. */
  shape?: 'sheet' | 'disc'
}

export function Swatches({ label, choices, chosen, onChoose, shape = 'sheet' }: Props) {
  const name = useId()
  return (
    <fieldset className={classes.row} data-shape={shape}>
      <VisuallyHidden component="legend">{label}</VisuallyHidden>
      {choices.map(({ value, label: title, color }) => (
        <label key={value} className={classes.choice} title={title}>
          <input
            type="radio"
            className={classes.radio}
            name={name}
            value={value}
            checked={value === chosen}
            aria-label={title}
            onChange={() => onChoose(value)}
          />
          <span
            className={classes.swatch}
            data-none={color === null || undefined}
            style={color === null ? undefined : { background: color }}
          />
        </label>
      ))}
      <span className={classes.name} aria-hidden>
        {choices.find(({ value }) => value === chosen)?.label}
      </span>
    </fieldset>
  )
}
