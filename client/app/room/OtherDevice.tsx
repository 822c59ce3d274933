// A personal link and its QR picture: the same person on another device, or in a later session.
import { useEffect, useState } from 'react'
import { useFailureText } from '#client/app/failures.ts'
import { askWorkshop } from '#client/ui/api.ts'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { QrPicture } from '#client/ui/QrPicture.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { PersonalLink } from '#shared/access/api.ts'
import classes from './dialogs.module.css'
import type { RoomSeat } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'

type Props = { seat: RoomSeat; isOpen: boolean; onClose: () => void }

export function OtherDevice({ seat, isOpen, onClose }: Props) {
  const t = useTexts(roomTexts)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('otherDeviceTitle')}>
      <p>{t('otherDeviceText')}</p>
      <PersonalQr seat={seat} />
    </Dialog>
  )
}

function PersonalQr({ seat: { workshopId, role } }: { seat: RoomSeat }) {
  const t = useTexts(roomTexts)
  const failureText = useFailureText()
  const [link, setLink] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)

  useEffect(() => {
    let isGone = false
    askWorkshop(PersonalLink, { workshopId, role }, '/personal-link', { method: 'POST' }).then(
      (made) => {
        if (!isGone) setLink(made.link)
      },
      (reason: unknown) => {
        if (!isGone) setFailure(reason)
      },
    )
    return () => {
      isGone = true
    }
  }, [workshopId, role])

  if (failure !== null)
    return (
      <p role="alert" className={classes.failure}>
        {failureText(failure)}
      </p>
    )
  return (
    <div className={classes.device}>
      <div className={classes.qr}>{link && <QrPicture value={link} label={t('personalLink')} />}</div>
      {link && <CopyButton value={link} what={t('personalLink')} isPrimary />}
    </div>
  )
}
