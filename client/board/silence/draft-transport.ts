// A writer's way to the server and to this device's memory.
import { z } from 'zod'
import {
  type Answer,
  type DraftMemory,
  type DraftTransport,
  Unsent,
} from '#client/board/silence/draft-keeper.ts'
import { ApiFailure, askWorkshop, sendToWorkshop } from '#client/ui/api.ts'
import { recall, remember } from '#client/ui/browser-storage.ts'
import type { RoomLink } from '#shared/access/role.ts'
import type { PersonId, RoundId, WorkshopId } from '#shared/ids.ts'
import { Draft, type DraftId, SilentState } from '#shared/silence/drafts.ts'

export type WriterSeat = { workshopId: WorkshopId; role: RoomLink; personId: PersonId }

export function draftTransport(seat: WriterSeat, roundId: RoundId): DraftTransport {
  const path = (draftId: DraftId) => `/silence/${roundId}/drafts/${draftId}`
  return {
    // What cannot be read now is read when the page is looked at again.
    load: () => askWorkshop(SilentState, seat, '/silence').catch(() => null),
    put: ({ draftId, ...body }) => answered(sendToWorkshop(seat, path(draftId), { method: 'PUT', body })),
    remove: (draftId) => answered(sendToWorkshop(seat, path(draftId), { method: 'DELETE' })),
  }
}

async function answered(response: Promise<Response>): Promise<Answer> {
  try {
    await response
    return 'kept'
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    const { code, status } = error
    if (code === 'not-now') return 'over'
    if (code === 'full') return 'full'
    if (status === 401 || status === 403) return 'no-seat'
    return status === 400 ? 'invalid' : 'unreachable'
  }
}

// Two people can share one browser: each has their own.
const keyOf = (what: string, { workshopId, personId }: WriterSeat) =>
  `runde.${what}.${workshopId}.${personId}`

export const draftMemory = (seat: WriterSeat): DraftMemory => ({
  read: () => recall('localStorage', keyOf('silent', seat), Unsent),
  write: (unsent) => remember('localStorage', keyOf('silent', seat), unsent),
})

/** Notes that did not reach the server before their round was over. */
export const lateMemory = (seat: WriterSeat) => ({
  read: (): readonly Draft[] => recall('localStorage', keyOf('silent-late', seat), z.array(Draft)) ?? [],
  write: (late: readonly Draft[]) =>
    remember('localStorage', keyOf('silent-late', seat), late.length > 0 ? late : null),
})
