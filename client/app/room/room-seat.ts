// The seat of somebody who is in the room, as every part of the frame needs it.
import type { CurrentSeat } from '#shared/access/api.ts'
import type { RoomRole } from '#shared/access/role.ts'

export type RoomSeat = CurrentSeat & { role: RoomRole }
