// A score from 0 to 10 with one decimal; what is being typed stays as it is until it is one.
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { Language } from '#shared/language.ts'

type Props = {
  label: string
  value: number | null
  language: Language
  onChange: (next: number | null) => void
}

export function ScoreField({ label, value, language, onChange }: Props) {
  /** "4," on the way to "4,5": no number yet, and not to be replaced by one. */
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <NumberInput
      label={label}
      min={0}
      max={10}
      step={0.5}
      decimalScale={1}
      decimalSeparator={language === 'de' ? ',' : '.'}
      clampBehavior="strict"
      value={draft ?? value ?? ''}
      onChange={(next) => {
        const isNumber = typeof next === 'number'
        setDraft(isNumber || next === '' ? null : next)
        if (isNumber || next === '') onChange(isNumber ? asScore(next) : null)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}

const asScore = (value: number) => Math.round(Math.min(10, Math.max(0, value)) * 10) / 10
