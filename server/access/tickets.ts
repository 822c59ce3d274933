// Tickets: how a page without cookies proves its seat to a socket. Single use, 30 seconds, in memory only.

import type { Seat } from '#server/access/seat.ts'
import { newSecret } from '#server/access/secrets.ts'
import type { WorkshopId } from '#shared/ids.ts'

const lifetimeMs = 30_000
/** Far above what honest pages need in 30 s; a flood pushes out its own oldest tickets first. */
const maxTickets = 10_000

export type Tickets = {
  issue(seat: Seat): string
  /** The seat it was issued for; null when it is unknown, used or too old. */
  redeem(ticket: string): Seat | null
  /** The seats have ended. */
  cancel(workshopId: WorkshopId, match: (seat: Seat) => boolean): void
}

export function createTickets(now: () => number): Tickets {
  const open = new Map<string, { seat: Seat; expiresAt: number }>()
  return {
    issue(seat) {
      // Oldest first: a Map keeps the order of insertion, and all live equally long.
      for (const [ticket, { expiresAt }] of open) {
        if (expiresAt > now() && open.size < maxTickets) break
        open.delete(ticket)
      }
      const ticket = newSecret()
      open.set(ticket, { seat, expiresAt: now() + lifetimeMs })
      return ticket
    },
    redeem(ticket) {
      const found = open.get(ticket)
      open.delete(ticket)
      return found && found.expiresAt > now() ? found.seat : null
    },
    cancel(workshopId, match) {
      for (const [ticket, { seat }] of open)
        if (seat.workshopId === workshopId && match(seat)) open.delete(ticket)
    },
  }
}
