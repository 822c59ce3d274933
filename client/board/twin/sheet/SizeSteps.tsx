// A width or height in steps, or as a number.
import { ActionIcon, TextInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import classes from '#client/board/twin/sheet/sheet.module.css'

/** px at 100 %, as the columns and lanes are measured. */
const step = 20

type Props = {
  label: string
  value: number
  range: { min: number; max: number }
  words: { less: string; more: string; none?: string }
  onSave: (value: number) => void
}

export function SizeSteps({ label, value, range, words, onSave }: Props) {
  const [written, setWritten] = useState<string | null>(null)
  const save = (next: number) => {
    const fitting = Math.round(Math.min(range.max, Math.max(range.min, next)))
    setWritten(null)
    if (Number.isFinite(next) && fitting !== value) onSave(fitting)
  }
  const saveWritten = () => {
    if (written !== null) save(/^\d+$/.test(written.trim()) ? Number(written) : value)
  }
  return (
    <div className={classes.steps}>
      <TextInput
        label={label}
        inputMode="numeric"
        autoComplete="off"
        value={written ?? String(value)}
        description={value === 0 ? words.none : undefined}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={saveWritten}
        onKeyDown={(event) => {
          if (event.key === 'Enter') saveWritten()
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          save(value + (event.key === 'ArrowUp' ? step : -step))
        }}
      />
      <ActionIcon variant="default" aria-label={words.less} onClick={() => save(value - step)}>
        <IconMinus size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={words.more} onClick={() => save(value + step)}>
        <IconPlus size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  )
}
