// The poll the group is on: secret or open, running or with its result.
import { useMe } from '#client/facilitation/use-facilitation.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import { OpenPollCard } from './OpenPollCard.tsx'
import panel from './panel.module.css'
import { SecretPollCard } from './SecretPollCard.tsx'

export function PollCard({ poll }: { poll: Poll }) {
  const me = useMe()
  if (!me) return null
  // Keyed, because an answer belongs to one poll: the next one starts with nothing chosen.
  return (
    <div className={panel.section} data-poll>
      {poll.mode === 'anonymous' ? (
        <SecretPollCard key={poll.pollId} poll={poll} me={me} />
      ) : (
        <OpenPollCard key={poll.pollId} poll={poll} me={me} />
      )}
    </div>
  )
}
