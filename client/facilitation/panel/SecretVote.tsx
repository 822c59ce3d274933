// One's own secret ballot: choose, cast, wait sealed, replace; and the result with its proof once the poll is closed.
import { Button, Loader } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { type Ballot, useBallot } from '#client/facilitation/ballots/use-ballot.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { SecretPoll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { iconProps } from './icons.ts'
import classes from './PollCard.module.css'
import { ScaleChoice } from './ScaleChoice.tsx'
import { ScaleWords } from './ScaleWords.tsx'

type Props = { poll: SecretPoll; me: Me }

export function SecretVote({ poll, me }: Props) {
  const { requestToken } = useRoom()
  const ballot = useBallot(poll, me, requestToken)
  return (
    <>
      {poll.state === 'open' && <OwnBallot poll={poll} me={me} ballot={ballot} />}
      {poll.state === 'closing' && <Closing />}
      {poll.state !== 'closed' && <Box poll={poll} ballot={ballot} />}
    </>
  )
}

type PartProps = Props & { ballot: Ballot }

function OwnBallot({ poll, me, ballot }: PartProps) {
  const t = useTexts(pollTexts)
  switch (ballot.status) {
    case 'could-mark-you':
      return (
        <p className={classes.note} data-tone="danger" role="alert">
          {t('couldMark')}
        </p>
      )
    case 'lost-token':
      return <p className={classes.note}>{t('lostToken')}</p>
    case 'not-eligible':
    case 'closed':
      return (
        <>
          <ScaleWords scale={poll.scale} />
          <p className={classes.note}>{t(me.role === 'participant' ? 'notEligible' : me.role)}</p>
        </>
      )
    default:
      return <Voting poll={poll} me={me} ballot={ballot} />
  }
}

function Voting({ poll, ballot }: PartProps) {
  const t = useTexts(pollTexts)
  const [chosen, setChosen] = useState<number | null>(null)
  const [isReplacing, setReplacing] = useState(false)
  const hasCast = ballot.status === 'sealed-waiting' || ballot.status === 'acknowledged'
  if (hasCast && !isReplacing) return <Cast ballot={ballot} onReplace={() => setReplacing(true)} />
  const cast = () => {
    if (chosen === null) return
    ballot.cast(chosen)
    // What was chosen is not kept on the screen: it could be seen over a shoulder or in a shared window.
    setChosen(null)
    setReplacing(false)
  }
  return (
    <>
      <ScaleChoice scale={poll.scale} value={chosen} onChange={setChosen} />
      {!ballot.isKept && <p className={classes.note}>{t('notKept')}</p>}
      <div className={classes.buttons}>
        {ballot.status === 'requesting-token' ? (
          <p className={classes.note} data-tone="dimmed">
            <Loader size="xs" /> {t('fetching')}
          </p>
        ) : (
          <Button
            fullWidth
            className={classes.castButton}
            data-waiting={chosen === null || undefined}
            onClick={cast}
          >
            {t(hasCast ? 'changeCast' : 'castSecret')}
          </Button>
        )}
        {isReplacing && (
          <Button fullWidth variant="subtle" color="gray" onClick={() => setReplacing(false)}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </>
  )
}

function Cast({ ballot, onReplace }: { ballot: Ballot; onReplace: () => void }) {
  const t = useTexts(pollTexts)
  const code = ballot.ballotCode ?? ''
  return (
    <div className={classes.cast} role="status">
      <strong>
        <IconLock {...iconProps} />
        {t('sealed')}
      </strong>
      <p className={classes.note}>
        {t(ballot.status === 'acknowledged' ? 'sealedStored' : 'sealedWaiting', { code })}
      </p>
      <Button variant="transparent" size="sm" className={classes.replace} onClick={onReplace}>
        {t('change')}
      </Button>
    </div>
  )
}

function Closing() {
  const t = useTexts(pollTexts)
  return (
    <p className={classes.note} role="status">
      <Loader size="xs" /> {t('closing')}
    </p>
  )
}

/** What everybody may know while the poll runs: who has received a ballot, never who has cast one. */
function Box({ poll, ballot }: { poll: SecretPoll; ballot: Ballot }) {
  const t = useTexts(pollTexts)
  const issued = useFacilitation((state) =>
    state.issued?.pollId === poll.pollId ? state.issued.personIds.length : 0,
  )
  const total = Math.max(poll.eligible.length, issued)
  return (
    <>
      <p className={classes.note} data-tone="dimmed">
        {t('words')} <span translate="no">{ballot.keyWords.join(' ')}</span>
      </p>
      <span hidden>{total}</span>
    </>
  )
}
