// A secret poll: choose, cast, wait sealed, replace; and the result with its proof once it is closed.
import { Button, Loader } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { AskedOptions } from '#client/facilitation/answer/AskedOptions.tsx'
import { ScaleInput } from '#client/facilitation/answer/ScaleInput.tsx'
import { PollResult } from '#client/facilitation/ballots/PollResult.tsx'
import { SecrecyNote } from '#client/facilitation/ballots/SecrecyNote.tsx'
import { type Ballot, useBallot, useEarlierTally } from '#client/facilitation/ballots/use-ballot.ts'
import { WithCode } from '#client/facilitation/ballots/WithCode.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useSecretPolls } from '#client/facilitation/use-secret-polls.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { IssuedBallots } from './IssuedBallots.tsx'
import { iconProps } from './icons.ts'
import classes from './PollCard.module.css'
import { PollQuestion } from './PollQuestion.tsx'
import { TextButton } from './TextButton.tsx'

type Props = { poll: SecretPoll; me: Me }
type PartProps = Props & { ballot: Ballot }

export function SecretPollCard({ poll, me }: Props) {
  const t = useTexts(pollTexts)
  const { requestToken } = useRoom()
  const headingId = useId()
  const ballot = useBallot(poll, me, requestToken)
  if (poll.state === 'closed') return <Result poll={poll} me={me} ballot={ballot} />
  return (
    <section aria-labelledby={headingId}>
      <PollQuestion poll={poll} id={headingId} />
      {poll.state === 'open' ? <OwnBallot poll={poll} me={me} ballot={ballot} /> : <Closing />}
      <IssuedBallots poll={poll} />
      <SecrecyNote minimumGroup={poll.minimumGroup} />
      <p className={classes.words} title={t('wordsWhat')}>
        {t('words')} <strong translate="no">{ballot.keyWords.join(' ')}</strong>
      </p>
    </section>
  )
}

function Result({ poll, me, ballot }: PartProps) {
  const before = useEarlierTally(useSecretPolls(), poll, me)
  return <PollResult poll={poll} ballot={ballot} before={before} heading="h2" />
}

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
          <AskedOptions question={poll.asks} />
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
    ballot.cast(['scale', chosen])
    // What was chosen is not kept on the screen: it could be seen over a shoulder or in a shared window.
    setChosen(null)
    setReplacing(false)
  }
  return (
    <>
      {poll.asks.kind === 'scale' && <ScaleInput scale={poll.asks} value={chosen} onChange={setChosen} />}
      {!ballot.isKept && <p className={classes.note}>{t('notKept')}</p>}
      <div className={classes.buttons}>
        <CastButton ballot={ballot} isReplacing={isReplacing} isChosen={chosen !== null} onCast={cast} />
        {isReplacing && (
          <Button fullWidth variant="subtle" color="gray" onClick={() => setReplacing(false)}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </>
  )
}

type CastButtonProps = { ballot: Ballot; isReplacing: boolean; isChosen: boolean; onCast: () => void }

/** Until one can cast, the same place says what is missing. */
function CastButton({ ballot, isReplacing, isChosen, onCast }: CastButtonProps) {
  const t = useTexts(pollTexts)
  if (ballot.status === 'requesting-token')
    return (
      <p className={classes.waiting}>
        <Loader size="xs" /> {t('fetching')}
      </p>
    )
  if (!isChosen) return <p className={classes.waiting}>{t('chooseFirst')}</p>
  return (
    <Button fullWidth onClick={onCast}>
      {t(isReplacing ? 'changeCast' : 'castSecret')}
    </Button>
  )
}

function Cast({ ballot, onReplace }: { ballot: Ballot; onReplace: () => void }) {
  const t = useTexts(pollTexts)
  const code = ballot.ballotCode ?? ''
  if (ballot.problem !== null)
    return (
      <p className={classes.note} data-tone="danger" role="alert">
        {t('boxRefused', { problem: ballot.problem })}
      </p>
    )
  return (
    <div className={classes.cast} role="status">
      <strong>
        <IconLock {...iconProps} />
        {t('sealed')}
      </strong>
      <p className={classes.note}>
        <WithCode
          text={t(ballot.status === 'acknowledged' ? 'sealedStored' : 'sealedWaiting', { code })}
          code={code}
        />
      </p>
      <TextButton onClick={onReplace}>{t('change')}</TextButton>
    </div>
  )
}

function Closing() {
  const t = useTexts(pollTexts)
  return (
    <p className={classes.waiting} role="status">
      <Loader size="xs" /> {t('closing')}
    </p>
  )
}
