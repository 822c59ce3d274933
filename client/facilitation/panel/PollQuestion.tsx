// The head of a poll: whether it is secret, how long it is still open, and the question.
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import { iconProps } from './icons.ts'
import classes from './PollCard.module.css'

export function PollQuestion({ poll, id }: { poll: Poll; id: string }) {
  const t = useTexts(pollTexts)
  const isSecret = poll.mode === 'anonymous'
  const Icon = isSecret ? IconLock : IconLockOpen
  const open = poll.state === 'closed' ? t('resultOpen') : t('open')
  return (
    <>
      <p className={classes.kind}>
        <Icon {...iconProps} size="1rem" />
        {isSecret ? t('secret') : open}
        {poll.state === 'open' && poll.closesAt !== null && <Countdown closesAt={poll.closesAt} />}
      </p>
      <h2 id={id} className={classes.question}>
        {poll.question}
      </h2>
    </>
  )
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
