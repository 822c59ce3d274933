// Questions of one's own: written, then opened at once or prepared for later.
import { Button, NativeSelect, Stack } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import panel from '#client/facilitation/panel/panel.module.css'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { randomHexId } from '#client/ui/random-uuid.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import { findPrepared, type PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import { PreparedId } from '#shared/ids.ts'
import classes from './compose.module.css'
import type { Refused } from './composer-wish.ts'
import { FormEditor } from './FormEditor.tsx'
import { type FormDraft, formOf, type Missing } from './form-draft.ts'
import { Obstacle } from './Obstacle.tsx'
import { titleOf } from './PreparedList.tsx'
import { composeTexts } from './texts-compose.ts'
import { useOpenForm } from './use-open-form.ts'

const wordsOf = ({ itemId, form }: PreparedPoll) => ({ itemId, form })

type Props = {
  draft: FormDraft
  setDraft: (draft: FormDraft) => void
  refused: Refused | null
  setRefused: (refused: Refused | null) => void
  /** What is being changed; null for something new. */
  changing: PreparedPoll | null
  onPrepared: () => void
  onClose: () => void
}

export function OwnForm({ draft, setDraft, refused, setRefused, changing, onPrepared, onClose }: Props) {
  const t = useTexts(composeTexts)
  const openForm = useOpenForm()
  const { send, store } = useRoom()
  const agenda = useFacilitation((state) => state.view.agenda)
  const [itemId, setItemId] = useState(changing ? changing.itemId : (agenda.current?.itemId ?? null))
  const language = useFacilitation((state) => state.view.info.language)
  const isBusy = useFacilitation((state) => runningPolls(state.view.polls).length > 0)
  const [missing, setMissing] = useState<Missing | null>(null)
  const [open, setOpen] = useState(0)
  const [isSending, setSending] = useState(false)
  const [was, setWas] = useState(changing && wordsOf(changing))
  const preparedNow = (preparedId: PreparedId) => {
    const now = findPrepared(store.getState().view.prepared, preparedId)
    return now ? wordsOf(now) : null
  }

  /** Null when something is missing: then it is shown, in its question. */
  function filled(wanted: FormDraft) {
    const found = formOf(wanted, language)
    setMissing(found.ok ? null : found)
    if (!found.ok) setOpen(found.place)
    return found.ok ? found.form : null
  }
  function ask(wanted: FormDraft): void {
    const form = filled(wanted)
    if (!form) return
    setSending(true)
    setRefused(null)
    openForm(form).then(({ ok, refused }) => {
      setSending(false)
      if (ok && changing) void send({ type: 'poll.discard', preparedId: changing.preparedId })
      if (ok) onClose()
      else setRefused(refused)
    }, reportError)
  }
  function prepare(): void {
    const form = filled(draft)
    if (!form) return
    setSending(true)
    const command: Command = changing
      ? { type: 'poll.change', preparedId: changing.preparedId, itemId, form, ...(was && { was }) }
      : { type: 'poll.prepare', preparedId: PreparedId.parse(randomHexId()), itemId, form }
    // A refusal is told by the store's notice.
    send(command).then((reply) => {
      setSending(false)
      // Told that somebody else has changed it, one may save again, over that.
      if (!reply.ok && reply.code === 'overtaken' && changing) setWas(preparedNow(changing.preparedId))
      if (!reply.ok) return
      announce(t(changing ? 'changed' : 'prepared', { title: titleOf(form) }))
      onPrepared()
    }, reportError)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(draft)
  }
  const isOpenly = draft.mode !== 'anonymous'
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormEditor
          draft={draft}
          change={(part) => {
            setDraft({ ...draft, ...part })
            setMissing(null)
            setRefused(null)
          }}
          missing={missing}
          open={open}
          setOpen={setOpen}
        />
        <Obstacle
          refused={refused}
          onAskOpenly={() => {
            const openly: FormDraft = { ...draft, mode: 'unnamed' }
            setDraft(openly)
            ask(openly)
          }}
        />
        {agenda.items.length > 0 && (
          <NativeSelect
            label={t('forItem')}
            description={t('forItemWhat')}
            classNames={{ description: panel.description }}
            value={itemId ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setItemId(agenda.items.find((item) => item.itemId === value)?.itemId ?? null)
            }
            data={[
              { value: '', label: t('forNoItem') },
              ...agenda.items.map((item) => ({ value: item.itemId, label: item.title })),
            ]}
          />
        )}
        {isBusy && <p>{t('busy')}</p>}
        <div className={classes.foot}>
          {!isBusy && (
            <Button
              type="submit"
              loading={isSending}
              leftSection={isOpenly ? <IconLockOpen {...iconProps} /> : <IconLock {...iconProps} />}
            >
              {isOpenly ? t('openOpen') : t('openSecret')}
            </Button>
          )}
          <Button variant="default" loading={isSending && isBusy} onClick={prepare}>
            {t(changing ? 'keep' : 'prepare')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
