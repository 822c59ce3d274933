// The speaking queue: who speaks and for how long, who waits at which place, one's own row in saffron.
import { ActionIcon } from '@mantine/core'
import { IconHandOff, IconMicrophone } from '@tabler/icons-react'
import { departmentOf } from '#client/facilitation/selectors.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import {
  useFacilitation,
  useMe,
  usePersonName,
  useRoom,
  useServerNow,
} from '#client/facilitation/use-facilitation.ts'
import { formatClock } from '#client/ui/format.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { PersonId } from '#shared/ids.ts'
import { Department } from './Department.tsx'
import { iconProps } from './icons.ts'
import panel from './panel.module.css'
import classes from './QueueSection.module.css'
import { TextButton } from './TextButton.tsx'

export function QueueSection() {
  const t = useTexts(panelTexts)
  const { send } = useRoom()
  const { queue, speaking } = useFacilitation((state) => state.view.hands)
  const me = useMe()
  const isFacilitator = me?.role === 'facilitator'
  return (
    <section className={panel.section} aria-labelledby="queue-heading">
      <div className={panel.heading}>
        <h2 id="queue-heading">{t('queue')}</h2>
        {queue.length > 0 && (
          <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
            {t('waiting', { count: queue.length })}
          </span>
        )}
      </div>
      {queue.length === 0 && !speaking && (
        <p className={`${panel.small} ${panel.dimmed}`}>
          {t('queueEmpty')} {me?.role === 'participant' ? t('queueEmptyHow') : t('queueEmptyOthers')}
        </p>
      )}
      <ol className={classes.queue}>
        {speaking && <SpeakingRow personId={speaking.personId} since={speaking.since} />}
        {queue.map(({ personId }, index) => (
          <WaitingRow key={personId} personId={personId} place={index + 1} />
        ))}
      </ol>
      {isFacilitator && queue.length > 1 && (
        // A refusal is told by the store's notice.
        <TextButton onClick={() => void send({ type: 'hand.lower-all' })}>{t('lowerAll')}</TextButton>
      )}
    </section>
  )
}

function SpeakingRow({ personId, since }: { personId: PersonId; since: number }) {
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
      <SpeakingTime since={since} />
      {me?.role === 'facilitator' ? (
        <span className={classes.end}>
          <TextButton onClick={() => void send({ type: 'floor.yield' })}>{t('endTurn')}</TextButton>
        </span>
      ) : (
        <PersonDepartment personId={personId} />
      )}
    </li>
  )
}

function WaitingRow({ personId, place }: { personId: PersonId; place: number }) {
  const t = useTexts(panelTexts)
  const { send } = useRoom()
  const me = useMe()
  const name = usePersonName()(personId)
  const isMe = me?.personId === personId
  const below = place === 1 ? t('nextUp') : t('before', { count: place - 1 })
  return (
    <li className={classes.row} data-me={isMe || undefined}>
      <span className={classes.place}>{place}</span>
      <Who personId={personId} below={isMe ? below : null} />
      <PersonDepartment personId={personId} isTitleHidden={me?.role === 'facilitator'} />
      {me?.role === 'facilitator' && (
        <span className={classes.actions}>
          <ActionIcon
            aria-label={t('callName', { name })}
            title={t('callName', { name })}
            onClick={() => void send({ type: 'hand.call', personId })}
          >
            <IconMicrophone {...iconProps} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('lowerName', { name })}
            title={t('lowerName', { name })}
            onClick={() => void send({ type: 'hand.lower', personId })}
          >
            <IconHandOff {...iconProps} />
          </ActionIcon>
        </span>
      )}
    </li>
  )
}

function Who({ personId, below }: { personId: PersonId; below: string | null }) {
  const t = useTexts(panelTexts)
  const name = usePersonName()(personId)
  const isMe = useMe()?.personId === personId
  return (
    <span className={classes.who}>
      <span className={classes.name}>{isMe ? t('you') : name}</span>
      {below && <span className={panel.small}>{below}</span>}
    </span>
  )
}

function SpeakingTime({ since }: { since: number }) {
  const now = useServerNow(500)
  const seconds = Math.floor(Math.max(0, now - since) / 1_000)
  return (
    <span className={`${panel.small} ${panel.figures} ${classes.time}`}>{formatClock(seconds * 1_000)}</span>
  )
}

function PersonDepartment({ personId, isTitleHidden }: { personId: PersonId; isTitleHidden?: boolean }) {
  const people = useFacilitation((state) => state.view.people)
  const departments = useFacilitation((state) => state.view.info.departments)
  return (
    <span className={classes.department}>
      <Department
        mark={departmentOf(people, departments, personId)}
        {...(isTitleHidden !== undefined && { isTitleHidden })}
      />
    </span>
  )
}
