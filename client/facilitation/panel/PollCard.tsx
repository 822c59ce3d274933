// The poll the group is on: its question, whether it is secret, and below it voting, waiting or the result.
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useMe, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import { iconProps } from './icons.ts'
import { OpenVote } from './OpenVote.tsx'
import classes from './PollCard.module.css'
import panel from './panel.module.css'
import { SecretVote } from './SecretVote.tsx'

export function PollCard({ poll }: { poll: Poll }) {
  const me = useMe()
  if (!me) return null
  return (
    <section className={panel.section} aria-labelledby="poll-question">
      <Kind poll={poll} />
      <h2 id="poll-question" className={classes.question}>
        {poll.question}
      </h2>
      {poll.mode === 'anonymous' ? (
        // A ballot belongs to one poll: a new poll starts with nothing chosen.
        <SecretVote key={poll.pollId} poll={poll} me={me} />
      ) : (
        <OpenVote key={poll.pollId} poll={poll} me={me} />
      )}
    </section>
  )
}

function Kind({ poll }: { poll: Poll }) {
  const t = useTexts(pollTexts)
  const isSecret = poll.mode === 'anonymous'
  const isClosed = poll.state === 'closed'
  const Icon = isSecret && !isClosed ? IconLock : IconLockOpen
  const words = isClosed ? t(isSecret ? 'resultSecret' : 'resultOpen') : t(isSecret ? 'secret' : 'open')
  return (
    <p className={classes.kind}>
      <Icon {...iconProps} />
      {words}
      {poll.state === 'open' && poll.closesAt !== null && <Countdown closesAt={poll.closesAt} />}
    </p>
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
