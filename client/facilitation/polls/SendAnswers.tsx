// The foot of a form of answers: sends them once there are any, or says what it waits for; and the way out.
import { Button } from '@mantine/core'
import type { FormEvent } from 'react'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Answering, GivenAnswer } from './AnswerForm.tsx'
import classes from './polls.module.css'

type Props = Pick<Answering, 'waiting' | 'onCancel'> & {
  answers: readonly GivenAnswer[]
  send: string
  /** Said while there is no answer yet. */
  nothing: string
}

export function SendAnswers({ answers, waiting, send, nothing, onCancel }: Props) {
  const t = useTexts(pollTexts)
  const isThere = answers.length > 0
  return (
    <div className={classes.buttons}>
      {waiting ?? (!isThere && <p className={classes.waiting}>{nothing}</p>)}
      {!waiting && isThere && (
        <Button type="submit" fullWidth>
          {send}
        </Button>
      )}
      {onCancel && (
        <Button fullWidth variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  )
}

/** What the form around it does when it is submitted; Enter in a field does so also without the button. */
export const sendingOf =
  ({ answers, waiting, onSubmit }: Pick<Answering, 'waiting' | 'onSubmit'> & Pick<Props, 'answers'>) =>
  (event: FormEvent) => {
    event.preventDefault()
    if (answers.length > 0 && !waiting) onSubmit([...answers])
  }
