// What the group is asked at this moment; else what was last asked during this agenda item, with its results.
import { useMemo } from 'react'
import panel from '#client/facilitation/panel/panel.module.css'
import { currentForm } from '#client/facilitation/selectors.ts'
import { useFacilitation, useMe } from '#client/facilitation/use-facilitation.ts'
import type { OpenPoll, Poll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { isMoodPulse } from '#shared/facilitation/similar-polls.ts'
import { OpenResults, SecretResults } from './FormResults.tsx'
import { MoodForm } from './MoodForm.tsx'
import { MoodTrend } from './MoodTrend.tsx'
import { OpenForm } from './OpenForm.tsx'
import { SecretForm } from './SecretForm.tsx'

export function PollSection() {
  const me = useMe()
  const agenda = useFacilitation((state) => state.view.agenda)
  const all = useFacilitation((state) => state.view.polls)
  const sessions = useFacilitation((state) => state.view.sessions)
  const polls = useMemo(() => currentForm({ agenda, sessions, polls: all }), [agenda, sessions, all])
  const [first] = polls
  if (!me || !first) return null
  // Keyed, because an answer belongs to one form: the next one starts with nothing chosen.
  return (
    <div key={first.pollId} className={panel.section} data-poll>
      <Form polls={polls} me={me} />
    </div>
  )
}

function Form({ polls, me }: { polls: readonly Poll[]; me: Me }) {
  const secret = useMemo(() => polls.filter(isSecret), [polls])
  const open = useMemo(() => polls.filter(isOpen), [polls])
  const [first] = secret
  const isClosed = polls.every(({ state }) => state === 'closed')
  if (first && polls.length === 1 && isMoodPulse(first))
    return isClosed ? <MoodTrend me={me} /> : <MoodForm poll={first} me={me} />
  if (first)
    return isClosed ? <SecretResults polls={secret} me={me} /> : <SecretForm polls={secret} me={me} />
  return isClosed ? <OpenResults polls={open} /> : <OpenForm polls={open} me={me} />
}

const isSecret = (poll: Poll): poll is SecretPoll => poll.mode === 'anonymous'
const isOpen = (poll: Poll): poll is OpenPoll => poll.mode === 'open'
