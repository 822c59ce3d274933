// A day of the calendar; says when it is none, when it lies in the past, or before the day it should follow.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { useTexts } from '#client/ui/texts.ts'
import classes from './ActionsPanel.module.css'
import { today } from './days.ts'
import { actionTexts } from './texts-actions.ts'

type Props = {
  label: string
  /** "2026-12-24", or empty. */
  value: string
  /** The day it should not be before; empty for none. */
  earliest?: string
  onChange: (day: string) => void
}

export function DayField({ label, value, earliest = '', onChange }: Props) {
  const t = useTexts(actionTexts)
  const [isInvalid, setInvalid] = useState(false)
  const hint =
    value === ''
      ? null
      : value < today()
        ? t('past')
        : earliest !== '' && value < earliest
          ? t('beforeDue')
          : null
  return (
    <div>
      <TextInput
        type="date"
        label={label}
        value={value}
        error={isInvalid ? t('invalidDate') : null}
        // A day that is no day leaves the value empty; the browser knows that something stands there.
        onBlur={(event) => setInvalid(event.currentTarget.validity.badInput)}
        onChange={(event) => {
          setInvalid(false)
          onChange(event.currentTarget.value)
        }}
      />
      {hint && (
        <p className={`${panel.small} ${classes.hint}`} role="status">
          {hint}
        </p>
      )}
    </div>
  )
}
