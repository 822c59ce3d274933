// A few words, one in each field; empty fields are no answer.
import { TextInput, VisuallyHidden } from '@mantine/core'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './answer.module.css'

type Props = {
  /** How many there may be. */
  most: number
  /** Of one word, in characters. */
  maxLength: number
  value: readonly string[]
  onChange: (value: string[]) => void
}

export function WordsInput({ most, maxLength, value, onChange }: Props) {
  const t = useTexts(answerTexts)
  const fields = Array.from({ length: most }, (_, index) => value[index] ?? '')
  return (
    <fieldset className={classes.field}>
      <VisuallyHidden component="legend">{t('answers')}</VisuallyHidden>
      <p className={classes.hint}>{t('wordsHint', { count: most })}</p>
      <div className={classes.rows}>
        {fields.map((word, index) => (
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place
            key={index}
            aria-label={t('word', { place: index + 1, count: most })}
            value={word}
            maxLength={maxLength}
            autoComplete="off"
            onChange={(event) =>
              onChange(fields.map((one, place) => (place === index ? event.currentTarget.value : one)))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
