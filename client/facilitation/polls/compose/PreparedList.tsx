// What facilitators have prepared: opened with one click, changed, or thrown away and taken back.
import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { PollForm } from '#shared/facilitation/poll-form.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import type { PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import classes from './compose.module.css'
import { asRefused, type Refused, refusalsTold } from './composer-wish.ts'
import { composeTexts } from './texts-compose.ts'

type Props = {
  /** To be changed, or looked at because the server refused it. */
  onEdit: (prepared: PreparedPoll, refused?: Refused) => void
  onClose: () => void
}

export function PreparedList({ onEdit, onClose }: Props) {
  const t = useTexts(composeTexts)
  const { send } = useRoom()
  const prepared = useFacilitation((state) => state.view.prepared)
  const isBusy = useFacilitation((state) => runningPolls(state.view.polls).length > 0)
  const [sending, setSending] = useState<string | null>(null)
  /** Undo in the place of a question: what was thrown away last comes back with one click. */
  const [gone, setGone] = useState<PreparedPoll | null>(null)

  function open(one: PreparedPoll): void {
    setSending(one.preparedId)
    send({ type: 'poll.open-prepared', preparedId: one.preparedId }, { explains: refusalsTold }).then(
      (reply) => {
        setSending(null)
        const refused = asRefused(reply)
        if (reply.ok) onClose()
        else if (refused) onEdit(one, refused)
      },
      reportError,
    )
  }
  function discard(one: PreparedPoll): void {
    setGone(one)
    announce(t('discarded', { title: titleOf(one.form) }))
    // A refusal is told by the store's notice.
    void send({ type: 'poll.discard', preparedId: one.preparedId })
  }
  function takeBack({ preparedId, itemId, form }: PreparedPoll): void {
    setGone(null)
    void send({ type: 'poll.prepare', preparedId, itemId, form })
  }

  return (
    <>
      {prepared.length === 0 && !gone && <p className={classes.intro}>{t('noPrepared')}</p>}
      {isBusy && <p className={classes.intro}>{t('busy')}</p>}
      <ul className={classes.rows}>
        {prepared.map((one) => (
          <Prepared
            key={one.preparedId}
            prepared={one}
            isBusy={isBusy}
            isSending={sending === one.preparedId}
            onOpen={() => open(one)}
            onEdit={() => onEdit(one)}
            onDiscard={() => discard(one)}
          />
        ))}
      </ul>
      {gone && (
        <p className={classes.gone} role="status">
          <span>{t('discarded', { title: titleOf(gone.form) })}</span>
          <Button variant="subtle" onClick={() => takeBack(gone)}>
            {t('takeBack')}
          </Button>
        </p>
      )}
    </>
  )
}

type PreparedProps = {
  prepared: PreparedPoll
  /** A poll is running: none can be opened beside it. */
  isBusy: boolean
  isSending: boolean
  onOpen: () => void
  onEdit: () => void
  onDiscard: () => void
}

function Prepared({ prepared, isBusy, isSending, onOpen, onEdit, onDiscard }: PreparedProps) {
  const t = useTexts(composeTexts)
  const { form, itemId } = prepared
  const title = titleOf(form)
  const item = useFacilitation(({ view }) => view.agenda.items.find((one) => one.itemId === itemId))
  return (
    <li>
      <div>
        <p className={classes.rowTitle}>{title}</p>
        <p className={classes.rowWhat}>
          {t('questions', { count: form.questions.length })} ·{' '}
          {t(form.mode === 'anonymous' ? 'secretShort' : 'openShort')}
          {item?.title && ` · ${item.title}`}
        </p>
      </div>
      <div className={classes.rowActs}>
        {!isBusy && (
          <Button variant="default" loading={isSending} aria-label={t('openOne', { title })} onClick={onOpen}>
            {t('open')}
          </Button>
        )}
        <Button variant="subtle" color="gray" aria-label={t('editOne', { title })} onClick={onEdit}>
          {t('edit')}
        </Button>
        <ActionIcon
          className={classes.icon}
          aria-label={t('discardOne', { title })}
          title={t('discard')}
          onClick={onDiscard}
        >
          <IconTrash {...iconProps} />
        </ActionIcon>
      </div>
    </li>
  )
}

export const titleOf = ({ title, questions }: PollForm): string => title ?? questions[0]?.question ?? ''
