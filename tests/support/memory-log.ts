// The log of facilitation in memory, without a thread: for simulations that hold the time, and whoever wants to look into it.
import type { FacilitationLog, NewBatch, PeopleStore } from '#server/storage/storage.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { PersonId } from '#shared/ids.ts'

/** Of one workshop. `batches` are those that were stored, oldest first. */
export type MemoryLog = FacilitationLog & { batches: NewBatch[]; events: Event[] }

export function createMemoryLog(opening: readonly Event[] = []): MemoryLog {
  const events: Event[] = [...opening]
  const batches: NewBatch[] = []
  const replies = new Map<string, Reply>()
  const nameOf = (personId: PersonId | null, commandId: string) => `${personId} ${commandId}`
  return {
    batches,
    events,
    async append(batch) {
      const { answer } = batch
      if (answer && replies.has(nameOf(answer.personId, answer.commandId))) return 'repeated'
      if (batch.seq !== events.length + 1) return 'conflict'
      events.push(...batch.events)
      batches.push(batch)
      if (answer) replies.set(nameOf(answer.personId, answer.commandId), answer.reply)
      return 'stored'
    },
    async remember({ personId, commandId, reply }) {
      const name = nameOf(personId, commandId)
      const first = replies.get(name) ?? reply
      replies.set(name, first)
      return first
    },
    reply: async (_, personId, commandId) => replies.get(nameOf(personId, commandId)) ?? null,
    read: async (_, afterSeq) =>
      events.slice(afterSeq).map((event, index) => ({ seq: afterSeq + index + 1, event })),
  }
}

export const namelessPeople: PeopleStore = { setName: async () => {}, names: async () => ({}) }
