// Keeps the board as it is now, under a name.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { ApiFailure } from '#client/ui/api.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './history.module.css'
import { keepState } from './history-calls.ts'
import { historyTexts } from './history-texts.ts'

export function KeepState({ seat, onKept }: { seat: RoomSeat; onKept: () => void }) {
  const t = useTexts(historyTexts)
  const failureText = useFailureText()
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isKeeping, setKeeping] = useState(false)

  const keep = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    setKeeping(true)
    keepState(seat, wanted)
      .then(
        () => {
          setName('')
          setFailure(null)
          announce(t('kept', { name: wanted }))
          onKept()
        },
        (error: unknown) => setFailure(said(error)),
      )
      .finally(() => setKeeping(false))
  }
  const said = (error: unknown): string => {
    if (error instanceof ApiFailure && error.code === 'full') return t('keptFull')
    if (error instanceof ApiFailure && error.code === 'empty') return t('keptEmpty')
    return failureText(error)
  }
  return (
    <form className={classes.keep} onSubmit={keep} aria-label={t('keep')}>
      <TextInput
        label={t('keep')}
        aria-label={t('name')}
        placeholder={t('nameHint')}
        value={name}
        maxLength={80}
        error={failure}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isKeeping}>
        {t('keepNow')}
      </Button>
    </form>
  )
}
