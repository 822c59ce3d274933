// Choosing a step of a scale: a radio group, so arrow keys move; boxes in the panel, full rows with words on a phone.
import { VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useTexts } from '#client/ui/texts.ts'
import { type Scale, stepsOf } from '#shared/facilitation/questions.ts'
import answer from './answer.module.css'
import { labelOf } from './answer-draft.ts'
import classes from './ScaleInput.module.css'

type Props = {
  scale: Scale
  /** Null while nothing is chosen. */
  value: number | null
  onChange: (value: number) => void
}

/** More steps than this stand in rows of boxes, also on a phone: eleven full rows would be a page of their own. */
const mostRows = 6

export function ScaleInput({ scale, value, onChange }: Props) {
  const t = useTexts(pollTexts)
  const name = useId()
  const steps = stepsOf(scale)
  const isLong = steps.length > mostRows
  return (
    <fieldset className={classes.scale} data-long={isLong || undefined}>
      <VisuallyHidden component="legend">{t('answers')}</VisuallyHidden>
      <div className={classes.steps} style={{ '--columns': isLong ? 6 : steps.length }}>
        {steps.map((step) => {
          const label = labelOf(scale, step)
          return (
            <label key={step} className={`${answer.choice} ${classes.step}`} title={label || undefined}>
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
        <span>{isLong ? t('endOf', { value: scale.min, label: scale.lowLabel }) : scale.lowLabel}</span>
        <span>{isLong ? t('endOf', { value: scale.max, label: scale.highLabel }) : scale.highLabel}</span>
      </div>
    </fieldset>
  )
}
