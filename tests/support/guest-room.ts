// The room of somebody who has joined, as a browser without a page holds it.
import { createConnection } from '#client/facilitation/connection.ts'
import { openRoom, type Room } from '#client/facilitation/room-store.ts'
import type { Guest } from '#tests/support/server.ts'

export function openGuestRoom(
  { workshopId, cookie }: Guest,
  { origin, seat }: { origin: string; seat: 'facilitator' | 'participant' },
): Room {
  const transport = createConnection({
    origin,
    handshake: { workshopId, seat },
    headers: { cookie, origin },
  })
  return openRoom({ transport, localNow: Date.now, makeCommandId: () => crypto.randomUUID() })
}
