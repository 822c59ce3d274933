// One hand in the queue: its place, what it is for, whose it is; for facilitators the floor, and its place among the others.
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBarToUp,
  IconArrowUp,
  IconDotsVertical,
  IconGripVertical,
  IconHandOff,
  IconMicrophone,
  IconPlayerSkipForward,
} from '@tabler/icons-react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import sortable from '#client/ui/sorting/sorting.module.css'
import type { Sorting } from '#client/ui/sorting/use-sorting.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Hand } from '#shared/facilitation/speaking-order.ts'
import type { PersonId } from '#shared/ids.ts'
import { kindIcons } from './hand-kinds.ts'
import classes from './queue-rows.module.css'
import { queueTexts } from './texts-queue.ts'
import { PersonDepartment, Who } from './Who.tsx'

type Props = {
  hand: Hand
  place: number
  order: readonly PersonId[]
  /** Null for whoever cannot put the hands in order. */
  sorting: Sorting<PersonId> | null
}

export function WaitingRow({ hand, place, order, sorting }: Props) {
  const t = useTexts(panelTexts)
  const me = useMe()
  const { personId } = hand
  const isMe = me?.personId === personId
  const below = place === 1 ? t('nextUp') : t('before', { count: place - 1 })
  const isFacilitator = me?.role === 'facilitator'
  return (
    <li
      className={`${sortable.row} ${classes.row}`}
      data-me={isMe || undefined}
      {...sorting?.rowOf(personId)}
    >
      {sorting && <Grip personId={personId} place={place} count={order.length} sorting={sorting} />}
      <span className={classes.place}>{place}</span>
      <Who personId={personId} below={isMe ? below : null} kind={<Kind hand={hand} />} />
      <PersonDepartment personId={personId} isTitleHidden={isFacilitator} />
      {isFacilitator && <Leading personId={personId} place={place} order={order} />}
    </li>
  )
}

type GripProps = { personId: PersonId; place: number; count: number; sorting: Sorting<PersonId> }

function Grip({ personId, place, count, sorting }: GripProps) {
  const t = useTexts(queueTexts)
  const name = usePersonName()(personId)
  return (
    <button
      type="button"
      className={`${sortable.grip} ${classes.grip}`}
      aria-label={t('move', { name, place, count })}
      {...sorting.gripOf(personId)}
    >
      <IconGripVertical {...iconProps} size="1.125rem" />
    </button>
  )
}

/** A contribution is the rule and needs no sign. */
function Kind({ hand: { kind } }: { hand: Hand }) {
  const t = useTexts(queueTexts)
  if (kind === 'contribution') return null
  const Icon = kindIcons[kind]
  return (
    <span className={classes.kind} data-kind={kind}>
      <Icon {...iconProps} size="1rem" />
      {t(kind)}
    </span>
  )
}

function Leading({
  personId,
  place,
  order,
}: {
  personId: PersonId
  place: number
  order: readonly PersonId[]
}) {
  const t = useTexts(panelTexts)
  const say = useTexts(queueTexts)
  const { send } = useRoom()
  const name = usePersonName()(personId)
  const [first] = order
  const before = order[place - 2]
  return (
    <span className={classes.actions}>
      {/* A refusal is told by the store's notice. */}
      <ActionIcon
        aria-label={t('callName', { name })}
        title={t('callName', { name })}
        onClick={() => void send({ type: 'hand.call', personId })}
      >
        <IconMicrophone {...iconProps} />
      </ActionIcon>
      <Menu position="bottom-end" shadow="lg" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label={say('moreAbout', { name })} title={say('moreAbout', { name })}>
            <IconDotsVertical {...iconProps} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {first && place > 2 && (
            <Menu.Item
              leftSection={<IconArrowBarToUp {...iconProps} />}
              onClick={() => void send({ type: 'hand.move', personId, before: first })}
            >
              {say('toFront')}
            </Menu.Item>
          )}
          {before && (
            <Menu.Item
              leftSection={<IconArrowUp {...iconProps} />}
              onClick={() => void send({ type: 'hand.move', personId, before })}
            >
              {say('forward')}
            </Menu.Item>
          )}
          {place < order.length && (
            <Menu.Item
              leftSection={<IconPlayerSkipForward {...iconProps} />}
              onClick={() => void send({ type: 'hand.skip', personId })}
            >
              {say('skip')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconHandOff {...iconProps} />}
            onClick={() => void send({ type: 'hand.lower', personId })}
          >
            {t('lowerName', { name })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
