// A sentence or two of one's own, with what is left of the room for it and why to write plainly.
import { Textarea } from '@mantine/core'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { useTexts } from '#client/ui/texts.ts'
import classes from './answer.module.css'

type Props = {
  maxLength: number
  isSecret: boolean
  /** In the place of our own hint. */
  hint?: string | undefined
  value: string
  onChange: (value: string) => void
}

export function TextAnswerInput({ maxLength, isSecret, hint, value, onChange }: Props) {
  const t = useTexts(answerTexts)
  const left = maxLength - [...value].length
  return (
    <div className={classes.field}>
      <Textarea
        label={t('yourText')}
        classNames={{ label: classes.hidden ?? '', description: classes.below ?? '' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={hint ?? t(isSecret ? 'textHintSecret' : 'textHint', { count: maxLength })}
        value={value}
        maxLength={maxLength}
        autosize
        minRows={3}
        maxRows={8}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p className={classes.counter} aria-live={left <= 40 ? 'polite' : 'off'}>
        {t('charactersLeft', { count: left })}
      </p>
    </div>
  )
}
