// Where a facilitator says how many groups there are, what they are called, and who is to be put together.
import { NumberInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Choice } from '#client/facilitation/panel/Choice.tsx'
import { ComposerForm, composer } from '#client/facilitation/panel/Composer.tsx'
import { useRoom } from '#client/facilitation/use-facilitation.ts'
import { randomUuid } from '#client/ui/random-uuid.ts'
import { useTexts } from '#client/ui/texts.ts'
import { ShapeId } from '#shared/ids.ts'
import classes from './breakouts.module.css'
import { breakoutTexts } from './texts-breakouts.ts'

const [fewest, most] = [2, 8]
const ways = ['random', 'department', 'hand'] as const

export const BreakoutComposer = composer(breakoutTexts, (t) => t('title'), BreakoutForm)

function BreakoutForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(breakoutTexts)
  const { send } = useRoom()
  const [count, setCount] = useState(3)
  const [by, setBy] = useState<(typeof ways)[number]>('random')
  const [titles, setTitles] = useState<readonly string[]>([])
  const numbers = Array.from({ length: count }, (_, place) => place + 1)
  const named = (number: number) => titles[number - 1]?.trim() || t('groupNumber', { number })

  const prepare = () => {
    const groups = numbers.map((number) => ({
      frameId: ShapeId.parse(`shape:${randomUuid()}`),
      title: named(number),
    }))
    return send({ type: 'breakout.prepare', groups, by })
  }
  return (
    <ComposerForm what={t('what')} begin={t('prepare')} onBegin={prepare} onClose={onClose}>
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
      <Choice
        label={t('by')}
        options={ways.map((value) => ({ value, label: t(value) }))}
        value={by}
        onChange={setBy}
      />
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
    </ComposerForm>
  )
}
