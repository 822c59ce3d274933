// Over everything else when it is one's turn: large, with one's time and the way to end it; before that, that one is next.
import { Button, CloseButton } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useFacilitation, useMe, useRoom, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import { placeInQueue } from '#shared/facilitation/speaking-order.ts'
import { limitOf, speakingTime } from './speaking-time.ts'
import classes from './TurnNotice.module.css'
import { queueTexts } from './texts-queue.ts'
import { useTurnInTab } from './use-turn-in-tab.ts'

/** Long enough to be seen from the corner of the eye. */
const nextShownMs = 8_000
/** Then it makes room and stays as one line. */
const largeMs = 10_000

export function TurnNotice() {
  const me = useMe()
  const speaking = useFacilitation((state) => state.view.hands.speaking)
  const feedback = useFacilitation((state) => state.view.feedback)
  const isNext = useFacilitation(({ view, me }) => {
    if (!me) return false
    if (isUnderWay(view.feedback)) return view.feedback.waiting[1] === me.personId
    return placeInQueue(view.hands, view.people, me.personId) === 1
  })
  const isMine = me !== null && speaking?.personId === me.personId
  useTurnInTab(isMine ? 'speaking' : isNext ? 'next' : 'none')
  if (isMine) return <YourTurn key={speaking.since} since={speaking.since} title={titleOf(feedback)} />
  return isNext ? <YouAreNext /> : null
}

const titleOf = (feedback: Parameters<typeof isUnderWay>[0]) => (isUnderWay(feedback) ? feedback.title : null)

function YourTurn({ since, title }: { since: number; title: string | null }) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  const [size, setSize] = useState<'large' | 'small' | 'hidden'>('large')
  useEffect(() => {
    const timer = setTimeout(() => setSize((now) => (now === 'large' ? 'small' : now)), largeMs)
    return () => clearTimeout(timer)
  }, [])
  const limitMs = useFacilitation(({ view }) => limitOf(view))
  const { spokenMs, isOver } = speakingTime(since, useServerNow(500), limitMs)
  const wasOver = useRef(isOver)
  const over = t('timeOver')
  useEffect(() => {
    if (isOver && !wasOver.current) announce(over)
    wasOver.current = isOver
  }, [isOver, over])
  if (size === 'hidden') return null
  const isSmall = size === 'small'
  return (
    <section className={classes.turn} aria-label={t('yourTurn')} data-small={isSmall || undefined}>
      <span className={classes.icon}>
        <IconMicrophone size="1.5rem" stroke={1.6} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        <p className={classes.big}>{t('yourTurn')}</p>
        {(!isSmall || isOver) && (
          <p className={classes.small}>{isOver ? over : (title ?? t('yourTurnWhat'))}</p>
        )}
      </div>
      <span className={classes.time} role="timer">
        {limitMs === null || isOver
          ? formatClock(spokenMs)
          : t('timeLeft', { time: formatClock(limitMs - spokenMs) })}
      </span>
      <Button
        variant="filled"
        className={classes.done}
        // A refusal is told by the store's notice.
        onClick={() => void send({ type: 'floor.yield' })}
      >
        {t(isSmall ? 'doneShort' : 'done')}
      </Button>
      <Hide onHide={() => setSize('hidden')} />
    </section>
  )
}

function YouAreNext() {
  const t = useTexts(queueTexts)
  const [isShown, setShown] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), nextShownMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <section className={classes.next} aria-label={t('youAreNext')}>
      <p className={classes.words}>{t('youAreNext')}</p>
      <Hide onHide={() => setShown(false)} />
    </section>
  )
}

function Hide({ onHide }: { onHide: () => void }) {
  const t = useTexts(queueTexts)
  return (
    <CloseButton
      size="lg"
      variant="transparent"
      className={classes.close}
      aria-label={t('hide')}
      onClick={onHide}
    />
  )
}
