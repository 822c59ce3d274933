// The speaking queue: who speaks and for how long, who waits at which place, one's own row in saffron.
import { ActionIcon } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { FloorSettings } from '#client/facilitation/queue/FloorSettings.tsx'
import classes from '#client/facilitation/queue/queue-rows.module.css'
import { ReadingRows } from '#client/facilitation/queue/ReadingRows.tsx'
import { SpeakingRow } from '#client/facilitation/queue/SpeakingRow.tsx'
import { queueTexts } from '#client/facilitation/queue/texts-queue.ts'
import { WaitingRow } from '#client/facilitation/queue/WaitingRow.tsx'
import { ReactionMenu } from '#client/facilitation/reactions/ReactionMenu.tsx'
import { panelTexts } from '#client/facilitation/texts.ts'
import { useFacilitation, useMe, usePersonName, useRoom } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useSorting } from '#client/ui/sorting/use-sorting.ts'
import { useTexts } from '#client/ui/texts.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import { speakingOrder } from '#shared/facilitation/speaking-order.ts'
import { iconProps } from './icons.ts'
import panel from './panel.module.css'
import { TextButton } from './TextButton.tsx'

export function QueueSection() {
  const t = useTexts(panelTexts)
  const say = useTexts(queueTexts)
  const { send } = useRoom()
  const [isSetting, setSetting] = useState(false)
  const hands = useFacilitation((state) => state.view.hands)
  const people = useFacilitation((state) => state.view.people)
  const isRound = useFacilitation((state) => isUnderWay(state.view.feedback))
  const me = useMe()
  const isFacilitator = me?.role === 'facilitator'
  const waiting = speakingOrder(hands, people)
  const order = waiting.map(({ personId }) => personId)
  const personName = usePersonName()
  const sorting = useSorting({
    order,
    onMove(personId, to) {
      const others = order.filter((one) => one !== personId)
      announce(say('moved', { name: personName(personId), place: to + 1, count: order.length }))
      // A refusal is told by the store's notice.
      void send({ type: 'hand.move', personId, before: others[to] ?? null })
    },
  })
  // Who has the turn in a round stands with the round.
  const speaking = isRound ? null : hands.speaking
  return (
    <section className={panel.section} aria-labelledby="queue-heading">
      <div className={`${panel.heading} ${classes.heading}`}>
        <h2 id="queue-heading">{t('queue')}</h2>
        {waiting.length > 0 && (
          <span className={`${panel.aside} ${panel.small} ${panel.dimmed} ${panel.figures}`}>
            {t('waiting', { count: waiting.length })}
          </span>
        )}
        {isFacilitator && (
          <span className={classes.tools}>
            <ReactionMenu isQuiet />
            <ActionIcon aria-label={say('settings')} title={say('settings')} onClick={() => setSetting(true)}>
              <IconAdjustmentsHorizontal {...iconProps} />
            </ActionIcon>
          </span>
        )}
      </div>
      {me && waiting.length === 0 && !speaking && (
        <p className={`${panel.small} ${panel.dimmed}`}>
          {t('queueEmpty')} {me.role === 'participant' ? t('queueEmptyHow') : t('queueEmptyOthers')}
        </p>
      )}
      <ol className={classes.queue} ref={sorting.list}>
        {speaking && <SpeakingRow personId={speaking.personId} since={speaking.since} />}
        {waiting.map((hand, index) => (
          <WaitingRow
            key={hand.personId}
            hand={hand}
            place={index + 1}
            order={order}
            sorting={isFacilitator && order.length > 1 ? sorting : null}
          />
        ))}
      </ol>
      {isFacilitator && waiting.length > 1 && (
        <div className={classes.below}>
          {/* A refusal is told by the store's notice. */}
          <TextButton onClick={() => void send({ type: 'hand.lower-all' })}>{t('lowerAll')}</TextButton>
          {hands.arranged && (
            <TextButton onClick={() => void send({ type: 'hand.prioritise', priority: hands.priority })}>
              {say('arrangedReset')}
            </TextButton>
          )}
        </div>
      )}
      <ReadingRows />
      {isFacilitator && <FloorSettings isOpened={isSetting} onClose={() => setSetting(false)} />}
    </section>
  )
}
