// The parking lot in the panel: one quiet line, behind it the topics and a field to park another.
import { Button, Collapse, TextInput } from '@mantine/core'
import { IconParking } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { randomHexId } from '#client/ui/random-uuid.ts'
import { useTexts } from '#client/ui/texts.ts'
import { openTopics } from '#shared/facilitation/parking-lot.ts'
import { TopicId } from '#shared/ids.ts'
import classes from './parking.module.css'
import { TopicRow } from './TopicRow.tsx'
import { parkingTexts } from './texts-parking.ts'

export function ParkingSection() {
  const t = useTexts(parkingTexts)
  const me = useMe()
  const lot = useFacilitation((state) => state.view.parkingLot)
  const [isOpen, setOpen] = useState(false)
  const bodyId = useId()
  if (!me || (me.role === 'observer' && lot.topics.length === 0)) return null
  const open = openTopics(lot).length
  return (
    <section className={`${panel.section} ${classes.lot}`} aria-label={t('title')} data-parking>
      <TextButton aria-expanded={isOpen} aria-controls={bodyId} onClick={() => setOpen(!isOpen)}>
        <IconParking {...iconProps} aria-hidden="true" />
        {t('title')}
        {open > 0 && <span className={`${panel.dimmed} ${panel.figures}`}>{t('open', { count: open })}</span>}
      </TextButton>
      <Collapse expanded={isOpen} id={bodyId}>
        <Topics />
        {me.role !== 'observer' && <ParkTopic />}
      </Collapse>
    </section>
  )
}

function Topics() {
  const t = useTexts(parkingTexts)
  const { send } = useRoom()
  const isFacilitator = useMe()?.role === 'facilitator'
  const { topics, removed } = useFacilitation((state) => state.view.parkingLot)
  // What had been removed before one looked is no news.
  const [before] = useState(removed.length)
  const last = removed.length > before ? removed.at(-1)?.topic : undefined
  return (
    <>
      {topics.length === 0 && <p className={`${panel.small} ${panel.dimmed}`}>{t('what')}</p>}
      <ul className={classes.topics}>
        {topics.map((topic) => (
          <TopicRow key={topic.topicId} topic={topic} />
        ))}
      </ul>
      {last && isFacilitator && (
        <p className={classes.removed} role="status">
          <span className={panel.small}>{t('removed', { topic: last.text })}</span>
          <TextButton onClick={() => void send({ type: 'topic.restore', topicId: last.topicId })}>
            {t('undo')}
          </TextButton>
        </p>
      )}
    </>
  )
}

function ParkTopic() {
  const t = useTexts(parkingTexts)
  const { send } = useRoom()
  const [text, setText] = useState('')
  const park = (event: FormEvent) => {
    event.preventDefault()
    const topic = text.trim()
    if (topic === '') return
    setText('')
    void send({ type: 'topic.park', topicId: TopicId.parse(randomHexId()), text: topic }).then(
      // Refused or lost, the words are not: the field has them again.
      (reply) => reply.ok || setText((typed) => typed || topic),
      reportError,
    )
  }
  return (
    <form className={classes.entry} onSubmit={park}>
      <TextInput
        aria-label={t('entry')}
        placeholder={t('entry')}
        value={text}
        maxLength={120}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('park')}
      </Button>
    </form>
  )
}
