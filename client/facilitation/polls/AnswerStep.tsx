// One question at a time: how far one is, the question, its answer, and on to the next or back.
import { Button } from '@mantine/core'
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import type { AnswerDrafts } from '#client/facilitation/answer/use-answer-drafts.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Answering, GivenAnswer } from './AnswerForm.tsx'
import classes from './polls.module.css'
import { SendAnswers, sendingOf } from './SendAnswers.tsx'

type Props = Answering & { poll: Poll; answers: readonly GivenAnswer[]; children: ReactNode }

export function AnswerStep(props: Props) {
  const { polls, poll, children } = props
  if (polls.length > 1) return <StepOfMany {...props} />
  return (
    <AloneForm {...props} poll={poll}>
      {children}
    </AloneForm>
  )
}

function AloneForm({ waiting, words, onCancel, onSubmit, answers, children }: Props) {
  return (
    <form onSubmit={sendingOf({ answers, waiting, onSubmit })}>
      {children}
      <SendAnswers {...{ answers, waiting, onCancel }} send={words.one} nothing={words.nothing} />
    </form>
  )
}

function StepOfMany({ polls, poll, drafts, answers, hasGiven, children }: Props) {
  const t = useTexts(answerTexts)
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const place = drafts.step
  const isAnswered = answers.some((one) => one.poll.pollId === poll.pollId)
  const isLast = place === polls.length - 1
  useHeadingFocus(heading, drafts)
  return (
    <form
      aria-labelledby={headingId}
      onSubmit={(event) => {
        event.preventDefault()
        drafts.goTo(place + 1)
      }}
    >
      <Progress polls={polls} place={place} answers={answers} hasGiven={hasGiven} />
      <h3 id={headingId} ref={heading} tabIndex={-1} className={classes.question}>
        {poll.question}
      </h3>
      {poll.hint && <p className={classes.asked}>{poll.hint}</p>}
      {children}
      <div className={classes.steps}>
        {place > 0 && (
          <Button variant="subtle" color="gray" onClick={() => drafts.goTo(place - 1)}>
            {t('back')}
          </Button>
        )}
        <Button type="submit" className={classes.onward} variant={isAnswered ? 'filled' : 'default'}>
          {isLast ? t('toReview') : isAnswered ? t('next') : t('skip')}
        </Button>
      </div>
    </form>
  )
}

/** Whoever hears the page, or steers it by keys, is where the new question begins. */
export function useHeadingFocus(
  heading: RefObject<HTMLElement | null>,
  { step, hasMoved }: Pick<AnswerDrafts, 'step' | 'hasMoved'>,
): void {
  useEffect(() => {
    if (!hasMoved || !heading.current) return
    heading.current.dataset.step = String(step)
    heading.current.focus()
  }, [heading, step, hasMoved])
}

type ProgressProps = Pick<Props, 'polls' | 'answers' | 'hasGiven'> & { place: number }

function Progress({ polls, place, answers, hasGiven }: ProgressProps) {
  const t = useTexts(answerTexts)
  const isDone = (poll: Poll) =>
    hasGiven(poll.pollId) || answers.some((one) => one.poll.pollId === poll.pollId)
  return (
    <div className={classes.progress}>
      <p>{t('progress', { place: place + 1, count: polls.length })}</p>
      <div className={classes.segments} aria-hidden="true">
        {polls.map((poll, index) => (
          <i
            key={poll.pollId}
            data-done={isDone(poll) || undefined}
            data-here={index === place || undefined}
          />
        ))}
      </div>
    </div>
  )
}
