// Opens the room's facilitation connection for as long as it is mounted and hands it to everything inside.
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Announcer } from '#client/facilitation/Announcer.tsx'
import { ActionDialog } from '#client/facilitation/actions/ActionDialog.tsx'
import { BallotKeeper } from '#client/facilitation/BallotKeeper.tsx'
import { createConnection } from '#client/facilitation/connection.ts'
import { Notices } from '#client/facilitation/Notices.tsx'
import { TurnNotice } from '#client/facilitation/queue/TurnNotice.tsx'
import { ReactionsShown } from '#client/facilitation/reactions/ReactionsShown.tsx'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import { steadyNow } from '#client/facilitation/server-clock.ts'
import { AskerContext, RoomContext } from '#client/facilitation/use-facilitation.ts'
import { HandKey } from '#client/facilitation/use-hand.ts'
import { socketProtocols } from '#client/ui/api.ts'
import { randomUuid } from '#client/ui/random-uuid.ts'
import type { RoomLink } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

type Props = { workshopId: WorkshopId; role: RoomLink; children: ReactNode }

export function FacilitationProvider({ workshopId, role, children }: Props) {
  const asker = useMemo(() => ({ workshopId, role }), [workshopId, role])
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const transport = createConnection({
      origin: location.origin,
      handshake: { workshopId, seat: role },
      protocols: () => socketProtocols({ workshopId, role }),
    })
    const opened = openRoom({ transport, localNow: steadyNow, makeCommandId: randomUuid })
    setRoom(opened)
    return () => opened.close()
  }, [workshopId, role])
  if (!room) return null
  return (
    <AskerContext value={asker}>
      <RoomContext value={room}>
        {children}
        <ActionDialog />
        <HandKey />
        <TurnNotice />
        <ReactionsShown />
        <BallotKeeper />
        <Announcer />
        <Notices />
      </RoomContext>
    </AskerContext>
  )
}
