// Answering an open poll: by name, and said so before one answers.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { OpenPoll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { OpenResult } from './OpenResult.tsx'
import classes from './PollCard.module.css'
import { ScaleChoice } from './ScaleChoice.tsx'
import { ScaleWords } from './ScaleWords.tsx'

export function OpenVote({ poll, me }: { poll: OpenPoll; me: Me }) {
  const t = useTexts(pollTexts)
  if (poll.state === 'closed') return <OpenResult poll={poll} />
  const answered = Object.keys(poll.answers).length
  // Whoever came later may answer as well, so the group is at least as large as those who did.
  const all = Math.max(poll.eligible.length, answered)
  return (
    <>
      {me.role === 'participant' ? (
        <Answer poll={poll} me={me} />
      ) : (
        <>
          <ScaleWords scale={poll.scale} />
          <p className={classes.note}>{t(me.role)}</p>
        </>
      )}
      <p className={classes.note}>
        <strong>{t('answered', { count: answered, all })}</strong> {t('openWhat')}
      </p>
    </>
  )
}

function Answer({ poll, me }: { poll: OpenPoll; me: Me }) {
  const t = useTexts(pollTexts)
  const { send } = useRoom()
  const given = poll.answers[me.personId] ?? null
  const [chosen, setChosen] = useState<number | null>(given)
  const isNew = chosen !== null && chosen !== given
  return (
    <>
      <ScaleChoice scale={poll.scale} value={chosen} onChange={setChosen} />
      {isNew ? (
        <Button
          fullWidth
          // A refusal is told by the store's notice.
          onClick={() => void send({ type: 'poll.answer', pollId: poll.pollId, choice: chosen })}
        >
          {given === null ? t('castOpen') : t('changeOpen')}
        </Button>
      ) : (
        given !== null && <p className={classes.note}>{t('yourAnswer', { value: given })}</p>
      )}
    </>
  )
}
