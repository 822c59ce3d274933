// The board's history: a list of kept states, and one of them to look at.
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { type RoomSeat, useMyRole } from '#client/app/room/room-seat.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'
import type { HistoryEntry } from '#shared/board/history.ts'
import { HistoryList } from './HistoryList.tsx'
import { historyTexts } from './history-texts.ts'
import { PastState } from './PastState.tsx'

type Props = { seat: RoomSeat; isOpen: boolean; onClose: () => void }

export function HistoryDialog({ seat, isOpen, onClose }: Props) {
  const t = useTexts(historyTexts)
  const isPhone = useMediaQuery('(max-width: 37.49em)', false, { getInitialValueInEffect: false })
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      size="min(70rem, 94vw)"
      isFullScreen={isPhone}
    >
      <History seat={seat} isPhone={isPhone} />
    </Dialog>
  )
}

/** Made anew each time the dialog opens, so the list is never an old one. */
function History({ seat, isPhone }: { seat: RoomSeat; isPhone: boolean }) {
  const [shown, setShown] = useState<HistoryEntry | null>(null)
  const role = useMyRole(seat)
  // On a phone one looks; the board is changed where it can be seen.
  const mayChange = role === 'facilitator' && !isPhone
  return shown ? (
    <PastState
      key={shown.entryId}
      seat={seat}
      entry={shown}
      mayChange={mayChange}
      onBack={() => setShown(null)}
    />
  ) : (
    <HistoryList seat={seat} mayChange={mayChange} onLook={setShown} />
  )
}
