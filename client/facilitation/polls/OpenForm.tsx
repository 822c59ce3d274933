// What is asked openly, and said so before one answers; each answer goes to the server with one's name.
import { useId, useState } from 'react'
import { answerInWords } from '#client/facilitation/answer/answer-draft.ts'
import { answerTexts } from '#client/facilitation/answer/texts-answer.ts'
import { formIdOf, useAnswerDrafts } from '#client/facilitation/answer/use-answer-drafts.ts'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { OpenPoll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { PollHead } from './PollHead.tsx'
import classes from './polls.module.css'
import { Asked } from './SecretForm.tsx'

type Props = { polls: readonly OpenPoll[]; me: Me }

export function OpenForm({ polls, me }: Props) {
  const t = useTexts(pollTexts)
  const headingId = useId()
  const [first] = polls
  if (!first) return null
  const answered = new Set(polls.flatMap(({ answers }) => Object.keys(answers))).size
  // Whoever came later may answer as well, so the group is at least as large as those who did.
  const all = Math.max(first.eligible.length, answered)
  return (
    <section aria-labelledby={headingId}>
      <PollHead poll={first} id={headingId} />
      {me.role === 'participant' ? (
        <OwnAnswers polls={polls} me={me} />
      ) : (
        <>
          <Asked polls={polls} />
          <p className={classes.note}>{t(me.role)}</p>
        </>
      )}
      <p className={classes.note}>
        <strong>{t('answered', { count: answered, all })}</strong>{' '}
        {t(first.showsNames ? 'openNamedWhat' : 'openUnnamedWhat')}
      </p>
    </section>
  )
}

function OwnAnswers({ polls, me }: Props) {
  const t = useTexts(pollTexts)
  const ta = useTexts(answerTexts)
  const { send } = useRoom()
  const drafts = useAnswerDrafts(formIdOf(polls), me.personId)
  const [isChanging, setChanging] = useState(false)
  const givenIn = (poll: OpenPoll) => poll.answers[me.personId] ?? null
  const hasAnswered = polls.some((poll) => givenIn(poll) !== null)
  if (hasAnswered && !isChanging)
    return (
      <div className={classes.cast} role="status">
        <strong>{ta('formAnswered')}</strong>
        <ul className={classes.own}>
          {polls.map((poll) => {
            const answer = givenIn(poll)
            return (
              <li key={poll.pollId}>
                {polls.length > 1 && <span className={classes.asked}>{poll.question}</span>}
                <span>{answer ? answerInWords(poll.asks, answer) : ta('noAnswerOpen')}</span>
              </li>
            )
          })}
        </ul>
        <TextButton onClick={() => setChanging(true)}>{t('change')}</TextButton>
      </div>
    )
  return (
    <AnswerForm
      polls={polls}
      isSecret={false}
      drafts={drafts}
      hasGiven={(pollId) => polls.some((poll) => poll.pollId === pollId && givenIn(poll) !== null)}
      waiting={null}
      words={{
        one: t(hasAnswered ? 'changeOpen' : 'castOpen'),
        all: ta('sendAll'),
        nothing: t('chooseFirstOpen'),
      }}
      onSubmit={(answers) => {
        for (const { poll, answer } of answers) {
          const before = polls.find(({ pollId }) => pollId === poll.pollId)
          // A refusal is told by the store's notice.
          if (!before || JSON.stringify(givenIn(before)) !== JSON.stringify(answer))
            void send({ type: 'poll.answer', pollId: poll.pollId, answer })
        }
        drafts.clear()
        setChanging(false)
      }}
      onCancel={
        hasAnswered
          ? () => {
              drafts.clear()
              setChanging(false)
            }
          : null
      }
    />
  )
}
