// Choosing one option, or several up to a number: full rows under the thumb, radio buttons or ticks to the keyboard and the ear.
import { VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './answer.module.css'

type Props = {
  options: readonly string[]
  /** Places in `options`; empty while nothing is chosen. */
  value: readonly number[]
  /** 1: one of them. */
  most: number
  onChange: (value: number[]) => void
}

export function ChoiceInput({ options, value, most, onChange }: Props) {
  const t = useTexts(answerTexts)
  const name = useId()
  const left = most - value.length
  const isSingle = most === 1
  const choose = (place: number, isChosen: boolean) => {
    if (isSingle) onChange([place])
    else onChange(isChosen ? [...value, place].sort((a, b) => a - b) : value.filter((one) => one !== place))
  }
  return (
    <fieldset className={classes.field}>
      <VisuallyHidden component="legend">{t('answers')}</VisuallyHidden>
      {!isSingle && (
        <p className={classes.hint} role="status">
          {value.length === 0 ? t('upTo', { count: most }) : t('choicesLeft', { count: left })}
        </p>
      )}
      <div className={classes.rows}>
        {options.map((option, place) => {
          const isChosen = value.includes(place)
          const isFull = !isSingle && !isChosen && left === 0
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            <label key={place} className={`${classes.row} ${classes.choice}`} data-full={isFull || undefined}>
              <input
                type={isSingle ? 'radio' : 'checkbox'}
                name={name}
                checked={isChosen}
                aria-disabled={isFull || undefined}
                onChange={(event) => {
                  if (!isFull) choose(place, event.currentTarget.checked)
                }}
              />
              <span className={classes.mark} data-square={!isSingle || undefined} aria-hidden="true">
                {isChosen && <IconCheck {...iconProps} size="1rem" stroke={2.4} />}
              </span>
              <span>{option}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
