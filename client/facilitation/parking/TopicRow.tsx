// One parked topic: what, where it came up, and for facilitators what becomes of it.
import { Button, Group, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { freshItemId } from '#client/facilitation/agenda/fresh-item.ts'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { TextButton } from '#client/facilitation/panel/TextButton.tsx'
import { TheirText } from '#client/facilitation/two-writers/TheirText.tsx'
import { explainedHere, useWords } from '#client/facilitation/two-writers/use-words.ts'
import { useFacilitation, useMe, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Topic } from '#shared/facilitation/parking-lot.ts'
import classes from './parking.module.css'
import { parkingTexts } from './texts-parking.ts'

export function TopicRow({ topic }: { topic: Topic }) {
  const t = useTexts(parkingTexts)
  const me = useMe()
  const [isEditing, setEditing] = useState(false)
  const item = useItemTitle(topic)
  const isSettled = topic.settledAt !== null
  if (isEditing)
    return (
      <li className={classes.topic}>
        <EditTopic topic={topic} onDone={() => setEditing(false)} />
      </li>
    )
  const isFacilitator = me?.role === 'facilitator'
  const mayEdit = isFacilitator || me?.personId === topic.authorId
  return (
    <li className={classes.topic} data-settled={isSettled || undefined}>
      <p>{topic.text}</p>
      {(item || isSettled) && (
        <p className={`${panel.small} ${panel.dimmed} ${classes.facts}`}>
          {isSettled && (
            <span className={classes.settled}>
              <IconCheck {...iconProps} size={14} aria-hidden="true" />
              {t('settled')}
            </span>
          )}
          {item && <span>{t('at', { item })}</span>}
        </p>
      )}
      <div className={classes.steps}>
        {isFacilitator && <Steps topic={topic} />}
        {mayEdit && (
          <TextButton aria-label={t('editAloud', { topic: topic.text })} onClick={() => setEditing(true)}>
            {t('edit')}
          </TextButton>
        )}
      </div>
    </li>
  )
}

/** The item at which it came up, in whatever session. */
function useItemTitle({ itemId }: Topic): string | null {
  const agenda = useFacilitation((state) => state.view.agenda)
  const sessions = useFacilitation((state) => state.view.sessions)
  if (itemId === null) return null
  const items = [...agenda.items, ...sessions.all.flatMap((session) => session.agenda?.items ?? [])]
  return items.find((item) => item.itemId === itemId)?.title ?? null
}

function Steps({ topic: { topicId, text, settledAt } }: { topic: Topic }) {
  const t = useTexts(parkingTexts)
  const { send } = useRoom()
  const agenda = useFacilitation((state) => state.view.agenda)
  // A refusal is told by the store's notice.
  const order = (type: 'topic.settle' | 'topic.take-up' | 'topic.remove') => () =>
    void send({ type, topicId })
  const asNextItem = () =>
    void send({
      type: 'item.add',
      item: { itemId: freshItemId(), kind: 'discussion', minutes: 10, title: text },
      afterItemId: agenda.current?.itemId ?? null,
    })
  const past = new Set(agenda.done.map(({ itemId }) => itemId))
  const isOnAgenda = agenda.items.some(({ itemId, title }) => title === text && !past.has(itemId))
  return (
    <>
      {settledAt === null && !isOnAgenda && agenda.endedAt === null && (
        <TextButton onClick={asNextItem}>{t('next')}</TextButton>
      )}
      {isOnAgenda && <span className={`${panel.small} ${panel.dimmed}`}>{t('onAgenda')}</span>}
      {settledAt === null ? (
        <TextButton onClick={order('topic.settle')}>{t('settle')}</TextButton>
      ) : (
        <TextButton onClick={order('topic.take-up')}>{t('takeUp')}</TextButton>
      )}
      <TextButton onClick={order('topic.remove')}>{t('remove')}</TextButton>
    </>
  )
}

function EditTopic({ topic: { topicId, text }, onDone }: { topic: Topic; onDone: () => void }) {
  const t = useTexts(parkingTexts)
  const { send } = useRoom()
  const [words, setWords] = useState(text)
  const { theirs, isSaving, save } = useWords(text, onDone)
  const change = () => {
    const changed = words.trim()
    if (changed === '') return onDone()
    save(changed, (was) => send({ type: 'topic.change', topicId, text: changed, was }, explainedHere))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change()
  }
  return (
    <form onSubmit={submit} className={classes.editing}>
      <TextInput
        label={t('words')}
        value={words}
        maxLength={120}
        autoFocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <TheirText theirs={theirs?.now ?? null} onKeep={change} onTake={onDone} />
      <Group gap="xs">
        <Button type="submit" loading={isSaving}>
          {t('save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}
