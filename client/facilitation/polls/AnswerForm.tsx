// Answering what was asked: one question with its button, or several one after the other with an overview at the end.
import type { ReactNode } from 'react'
import { AnswerInput } from '#client/facilitation/answer/AnswerInput.tsx'
import { answerIn } from '#client/facilitation/answer/answer-draft.ts'
import type { AnswerDrafts } from '#client/facilitation/answer/use-answer-drafts.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import type { PollId } from '#shared/ids.ts'
import { AnswerReview } from './AnswerReview.tsx'
import { AnswerStep } from './AnswerStep.tsx'

export type GivenAnswer = { poll: Poll; answer: Answer }
export type Answering = {
  /** In the order of the form. */
  polls: readonly Poll[]
  isSecret: boolean
  drafts: AnswerDrafts
  /** Something was handed in for this one, and stays unless it is answered again. */
  hasGiven: (pollId: PollId) => boolean
  /** What has to happen before anything can be handed in; null when nothing has. */
  waiting: ReactNode
  /** Says how to hand in the answers that are there, and that there are none yet. */
  words: { one: string; all: string; nothing: string }
  onSubmit: (answers: GivenAnswer[]) => void
  /** Leaves everything as it was handed in; null where nothing was. */
  onCancel: (() => void) | null
}

export function AnswerForm(props: Answering) {
  const { polls, drafts, isSecret } = props
  const answers = polls.flatMap((poll): GivenAnswer[] => {
    const answer = answerIn(poll.asks, drafts.draftOf(poll.pollId))
    return answer ? [{ poll, answer }] : []
  })
  const poll = polls[drafts.step]
  if (!poll) return <AnswerReview {...props} answers={answers} />
  const input = (
    <AnswerInput
      key={poll.pollId}
      question={poll.asks}
      isSecret={isSecret}
      draft={drafts.draftOf(poll.pollId)}
      onChange={(draft) => drafts.write(poll.pollId, draft)}
    />
  )
  return (
    <AnswerStep {...props} poll={poll} answers={answers}>
      {input}
    </AnswerStep>
  )
}
