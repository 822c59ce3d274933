// The seat's own token, for browsers that keep no cookie from us (a frame inside a meeting client): kept for this tab only.
import { z } from 'zod'
import { recall, remember } from '#client/ui/browser-storage.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

const SeatToken = z.string().min(1)
/** Where even the tab's storage is blocked, the token lives as long as the page. */
const inMemory = new Map<string, string>()

export function keepSeatToken(workshopId: WorkshopId, role: LinkKind, token: string): void {
  inMemory.set(keyOf(workshopId, role), token)
  remember('sessionStorage', keyOf(workshopId, role), token)
}

export function seatToken(workshopId: WorkshopId, role: LinkKind): string | null {
  const key = keyOf(workshopId, role)
  return inMemory.get(key) ?? recall('sessionStorage', key, SeatToken)
}

export function forgetSeatToken(workshopId: WorkshopId, role: LinkKind): void {
  inMemory.delete(keyOf(workshopId, role))
  remember('sessionStorage', keyOf(workshopId, role), null)
}

/**
 * Whether this page may keep cookies like the seat's (SameSite=Strict). Asked with a cookie of the same kind, because
 * `navigator.cookieEnabled` is also true in a frame whose cookies are never sent.
 */
export function keepsCookies(): boolean {
  const probe = 'runde_probe=1'
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http in a LAN.
    document.cookie = `${probe}; SameSite=Strict; path=/`
    const isKept = document.cookie.split('; ').includes(probe)
    // biome-ignore lint/suspicious/noDocumentCookie: as above.
    document.cookie = `${probe}; SameSite=Strict; path=/; max-age=0`
    return isKept
  } catch {
    return false
  }
}

const keyOf = (workshopId: WorkshopId, role: LinkKind) => `runde.seat.${workshopId}.${role}`
