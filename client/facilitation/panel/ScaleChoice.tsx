// Choosing one of five steps: a radio group, so arrow keys move; five boxes in the panel, five full rows on a phone.

import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Scale } from '#shared/facilitation/polls.ts'
import { iconProps } from './icons.ts'
import classes from './ScaleChoice.module.css'

export const scaleSteps = [1, 2, 3, 4, 5] as const

type Props = {
  scale: Scale
  /** 1 to 5; null while nothing is chosen. */
  value: number | null
  onChange: (value: number) => void
}

export function ScaleChoice({ scale, value, onChange }: Props) {
  const t = useTexts(pollTexts)
  const name = useId()
  return (
    <fieldset className={classes.scale}>
      <legend className={classes.legend}>{t('answers')}</legend>
      <div className={classes.steps}>
        {scaleSteps.map((step) => {
          const label = labelOf(scale, step)
          return (
            <label key={step} className={classes.step} title={label || undefined}>
              <input
                type="radio"
                name={name}
                value={step}
                checked={value === step}
                onChange={() => onChange(step)}
                aria-label={label ? t('step', { value: step, label }) : String(step)}
              />
              <span className={classes.number} aria-hidden="true">
                {step}
              </span>
              <span className={classes.label} aria-hidden="true">
                {label}
              </span>
              <span className={classes.check}>
                <IconCheck {...iconProps} />
              </span>
            </label>
          )
        })}
      </div>
      <div className={classes.ends} aria-hidden="true">
        <span>{scale.lowLabel}</span>
        <span>{scale.highLabel}</span>
      </div>
    </fieldset>
  )
}

/** The words for a step; the middle ones may have none. */
export function labelOf({ labels, lowLabel, highLabel }: Scale, step: number): string {
  return labels?.[step - 1] ?? (step === 1 ? lowLabel : step === 5 ? highLabel : '')
}
