// Where a facilitator begins a round of dots: how many each person has, and how many may lie on one card.
import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { boardStepTexts } from '#client/facilitation/texts-board.ts'
import { useFacilitation, useRoom } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import { mostDots } from '#shared/facilitation/dots.ts'
import { Dialog } from './Dialog.tsx'

type Props = { isOpened: boolean; onClose: () => void }

export function DotsComposer({ isOpened, onClose }: Props) {
  const t = useTexts(boardStepTexts)
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('dotsTitle')}>
      <DotsForm onClose={onClose} />
    </Dialog>
  )
}

function DotsForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(boardStepTexts)
  const { send } = useRoom()
  const hasResults = useFacilitation((state) => state.view.dots !== null)
  const [perPerson, setPerPerson] = useState(3)
  const [perCard, setPerCard] = useState(1)
  const begin = (event: FormEvent) => {
    event.preventDefault()
    void send({ type: 'dots.start', perPerson, perCard: Math.min(perCard, perPerson) })
    onClose()
  }
  const number = { min: 1, clampBehavior: 'strict', allowDecimal: false, allowNegative: false } as const
  return (
    <form onSubmit={begin}>
      <Stack gap="md">
        <Text>{t('dotsWhat')}</Text>
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
        <Group gap="xs">
          <Button type="submit">{t('begin')}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** An emptied field counts as one. */
const wholeNumber = (value: string | number, max: number): number =>
  typeof value === 'number' ? Math.min(max, Math.max(1, Math.round(value))) : 1
