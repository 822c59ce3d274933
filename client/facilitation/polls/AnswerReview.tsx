// The overview before the seal: every question with what one has answered, each to be changed, and one button for all of them.
import { IconPencil } from '@tabler/icons-react'
import { useRef } from 'react'
import { answerInWords } from '#client/facilitation/answer/answer-draft.ts'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Answering, GivenAnswer } from './AnswerForm.tsx'
import { useHeadingFocus } from './AnswerStep.tsx'
import classes from './polls.module.css'
import { SendAnswers, sendingOf } from './SendAnswers.tsx'

type Props = Answering & { answers: readonly GivenAnswer[] }

export function AnswerReview({
  polls,
  isSecret,
  drafts,
  hasGiven,
  waiting,
  words,
  answers,
  onSubmit,
  onCancel,
}: Props) {
  const t = useTexts(answerTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useHeadingFocus(heading, drafts)
  return (
    <form onSubmit={sendingOf({ answers, waiting, onSubmit })}>
      <h3 ref={heading} tabIndex={-1} className={classes.question}>
        {t('review')}
      </h3>
      <ol className={classes.review}>
        {polls.map((poll, place) => (
          <li key={poll.pollId}>
            <div>
              <p className={classes.asked}>{poll.question}</p>
              <p className={classes.answer}>{answerOf(poll)}</p>
            </div>
            <button
              type="button"
              className={classes.edit}
              aria-label={t('edit', { question: poll.question })}
              onClick={() => drafts.goTo(place)}
            >
              <IconPencil {...iconProps} />
            </button>
          </li>
        ))}
      </ol>
      {isSecret && <p className={classes.note}>{t('reviewWhat')}</p>}
      <SendAnswers {...{ answers, waiting, onCancel }} send={words.all} nothing={t('nothingYet')} />
    </form>
  )

  function answerOf(poll: Poll) {
    const given = answers.find((one) => one.poll.pollId === poll.pollId)
    if (given) return <strong>{answerInWords(poll.asks, given.answer)}</strong>
    if (hasGiven(poll.pollId)) return t(isSecret ? 'staysSealed' : 'staysGiven')
    if (drafts.draftOf(poll.pollId)) return t('incomplete')
    return t(isSecret ? 'noAnswer' : 'noAnswerOpen')
  }
}
