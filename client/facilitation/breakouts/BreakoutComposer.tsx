// Where a facilitator says how many groups there are, what they are called, and who is to be put together.
import { Button, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '#client/facilitation/panel/Dialog.tsx'
import panel from '#client/facilitation/panel/panel.module.css'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { randomUuid } from '#client/ui/random-uuid.ts'
import { useTexts } from '#client/ui/texts.ts'
import { ShapeId } from '#shared/ids.ts'
import classes from './breakouts.module.css'
import { breakoutTexts } from './texts-breakouts.ts'

const [fewest, most] = [2, 8]
const ways = ['random', 'department', 'hand'] as const
type Way = (typeof ways)[number]

type Props = { isOpened: boolean; onClose: () => void }

export function BreakoutComposer({ isOpened, onClose }: Props) {
  const t = useTexts(breakoutTexts)
  return (
    <Dialog isOpen={isOpened} onClose={onClose} title={t('title')}>
      <BreakoutForm onClose={onClose} />
    </Dialog>
  )
}

function BreakoutForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(breakoutTexts)
  const { send } = useRoom()
  const [count, setCount] = useState(3)
  const [by, setBy] = useState<Way>('random')
  const [titles, setTitles] = useState<readonly string[]>([])
  const numbers = Array.from({ length: count }, (_, place) => place + 1)
  const named = (number: number) => titles[number - 1]?.trim() || t('groupNumber', { number })

  const prepare = (event: FormEvent) => {
    event.preventDefault()
    const groups = numbers.map((number) => ({
      frameId: ShapeId.parse(`shape:${randomUuid()}`),
      title: named(number),
    }))
    void send({ type: 'breakout.prepare', groups, by })
    onClose()
  }
  return (
    <form onSubmit={prepare}>
      <Stack gap="md">
        <Text>{t('what')}</Text>
        <NumberInput
          label={t('count')}
          min={fewest}
          max={most}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={count}
          onChange={(value) =>
            typeof value === 'number' && setCount(Math.min(most, Math.max(fewest, Math.round(value))))
          }
        />
        <div>
          <Text fw={600} id="breakout-by">
            {t('by')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="breakout-by"
            classNames={{ label: panel.segment }}
            data={ways.map((way) => ({ value: way, label: t(way) }))}
            value={by}
            onChange={(value) => setBy(ways.find((way) => way === value) ?? 'random')}
          />
        </div>
        <fieldset className={classes.names}>
          <legend>{t('titles')}</legend>
          <Stack gap="xs">
            {numbers.map((number) => (
              <TextInput
                key={number}
                aria-label={t('groupNumber', { number })}
                placeholder={t('groupNumber', { number })}
                maxLength={60}
                value={titles[number - 1] ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  setTitles(numbers.map((one) => (one === number ? value : (titles[one - 1] ?? ''))))
                }
              />
            ))}
          </Stack>
        </fieldset>
        <Group gap="xs">
          <Button type="submit">{t('prepare')}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
