// Where a facilitator says what everyone is asked in turn, in which order, and how long each may take.
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { currentItem } from '#client/facilitation/selectors.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { roundTexts } from './texts-round.ts'

type Props = { isOpened: boolean; onClose: () => void }

export function RoundComposer({ isOpened, onClose }: Props) {
  const t = useTexts(roundTexts)
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('compose')}>
      <RoundForm onClose={onClose} />
    </Dialog>
  )
}

const times = [null, 30, 60, 120] as const

function RoundForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(roundTexts)
  const { send } = useRoom()
  const item = useFacilitation(({ view }) => currentItem(view.agenda))
  const [title, setTitle] = useState(item?.kind === 'feedback-round' ? item.title : t('titleDefault'))
  const [by, setBy] = useState<'random' | 'department'>('random')
  const [secondsEach, setSecondsEach] = useState<number | null>(60)
  const [isSending, setSending] = useState(false)
  const byId = useId()
  const timeId = useId()
  const begin = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return setTitle('') // spaces alone are no question
    setSending(true)
    // A refusal is told by the store's notice.
    send({ type: 'feedback.start', title, by, secondsEach }).then(onClose, reportError)
  }
  const label = (seconds: number | null) =>
    seconds === null
      ? t('none')
      : seconds < 60
        ? t('ofSeconds', { count: seconds })
        : t('ofMinutes', { count: seconds / 60 })
  return (
    <form onSubmit={begin}>
      <Stack gap="md">
        <Text>{t('composeWhat')}</Text>
        <TextInput
          label={t('title')}
          // Clear of the field's focus ring.
          labelProps={{ mb: 8 }}
          required
          withAsterisk={false}
          data-autofocus
          maxLength={140}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div>
          <Text id={byId} fw={600} mb={4}>
            {t('by')}
          </Text>
          <SegmentedControl
            fullWidth
            classNames={{ label: panel.segment }}
            aria-labelledby={byId}
            value={by}
            onChange={setBy}
            data={[
              { value: 'random', label: t('random') },
              { value: 'department', label: t('department') },
            ]}
          />
        </div>
        <div>
          <Text id={timeId} fw={600}>
            {t('seconds')}
          </Text>
          <Text size="xs" c="dimmed" mb={4}>
            {t('secondsWhat')}
          </Text>
          <SegmentedControl
            fullWidth
            classNames={{ label: panel.segment }}
            aria-labelledby={timeId}
            value={String(secondsEach)}
            onChange={(value) => setSecondsEach(value === 'null' ? null : Number(value))}
            data={times.map((seconds) => ({ value: String(seconds), label: label(seconds) }))}
          />
        </div>
        <Group gap="xs">
          <Button type="submit" loading={isSending}>
            {t('begin')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
