// A post to a webhook as it begins: that of a session's end, or any other.
import type { DeliveryRow } from '#server/storage/storage.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { WorkshopId } from '#shared/ids.ts'

/** Ballots that are on their way when a session ends are counted by then, or waited for. */
export const firstPostAfterMs = 5_000

/** Named after its event, so that it is the same for whoever sees it, and stays so over crashes. */
export const postOfEnd = (
  workshopId: WorkshopId,
  seq: number,
  { number, at }: Extract<Event, { type: 'session.ended' }>,
): DeliveryRow => ({
  ...newPost(workshopId, `${workshopId}-${seq}`, at),
  session: number,
  nextAt: at + firstPostAfterMs,
})

export const newPost = (workshopId: WorkshopId, deliveryId: string, queuedAt: number): DeliveryRow => ({
  workshopId,
  deliveryId,
  queuedAt,
  session: null,
  state: 'waiting',
  attempts: 0,
  lastAt: null,
  nextAt: null,
  failure: null,
  status: null,
})
