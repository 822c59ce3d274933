// The workshops opened in this browser: title, role and day, for the start page. Never a secret: the seat is in a cookie.
import { z } from 'zod'
import { recall, remember } from '#client/ui/browser-storage.ts'
import { LinkKind } from '#shared/access/role.ts'
import { WorkshopId } from '#shared/ids.ts'

const RecentWorkshop = z.object({
  workshopId: WorkshopId,
  title: z.string(),
  role: LinkKind,
  /** Epoch milliseconds. */
  openedAt: z.number(),
})
export type RecentWorkshop = z.infer<typeof RecentWorkshop>

const key = 'runde.recent'
const kept = 6

/** Last opened first. */
export const recentWorkshops = (): RecentWorkshop[] =>
  recall('localStorage', key, z.array(RecentWorkshop)) ?? []

/** One entry for each workshop and role, so that a facilitator who tries the participant's link finds both again. */
export function rememberWorkshop(opened: RecentWorkshop): void {
  const others = recentWorkshops().filter(
    ({ workshopId, role }) => workshopId !== opened.workshopId || role !== opened.role,
  )
  remember('localStorage', key, [opened, ...others].slice(0, kept))
}

/** For seats that have ended: a link that leads to "open your link again" helps nobody. */
export function forgetWorkshop(workshopId: WorkshopId, role: LinkKind): void {
  const others = recentWorkshops().filter((one) => one.workshopId !== workshopId || one.role !== role)
  remember('localStorage', key, others)
}

/** For workshops that are gone, whoever one was there. */
export function forgetAllOf(workshopId: WorkshopId): void {
  remember(
    'localStorage',
    key,
    recentWorkshops().filter((one) => one.workshopId !== workshopId),
  )
}
