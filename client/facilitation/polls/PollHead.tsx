// The head of what is asked: secret, or plainly not; how long it is still open; the title of a form or the one question.
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import classes from './polls.module.css'

export function PollHead({ poll, id }: { poll: Poll; id: string }) {
  const t = useTexts(pollTexts)
  const isSecret = poll.mode === 'anonymous'
  const Icon = isSecret && poll.state !== 'closed' ? IconLock : IconLockOpen
  const isMany = poll.form !== null && poll.form.count > 1
  return (
    <>
      <p className={classes.kind}>
        <Icon {...iconProps} size="1rem" />
        {t(kindOf(poll))}
        {poll.state === 'open' && poll.closesAt !== null && <Countdown closesAt={poll.closesAt} />}
      </p>
      <h2 id={id} className={isMany ? classes.title : classes.question}>
        {isMany ? (poll.form?.title ?? t('severalQuestions')) : poll.question}
      </h2>
      {!isMany && poll.hint && poll.state === 'open' && <p className={classes.asked}>{poll.hint}</p>}
    </>
  )
}

function kindOf(poll: Poll): 'secret' | 'resultSecret' | 'openNamed' | 'openUnnamed' | 'resultOpen' {
  if (poll.mode === 'anonymous') return poll.state === 'closed' ? 'resultSecret' : 'secret'
  if (poll.state === 'closed') return 'resultOpen'
  return poll.showsNames ? 'openNamed' : 'openUnnamed'
}

function Countdown({ closesAt }: { closesAt: number }) {
  const t = useTexts(pollTexts)
  const now = useServerNow(250)
  return (
    <span className={classes.countdown} role="timer">
      {t('endsIn')} {formatClock(Math.max(0, closesAt - now))}
    </span>
  )
}
