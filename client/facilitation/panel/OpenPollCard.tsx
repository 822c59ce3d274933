// An open poll: answered by name, and said so before one answers; the result as slips.
import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { AskedOptions } from '#client/facilitation/answer/AskedOptions.tsx'
import { ScaleInput } from '#client/facilitation/answer/ScaleInput.tsx'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { formatNumber } from '#client/ui/format.ts'
import { SlipChart } from '#client/ui/SlipChart.tsx'
import { currentLanguage, useTexts } from '#client/ui/texts.ts'
import type { OpenPoll } from '#shared/facilitation/polls.ts'
import type { Me } from '#shared/facilitation/protocol.ts'
import { tally } from '#shared/facilitation/tally.ts'
import classes from './PollCard.module.css'
import { PollQuestion } from './PollQuestion.tsx'

type Props = { poll: OpenPoll; me: Me }

export function OpenPollCard({ poll, me }: Props) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId}>
      <PollQuestion poll={poll} id={headingId} />
      {poll.state === 'closed' ? <Result poll={poll} /> : <Answering poll={poll} me={me} />}
    </section>
  )
}

function Answering({ poll, me }: Props) {
  const t = useTexts(pollTexts)
  const answered = Object.keys(poll.answers).length
  // Whoever came later may answer as well, so the group is at least as large as those who did.
  const all = Math.max(poll.eligible.length, answered)
  return (
    <>
      {me.role === 'participant' ? (
        <OwnAnswer poll={poll} me={me} />
      ) : (
        <>
          <AskedOptions question={poll.asks} />
          <p className={classes.note}>{t(me.role)}</p>
        </>
      )}
      <p className={classes.note}>
        <strong>{t('answered', { count: answered, all })}</strong> {t('openWhat')}
      </p>
    </>
  )
}

function OwnAnswer({ poll, me }: Props) {
  const t = useTexts(pollTexts)
  const { send } = useRoom()
  const answer = poll.answers[me.personId]
  const given = answer?.[0] === 'scale' ? answer[1] : null
  const [chosen, setChosen] = useState<number | null>(given)
  const give = () => {
    // A refusal is told by the store's notice.
    if (chosen !== null) void send({ type: 'poll.answer', pollId: poll.pollId, answer: ['scale', chosen] })
  }
  return (
    <>
      {poll.asks.kind === 'scale' && <ScaleInput scale={poll.asks} value={chosen} onChange={setChosen} />}
      {chosen !== null && chosen !== given && (
        <Button fullWidth onClick={give}>
          {given === null ? t('castOpen') : t('changeOpen')}
        </Button>
      )}
      {given !== null && <p className={classes.note}>{t('yourAnswer', { value: given })}</p>}
    </>
  )
}

function Result({ poll: { asks, results } }: { poll: OpenPoll }) {
  const t = useTexts(pollTexts)
  if (!results) return null
  if (results.length === 0) return <p className={classes.note}>{t('noAnswers')}</p>
  const counted = tally(
    asks,
    results.map(({ answer }) => answer),
  )
  if (asks.kind !== 'scale' || counted.kind !== 'scale' || counted.mean === null) return null
  const { counts, mean, votes } = counted
  const inWords = counts.map((count, index) => t('stepCount', { step: asks.min + index, count })).join(', ')
  return (
    <>
      <div className={classes.mean}>
        <span className={classes.figure}>{formatNumber(mean, currentLanguage())}</span>
        <span>{t('mean', { count: votes })}</span>
      </div>
      <SlipChart
        counts={counts}
        lowLabel={asks.lowLabel}
        highLabel={asks.highLabel}
        summary={t('chart', { counts: inWords })}
      />
    </>
  )
}
