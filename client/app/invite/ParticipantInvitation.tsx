// What most people are invited with: a QR picture to point a phone at, a code to read aloud, a link to paste.
import { Button, Title, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '#client/ui/CopyButton.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { QrPicture } from '#client/ui/QrPicture.tsx'
import { useTexts } from '#client/ui/texts.ts'
import classes from './InviteSheet.module.css'
import { inviteTexts } from './invite-texts.ts'
import { RenewLink } from './RenewLink.tsx'

type Props = {
  code: string
  link: string
  /** null where the link is brand new. */
  onRenew: ((endSeats: boolean) => Promise<void>) | null
}

export function ParticipantInvitation({ code, link, onRenew }: Props) {
  const t = useTexts(inviteTexts)
  const [isLarge, setIsLarge] = useState(false)
  return (
    <section className={classes.participants} aria-labelledby="invite-participants">
      <div className={classes.qr}>
        <QrPicture value={link} label={t('qrLabel')} />
      </div>
      <div>
        <Title order={3} size="h4" id="invite-participants">
          {t('participant')}
        </Title>
        <p className={classes.does}>{t('participantDoes')}</p>
        <p className={classes.code}>
          <VisuallyHidden>{t('codeLabel', { code: code.split('').join(' ') })}</VisuallyHidden>
          <span aria-hidden="true">{code}</span>
        </p>
        <div className={classes.buttons}>
          <CopyButton value={link} what={t('whatParticipant')} isPrimary />
          <Button variant="default" onClick={() => setIsLarge(true)}>
            {t('qrLarge')}
          </Button>
        </div>
        {onRenew && <RenewLink what={t('whatParticipant')} warning={t('renewCode')} onRenew={onRenew} />}
      </div>
      <Dialog
        isOpen={isLarge}
        onClose={() => setIsLarge(false)}
        size="min(85dvh, 44rem)"
        title={t('participant')}
      >
        <QrPicture value={link} label={t('qrLabel')} />
        <p className={classes.largeCode}>{code}</p>
      </Dialog>
    </section>
  )
}
