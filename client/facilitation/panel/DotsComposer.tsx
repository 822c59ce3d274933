// Where a facilitator begins a round of dots: how many each person has, and how many may lie on one card.
import { Group, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import { boardStepTexts } from '#client/facilitation/texts-board.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mostDots } from '#shared/facilitation/dots.ts'
import { ComposerForm, composer } from './Composer.tsx'

export const DotsComposer = composer(boardStepTexts, (t) => t('dotsTitle'), DotsForm)

function DotsForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(boardStepTexts)
  const { send } = useRoom()
  const hasResults = useFacilitation((state) => state.view.dots !== null)
  const [perPerson, setPerPerson] = useState(3)
  const [perCard, setPerCard] = useState(1)
  const number = { min: 1, clampBehavior: 'strict', allowDecimal: false, allowNegative: false } as const
  return (
    <ComposerForm
      what={t('dotsWhat')}
      begin={t('begin')}
      onBegin={() => send({ type: 'dots.start', perPerson, perCard: Math.min(perCard, perPerson) })}
      onClose={onClose}
    >
      <Group gap="md" grow align="flex-end">
        <NumberInput
          {...number}
          label={t('perPerson')}
          max={mostDots}
          value={perPerson}
          onChange={(value) => setPerPerson(wholeNumber(value, mostDots))}
        />
        <NumberInput
          {...number}
          label={t('perCard')}
          max={perPerson}
          value={Math.min(perCard, perPerson)}
          onChange={(value) => setPerCard(wholeNumber(value, perPerson))}
        />
      </Group>
      {hasResults && <Text c="dimmed">{t('dotsReplace')}</Text>}
    </ComposerForm>
  )
}

/** An emptied field counts as one. */
const wholeNumber = (value: string | number, max: number): number =>
  typeof value === 'number' ? Math.min(max, Math.max(1, Math.round(value))) : 1
