// Sets the board back to a kept state, says what that does, and offers the way back from it.
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { RoomSeat } from '#client/app/room/room-seat.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import classes from './history.module.css'
import { restoreState } from './history-calls.ts'
import { historyTexts } from './history-texts.ts'

type Props = { seat: RoomSeat; entry: HistoryEntry; when: string }

export function GoBack({ seat, entry, when }: Props) {
  const t = useTexts(historyTexts)
  const [before, setBefore] = useState<HistoryEntry | null>(null)
  const [done, setDone] = useState<'restored' | 'undone' | 'failed' | null>(null)
  const [isBusy, setBusy] = useState(false)

  const go = (entryId: string, outcome: 'restored' | 'undone') => {
    setBusy(true)
    restoreState(seat, entryId)
      .then(
        (kept) => {
          setBefore(outcome === 'restored' ? kept : null)
          setDone(outcome)
          announce(outcome === 'restored' ? t('restored', { when }) : t('undone'))
        },
        () => setDone('failed'),
      )
      .finally(() => setBusy(false))
  }
  if (done === 'restored' && before)
    return (
      <div className={classes.done}>
        <p>
          <strong>{t('restored', { when })}</strong> {t('restoredText')}
        </p>
        <Button
          variant="default"
          loading={isBusy}
          leftSection={<IconArrowBackUp size={18} stroke={1.6} aria-hidden />}
          onClick={() => go(before.entryId, 'undone')}
        >
          {t('undo')}
        </Button>
      </div>
    )
  return (
    <div className={classes.go}>
      {done === 'undone' && (
        <p>
          <strong>{t('undone')}</strong>
        </p>
      )}
      {done === 'failed' && (
        <p role="alert" className={classes.failed}>
          {t('restoreFailed')}
        </p>
      )}
      <p className={classes.quiet}>{t('restoreText', { when })}</p>
      <Button loading={isBusy} onClick={() => go(entry.entryId, 'restored')}>
        {t('restore')}
      </Button>
    </div>
  )
}
