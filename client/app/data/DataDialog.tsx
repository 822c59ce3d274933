// What becomes of the workshop's data: how long it is kept, take it along as a file, have the results sent on, erase oneself, delete it.
import { type RoomSeat, useMyRole } from '#client/app/room/room-seat.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { DeleteWorkshop } from './DeleteWorkshop.tsx'
import classes from './data.module.css'
import { dataTexts } from './data-texts.ts'
import { EraseMyself } from './EraseMyself.tsx'
import { KeptUntil } from './KeptUntil.tsx'
import { SaveWorkshop } from './SaveWorkshop.tsx'
import { Webhook } from './Webhook.tsx'

type Props = { seat: RoomSeat; isOpen: boolean; onClose: () => void }

export function DataDialog({ seat, isOpen, onClose }: Props) {
  const t = useTexts(dataTexts)
  const isFacilitator = useMyRole(seat) === 'facilitator'
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('menu')} size="36rem">
      {isFacilitator && <SaveWorkshop seat={seat} />}
      {isFacilitator && <Webhook seat={seat} />}
      <section className={classes.part} aria-labelledby="data-kept">
        <h3 id="data-kept">{t('kept')}</h3>
        <KeptUntil seat={seat} />
      </section>
      {seat.personId !== null && <EraseMyself seat={seat} />}
      {isFacilitator && <DeleteWorkshop seat={seat} />}
    </Dialog>
  )
}
