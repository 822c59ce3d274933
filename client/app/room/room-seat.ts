// The seat of somebody who is in the room, as every part of the frame needs it, and what they may do there now.
import { useMe } from '#client/facilitation/use-facilitation.ts'
import type { CurrentSeat } from '#shared/access/api.ts'
import { type RoomLink, type RoomRole, roleBy } from '#shared/access/role.ts'

/** `role` is the link the seat came by: what it is called by when the server is asked. */
export type RoomSeat = CurrentSeat & { role: RoomLink }

/** Changes while one sits there: participants are promoted. */
export function useMyRole(seat: RoomSeat): RoomRole {
  return useMe()?.role ?? roleBy(seat.role)
}
