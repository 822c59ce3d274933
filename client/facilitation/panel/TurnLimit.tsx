// How long a turn is meant to be: none, one of a few usual lengths, or minutes and seconds of one's own.
import { Group, NumberInput, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '#client/ui/texts.ts'
import { Choice } from './Choice.tsx'
import { turnLimitTexts } from './texts-turn-limit.ts'
import { ownLength } from './turn-length.ts'

type Props = {
  label: string
  usual: readonly number[]
  mostSeconds: number
  /** Null: as long as it takes. */
  value: number | null
  onChange: (seconds: number | null) => void
}

export function TurnLimit({ label, usual, mostSeconds, value, onChange }: Props) {
  const t = useTexts(turnLimitTexts)
  const [isOwn, setOwn] = useState(value !== null && !usual.includes(value))
  const choose = (choice: string) => {
    setOwn(choice === 'own')
    if (choice !== 'own') onChange(choice === 'none' ? null : Number(choice))
    else if (value === null) onChange(firstOwn)
  }
  return (
    <Choice
      label={label}
      hint={t('what')}
      value={isOwn ? 'own' : value === null ? 'none' : String(value)}
      onChange={choose}
      options={[
        { value: 'none', label: t('none') },
        ...usual.map((seconds) => ({
          value: String(seconds),
          label: seconds < 60 ? t('ofSeconds', { count: seconds }) : t('ofMinutes', { count: seconds / 60 }),
        })),
        { value: 'own', label: t('own') },
      ]}
    >
      {isOwn && <OwnLength seconds={value ?? firstOwn} mostSeconds={mostSeconds} onChange={onChange} />}
    </Choice>
  )
}

/** What stands there before anything is typed. */
const firstOwn = 90

type OwnProps = { seconds: number; mostSeconds: number; onChange: (seconds: number) => void }

/** Taken when both fields are left, or with Enter: what is half typed is no time to speak. */
function OwnLength({ seconds, mostSeconds, onChange }: OwnProps) {
  const t = useTexts(turnLimitTexts)
  const [draft, setDraft] = useState({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
  const take = () => {
    const length = ownLength(draft, mostSeconds)
    setDraft({ minutes: Math.floor(length / 60), seconds: length % 60 })
    if (length !== seconds) onChange(length)
  }
  const field = (part: 'minutes' | 'seconds', max: number) => ({
    label: t(part),
    min: 0,
    max,
    w: '7rem',
    allowDecimal: false,
    allowNegative: false,
    value: draft[part],
    onChange: (value: string | number) => setDraft({ ...draft, [part]: Number(value) || 0 }),
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === 'Enter') take()
    },
  })
  return (
    <>
      <Group
        gap="md"
        mt="xs"
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) take()
        }}
      >
        <NumberInput {...field('minutes', Math.floor(mostSeconds / 60))} />
        <NumberInput {...field('seconds', 59)} />
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('range', { minutes: mostSeconds / 60 })}
      </Text>
    </>
  )
}
