// Where a facilitator starts silent writing and decides what everyone is told: with names, or without.
import { Radio, Stack } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { silenceTexts } from '#client/facilitation/texts-silence.ts'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { RoundId } from '#shared/ids.ts'
import { ComposerForm, composer } from './Composer.tsx'
import { iconProps } from './icons.ts'

export const SilenceComposer = composer(silenceTexts, (t) => t('compose'), SilenceForm)

function SilenceForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(silenceTexts)
  const { send } = useRoom()
  const [withNames, setWithNames] = useState(false)
  return (
    <ComposerForm
      what={t('composeWhat')}
      begin={t('begin')}
      icon={<IconEyeOff {...iconProps} />}
      onBegin={() => send({ type: 'silence.start', roundId: freshRoundId(), withNames })}
      onClose={onClose}
    >
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
    </ComposerForm>
  )
}

function freshRoundId(): RoundId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return RoundId.parse(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}
