// Where a facilitator starts silent writing and decides what everyone is told: with names, or without.
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { silenceTexts } from '#client/facilitation/texts-silence.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { RoundId } from '#shared/ids.ts'
import { Dialog } from './Dialog.tsx'
import { iconProps } from './icons.ts'

type Props = { isOpened: boolean; onClose: () => void }

export function SilenceComposer({ isOpened, onClose }: Props) {
  const t = useTexts(silenceTexts)
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('compose')} size="md">
      <ComposerForm onClose={onClose} />
    </Dialog>
  )
}

function ComposerForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(silenceTexts)
  const { send } = useRoom()
  const [withNames, setWithNames] = useState(false)
  const [isSending, setSending] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setSending(true)
        // A refusal is told by the store's notice.
        send({ type: 'silence.start', roundId: freshRoundId(), withNames }).then(onClose, reportError)
      }}
    >
      <Stack gap="md">
        <Text>{t('composeWhat')}</Text>
        <Radio.Group
          label={t('names')}
          description={t('announced')}
          value={withNames ? 'with' : 'without'}
          onChange={(value) => setWithNames(value === 'with')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="without" label={t('withoutNames')} description={t('withoutNamesWhat')} />
            <Radio value="with" label={t('withNames')} description={t('withNamesWhat')} />
          </Stack>
        </Radio.Group>
        <Group gap="xs">
          <Button type="submit" loading={isSending} leftSection={<IconEyeOff {...iconProps} />}>
            {t('begin')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('back')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function freshRoundId(): RoundId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return RoundId.parse(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}
