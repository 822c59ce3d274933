// What becomes of the workshop's data: take it along as a file.

import { type RoomSeat, useMyRole } from '#client/app/room/room-seat.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { dataTexts } from './data-texts.ts'
import { SaveWorkshop } from './SaveWorkshop.tsx'
import { Webhook } from './Webhook.tsx'

type Props = { seat: RoomSeat; isOpen: boolean; onClose: () => void }

export function DataDialog({ seat, isOpen, onClose }: Props) {
  const t = useTexts(dataTexts)
  const isFacilitator = useMyRole(seat) === 'facilitator'
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('menu')} size="36rem">
      {isFacilitator && (
        <>
          <SaveWorkshop seat={seat} />
          <Webhook seat={seat} />
        </>
      )}
    </Dialog>
  )
}
