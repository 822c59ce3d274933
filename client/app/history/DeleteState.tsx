// Deletes a named state: the one thing in the history that leaves for good, so it is asked about.
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import classes from './history.module.css'
import { deleteState } from './history-calls.ts'
import { historyTexts } from './history-texts.ts'

type Props = { seat: RoomSeat; entry: HistoryEntry; onDeleted: () => void }

export function DeleteState({ seat, entry, onDeleted }: Props) {
  const t = useTexts(historyTexts)
  const failureText = useFailureText()
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  if (!isAsking)
    return (
      <Button variant="subtle" color="gray" className={classes.back} onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
    )
  return (
    <div className={classes.go}>
      <p>{t('deleteText', { name: entry.name ?? '' })}</p>
      {failure !== null && (
        <p role="alert" className={classes.failed}>
          {failureText(failure)}
        </p>
      )}
      <Group gap="xs">
        <Button color="red" onClick={() => deleteState(seat, entry.entryId).then(onDeleted, setFailure)}>
          {t('deleteNow')}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {t('deleteNot')}
        </Button>
      </Group>
    </div>
  )
}
