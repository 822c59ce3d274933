// Questions of one's own: written, then opened at once or prepared for later.
import { Button, Stack } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { iconProps } from '#client/facilitation/panel/icons.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import type { PreparedPoll } from '#shared/facilitation/prepared-polls.ts'
import classes from './compose.module.css'
import type { Refused } from './composer-wish.ts'
import { FormEditor } from './FormEditor.tsx'
import type { FormDraft } from './form-draft.ts'
import { ItemField } from './ItemField.tsx'
import { Obstacle } from './Obstacle.tsx'
import { composeTexts } from './texts-compose.ts'
import { useOwnPoll } from './use-own-poll.ts'

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

export function OwnForm({ draft, setDraft, refused, changing, onClose, ...rest }: Props) {
  const t = useTexts(composeTexts)
  const current = useFacilitation((state) => state.view.agenda.current)
  const isBusy = useFacilitation((state) => runningPolls(state.view.polls).length > 0)
  const [itemId, setItemId] = useState(changing ? changing.itemId : (current?.itemId ?? null))
  const own = useOwnPoll({ itemId, changing, onClose, ...rest })
  const change = (part: Partial<FormDraft>) => {
    setDraft({ ...draft, ...part })
    own.forgetMissing()
    rest.setRefused(null)
  }
  const askOpenly = () => {
    const openly: FormDraft = { ...draft, mode: 'unnamed' }
    setDraft(openly)
    own.ask(openly)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    own.ask(draft)
  }
  const isOpenly = draft.mode !== 'anonymous'
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormEditor
          draft={draft}
          change={change}
          missing={own.missing}
          open={own.open}
          setOpen={own.setOpen}
        />
        <Obstacle refused={refused} onAskOpenly={askOpenly} />
        <ItemField itemId={itemId} onChoose={setItemId} />
        {isBusy && <p>{t('busy')}</p>}
        <div className={classes.foot}>
          {!isBusy && (
            <Button
              type="submit"
              loading={own.isSending}
              leftSection={isOpenly ? <IconLockOpen {...iconProps} /> : <IconLock {...iconProps} />}
            >
              {isOpenly ? t('openOpen') : t('openSecret')}
            </Button>
          )}
          <Button variant="default" loading={own.isSending && isBusy} onClick={() => own.prepare(draft)}>
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
