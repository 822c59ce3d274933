// Who has the floor, and for how long; told gently when the time for a turn is over.
import { IconMicrophone } from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe, useRoom, useServerNow } from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonId } from '#shared/ids.ts'
import classes from './queue-rows.module.css'
import { limitOf, speakingTime } from './speaking-time.ts'
import { queueTexts } from './texts-queue.ts'
import { PersonDepartment, Who } from './Who.tsx'

export function SpeakingRow({ personId, since }: { personId: PersonId; since: number }) {
  const t = useTexts(panelTexts)
  const { send } = useRoom()
  const me = useMe()
  const isMe = me?.personId === personId
  return (
    <li className={classes.row} data-me={isMe || undefined} data-speaking>
      <span className={classes.place}>
        <IconMicrophone {...iconProps} role="img" aria-hidden={false} aria-label={t('speaking')} />
      </span>
      <Who personId={personId} below={isMe ? t('youSpeak') : null} />
      <SpokenTime since={since} />
      {me?.role === 'facilitator' ? (
        <span className={classes.end}>
          {/* A refusal is told by the store's notice. */}
          <TextButton onClick={() => void send({ type: 'floor.yield' })}>{t('endTurn')}</TextButton>
        </span>
      ) : (
        <PersonDepartment personId={personId} />
      )}
    </li>
  )
}

export function SpokenTime({ since }: { since: number }) {
  const t = useTexts(queueTexts)
  const limitMs = useFacilitation(({ view }) => limitOf(view))
  const { spokenMs, isOver } = speakingTime(since, useServerNow(500), limitMs)
  const time = formatClock(spokenMs)
  return (
    <span className={`${panel.small} ${panel.figures} ${classes.time}`} data-over={isOver || undefined}>
      {limitMs === null ? time : t('ofLimit', { time, limit: formatClock(limitMs) })}
      {isOver && <span className={classes.over}> · {t('over')}</span>}
    </span>
  )
}
