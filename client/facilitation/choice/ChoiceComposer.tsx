// Where a facilitator has a lot drawn, among everyone or first among those who have not been heard.
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { ComposerForm, composer } from '#client/facilitation/panel/Composer.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { choiceTexts } from './texts-choice.ts'

export const ChoiceComposer = composer(choiceTexts, (t) => t('compose'), ChoiceForm)

function ChoiceForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(choiceTexts)
  const { send } = useRoom()
  const [notHeardFirst, setNotHeardFirst] = useState(true)
  return (
    <ComposerForm
      what={t('composeWhat')}
      begin={t('draw')}
      onBegin={() => send({ type: 'choice.draw', notHeardFirst })}
      onClose={onClose}
    >
      <Checkbox
        label={t('notHeardFirst')}
        checked={notHeardFirst}
        onChange={(event) => setNotHeardFirst(event.currentTarget.checked)}
      />
    </ComposerForm>
  )
}
