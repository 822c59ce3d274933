// What access needs of the other planes, and no more of them.

import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

export type AccessRooms = {
  submit(
    workshopId: WorkshopId,
    order: { actor: Actor; commandId: string | null; command: Command },
  ): Promise<Reply>
  state(workshopId: WorkshopId): Promise<{ seq: number; workshop: Workshop }>
  /** Called after the commit. */
  onStored(listener: (workshopId: WorkshopId, seq: number, events: Event[]) => void): unknown
  /** Stores the name and tells everyone in the room. */
  setName(workshopId: WorkshopId, personId: PersonId, name: string | null): Promise<void>
}

export type AccessBoards = {
  /** The first contents; nothing happens when there are some. */
  found(workshopId: WorkshopId, update: Uint8Array): Promise<void>
  /** The whole board as one Yjs V1 update. */
  read(workshopId: WorkshopId): Promise<Uint8Array>
}

export const server: Actor = { personId: null, role: 'server' }
