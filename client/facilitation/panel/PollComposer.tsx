// Where a facilitator opens a poll: a suggested question or one of their own, secret unless they say otherwise.
import { Button, Group, Radio, Stack } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type Draft, draftFor, openCommand } from '#client/facilitation/poll-draft.ts'
import { pollTexts } from '#client/facilitation/texts-poll.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { RefusalCode } from '#shared/facilitation/decision.ts'
import { Dialog } from './Dialog.tsx'
import { iconProps } from './icons.ts'
import { type Problem, QuestionField, ScaleWords, Suggestions, Timing } from './PollComposerFields.tsx'
import { PollObstacle } from './PollObstacle.tsx'

type Props = { isOpened: boolean; onClose: () => void }

export function PollComposer({ isOpened, onClose }: Props) {
  const t = useTexts(pollTexts)
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('compose')} size="lg">
      <ComposerForm onClose={onClose} />
    </Dialog>
  )
}

function ComposerForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(pollTexts)
  const { send } = useRoom()
  const view = useFacilitation((state) => state.view)
  const [draft, setDraft] = useState<Draft>(() => draftFor(view.agenda, view.info.language))
  const [problem, setProblem] = useState<Problem>(null)
  const [isSending, setSending] = useState(false)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setProblem(null)
  }

  function open(wanted: Draft): void {
    const command = openCommand(wanted, view.info.language)
    if (!command.ok) {
      setProblem(command.missing)
      return
    }
    setSending(true)
    setProblem(null)
    const explains: RefusalCode[] = ['group-too-small', 'too-similar']
    send(command.command, { explains }).then((reply) => {
      setSending(false)
      if (reply.ok) onClose()
      else if (reply.code === 'group-too-small' || reply.code === 'too-similar') setProblem(reply.code)
    }, reportError)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open(draft)
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Suggestions draft={draft} change={change} />
        <QuestionField draft={draft} change={change} problem={problem} />
        <ScaleWords draft={draft} change={change} problem={problem} />
        <Timing draft={draft} change={change} />
        <Radio.Group
          label={t('mode')}
          value={draft.mode}
          onChange={(mode) => change({ mode: mode === 'open' ? 'open' : 'anonymous' })}
        >
          <Stack gap="xs" mt={4}>
            <Radio
              value="anonymous"
              label={t('modeSecret')}
              description={t('modeSecretWhat', { minimum: view.info.minimumGroup })}
            />
            <Radio value="open" label={t('modeOpen')} description={t('modeOpenWhat')} />
          </Stack>
        </Radio.Group>
        <PollObstacle problem={problem} onAskOpenly={() => open({ ...draft, mode: 'open' })} />
        <Group gap="xs">
          <Button
            type="submit"
            loading={isSending}
            leftSection={
              draft.mode === 'open' ? <IconLockOpen {...iconProps} /> : <IconLock {...iconProps} />
            }
          >
            {draft.mode === 'open' ? t('openOpen') : t('openSecret')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancelCompose')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
