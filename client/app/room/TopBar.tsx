// The room's top bar: the workshop, the agenda item and its clock, who is here, what is saved, invite, more.
import { ActionIcon, Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { InviteSheet } from '#client/app/invite/InviteSheet.tsx'
import { ElapsedLine, TopBarAgenda } from '#client/facilitation/agenda/TopBarAgenda.tsx'
import { AmBack } from '#client/facilitation/presence/MyPresence.tsx'
import { Mark } from '#client/ui/Mark.tsx'
import { useTexts } from '#client/ui/texts.ts'
import { PeopleButton } from './PeopleButton.tsx'
import { RoomMenu } from './RoomMenu.tsx'
import { type RoomSeat, useMyRole } from './room-seat.ts'
import { roomTexts } from './room-texts.ts'
import { SavedState } from './SavedState.tsx'
import { sidePanelId } from './SidePanel.tsx'
import classes from './TopBar.module.css'
import { useInviteSheet } from './use-invite-sheet.ts'

export function TopBar({ seat }: { seat: RoomSeat }) {
  const t = useTexts(roomTexts)
  const role = useMyRole(seat)
  const invite = useInviteSheet()
  return (
    <header className={classes.bar}>
      <button
        type="button"
        className={classes.skip}
        onClick={() => document.getElementById(sidePanelId)?.focus()}
      >
        {t('toPanel')}
      </button>
      <Link to="/" aria-label={t('home')} title={t('home')} className={classes.home}>
        <Mark />
      </Link>
      <h1 className={classes.title}>{seat.title}</h1>
      <div className={classes.agenda}>
        <TopBarAgenda />
      </div>
      <div className={classes.end}>
        <AmBack />
        <PeopleButton />
        <SavedState />
        {role === 'facilitator' && (
          <>
            <Button
              variant="default"
              className={classes.inviteWide}
              leftSection={<IconUserPlus size={18} stroke={1.6} />}
              onClick={invite.open}
            >
              {t('invite')}
            </Button>
            <ActionIcon className={classes.inviteNarrow} aria-label={t('invite')} onClick={invite.open}>
              <IconUserPlus size={20} stroke={1.6} />
            </ActionIcon>
            <InviteSheet seat={seat} created={invite.created} isOpen={invite.isOpen} onClose={invite.close} />
          </>
        )}
        <RoomMenu seat={seat} />
      </div>
      <ElapsedLine />
    </header>
  )
}
