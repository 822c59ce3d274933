// The sheet with the links: participants first, with code and QR picture; then facilitator, observer, results.
import { Button, Drawer } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { KeptUntil } from '#client/app/data/KeptUntil.tsx'
import { useFailureText } from '#client/app/failures.ts'
import { MissingPeople } from '#client/facilitation/house/MissingPeople.tsx'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { useTexts } from '#client/ui/texts.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { LinkKind, RoomLink } from '#shared/access/role.ts'
import { isHost as isHostOf } from '#shared/facilitation/people.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { InvitedBy } from './InvitedBy.tsx'
import classes from './InviteSheet.module.css'
import { inviteTexts } from './invite-texts.ts'
import { LinkRow } from './LinkRow.tsx'
import { ParticipantInvitation } from './ParticipantInvitation.tsx'
import { useInvitation } from './use-invitation.ts'

type Props = {
  seat: { workshopId: WorkshopId; role: RoomLink }
  /** Right after creation: the links, with the facilitator's, which is never shown again. */
  created: CreatedWorkshop | null
  isOpen: boolean
  onClose: () => void
}

export function InviteSheet({ seat, created, isOpen, onClose }: Props) {
  const t = useTexts(inviteTexts)
  const failureText = useFailureText()
  const isHost = useFacilitation(({ me, view }) => me !== null && isHostOf(view.people, me))
  const { state, load, renew, hideFacilitatorLink } = useInvitation({ seat, created, isOpen })
  const close = () => {
    hideFacilitatorLink()
    onClose()
  }
  // Nobody has lost a link that was made a moment ago.
  const renewing = (kind: LinkKind) => (created ? null : (endSeats: boolean) => renew(kind, endSeats))
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size="42.5rem"
      title={created ? t('created') : t('title')}
      closeButtonProps={{ 'aria-label': t('close'), icon: <IconX size={20} stroke={1.6} /> }}
      classNames={{
        content: classes.sheet,
        header: classes.header,
        title: classes.title,
        body: classes.body,
        close: classes.close,
      }}
      overlayProps={{ color: 'var(--runde-scrim)', backgroundOpacity: 1 }}
    >
      <p className={classes.lead}>{t('lead')}</p>
      {state.kind === 'waiting' && <p role="status">{t('loading')}</p>}
      {state.kind === 'failed' && (
        <div role="alert">
          <p>{failureText(state.failure)}</p>
          <Button variant="default" mt="sm" onClick={load}>
            {t('retry')}
          </Button>
        </div>
      )}
      {state.kind === 'ready' && (
        <>
          <ParticipantInvitation
            code={state.invitation.code}
            link={state.invitation.links.participant}
            onRenew={renewing('participant')}
          />
          <LinkRow
            linkRole="facilitator"
            link={state.invitation.links.facilitator}
            onRenew={isHost ? renewing('facilitator') : null}
          />
          <LinkRow
            linkRole="co-facilitator"
            link={state.invitation.links['co-facilitator']}
            onRenew={isHost ? renewing('co-facilitator') : null}
          />
          <LinkRow
            linkRole="observer"
            link={state.invitation.links.observer}
            onRenew={renewing('observer')}
          />
          <LinkRow linkRole="results" link={state.invitation.links.results} onRenew={renewing('results')} />
        </>
      )}
      <InvitedBy seat={seat} />
      {isOpen && <MissingPeople />}
      {isOpen && <KeptUntil seat={seat} className={classes.kept} />}
      <footer className={classes.footer}>
        <Button variant="default" onClick={close}>
          {t('toBoard')}
        </Button>
        {created && <span className={classes.small}>{t('findAgain')}</span>}
      </footer>
    </Drawer>
  )
}
