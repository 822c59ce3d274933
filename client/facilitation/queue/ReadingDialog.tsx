// Where somebody writes what they would like to have read aloud; what is begun stays here while the dialog is closed.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { randomHexId } from '#client/ui/random-uuid.ts'
import { useTexts } from '#client/ui/texts.ts'
import { longestReading } from '#shared/facilitation/readings.ts'
import { ReadingId } from '#shared/ids.ts'
import { queueTexts } from './texts-queue.ts'

/** Clear of the field's focus ring. */
const clearOfFocus = { mb: 8 } as const

type Props = { isOpen: boolean; onClose: () => void }

export function ReadingDialog({ isOpen, onClose }: Props) {
  const t = useTexts(queueTexts)
  const { send } = useRoom()
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const leftId = useId()
  const handOver = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setText('') // spaces alone are nothing to read
    setSending(true)
    const settled = (isDone: boolean) => {
      setSending(false)
      if (!isDone) return
      setText('')
      onClose()
    }
    // A refusal is told by the store's notice; the words stay.
    send({ type: 'reading.ask', readingId: ReadingId.parse(randomHexId()), text }).then(
      ({ ok }) => settled(ok),
      reportError,
    )
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('readAloud')}>
      <form onSubmit={handOver}>
        <Stack gap="md">
          <Text>{t('readAloudWhat')}</Text>
          <div>
            <Textarea
              label={t('readAloudText')}
              labelProps={clearOfFocus}
              required
              withAsterisk={false}
              data-autofocus
              autosize
              minRows={3}
              maxRows={8}
              maxLength={longestReading}
              aria-describedby={leftId}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Text id={leftId} size="xs" c="dimmed" mt={8}>
              {t('readAloudLeft', { count: longestReading - text.length })}
            </Text>
          </div>
          <Text size="sm" c="dimmed">
            {t('readAloudHonest')}
          </Text>
          <Group gap="xs">
            <Button type="submit" loading={isSending}>
              {t('readAloudSend')}
            </Button>
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
