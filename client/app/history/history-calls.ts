// The history over HTTP.
import { ApiFailure, askWorkshop, sendToWorkshop, wholeBody } from '#client/ui/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import { type HistoryEntry, HistoryList, KeptState } from '#shared/board/history.ts'
import type { WorkshopId } from '#shared/ids.ts'

type Seat = { workshopId: WorkshopId; role: LinkKind }

export const listStates = async (seat: Seat): Promise<HistoryEntry[]> =>
  (await askWorkshop(HistoryList, seat, '/history')).entries

export const keepState = async (seat: Seat, name: string): Promise<HistoryEntry> =>
  (await askWorkshop(KeptState, seat, '/history', { method: 'POST', body: { name } })).entry

/** As one Yjs update; null when it is not kept any more. */
export async function stateBytes(seat: Seat, entryId: string): Promise<Uint8Array | null> {
  try {
    const response = await sendToWorkshop(seat, `/history/${entryId}`)
    return new Uint8Array(await wholeBody(response.arrayBuffer()))
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return null
    throw error
  }
}

/** Resolves with the state that was kept just before. */
export const restoreState = async (seat: Seat, entryId: string): Promise<HistoryEntry> =>
  (await askWorkshop(KeptState, seat, `/history/${entryId}/restore`, { method: 'POST' })).entry

/** Only what somebody has named. */
export async function deleteState(seat: Seat, entryId: string): Promise<void> {
  await sendToWorkshop(seat, `/history/${entryId}`, { method: 'DELETE' })
}
