// Where a facilitator has a lot drawn, among everyone or first among those who have not been heard.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { choiceTexts } from './texts-choice.ts'

type Props = { isOpened: boolean; onClose: () => void }

export function ChoiceComposer({ isOpened, onClose }: Props) {
  const t = useTexts(choiceTexts)
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('compose')}>
      <ChoiceForm onClose={onClose} />
    </Dialog>
  )
}

function ChoiceForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(choiceTexts)
  const { send } = useRoom()
  const [notHeardFirst, setNotHeardFirst] = useState(true)
  const [isSending, setSending] = useState(false)
  const draw = (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    // A refusal is told by the store's notice.
    send({ type: 'choice.draw', notHeardFirst }).then(onClose, reportError)
  }
  return (
    <form onSubmit={draw}>
      <Stack gap="md">
        <Text>{t('composeWhat')}</Text>
        <Checkbox
          label={t('notHeardFirst')}
          checked={notHeardFirst}
          onChange={(event) => setNotHeardFirst(event.currentTarget.checked)}
        />
        <Group gap="xs">
          <Button type="submit" loading={isSending}>
            {t('draw')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
