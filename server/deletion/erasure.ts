// Erases one person of a workshop: what was theirs alone goes from every table, and what is the group's is nobody's then.
import type { Doc } from 'yjs'
import type { Added } from '#server/facilitation/rooms.ts'
import type { Log } from '#server/log.ts'
import type { FacilitationLog, WholeStore } from '#server/storage/storage.ts'
import { readRecord, recordsOf } from '#shared/board/document.ts'
import { withoutWordsOf } from '#shared/facilitation/without-words.ts'
import { apply, decide, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

type ErasurePlanes = {
  rooms: {
    rewrite(workshopId: WorkshopId, write: () => Promise<Added>): Promise<void>
    setName(workshopId: WorkshopId, personId: PersonId, name: null): Promise<void>
  }
  boards: { write(workshopId: WorkshopId, change: (doc: Doc) => void): Promise<void> }
}
type Parts = ErasurePlanes & {
  log: Log
  facilitation: Pick<FacilitationLog, 'read'>
  store: Pick<WholeStore, 'erasePerson'>
  now: () => number
}

/** Resolves when nothing of it stands on the disk. May be done again. */
export type Erasure = (workshopId: WorkshopId, personId: PersonId) => Promise<void>

export function createErasure({ rooms, boards, facilitation, store, log, now }: Parts): Erasure {
  /** Until nobody else has written between the reading and the rewriting. */
  async function rewrite(workshopId: WorkshopId, personId: PersonId): Promise<Added> {
    for (;;) {
      const stored = await facilitation.read(workshopId, 0)
      if (stored.length === 0) throw new Error(`The workshop ${workshopId} is gone, and everybody with it.`)
      const events = stored.map(({ event }) => event)
      const seq = stored.length
      const command = { type: 'person.erase' as const, personId }
      const context = { actor: { personId: null, role: 'server' as const }, now: now(), present: [] }
      const decision = decide(events.reduce(apply, emptyWorkshop), command, context)
      const added = decision.ok ? decision.events : [] // erased before: what is left of it is looked for once more
      const changed = withoutWordsOf(events, personId).flatMap((event, place) =>
        event === events[place] ? [] : [{ seq: place + 1, event }],
      )
      if (await store.erasePerson({ workshopId, personId, seq, changed, added }))
        return { seq: seq + 1, events: added }
    }
  }

  return async (workshopId, personId) => {
    // First, because it can be done again while the person is still there to ask for it.
    await boards.write(workshopId, (doc) => takeOffNotes(doc, personId))
    await rooms.rewrite(workshopId, () => rewrite(workshopId, personId))
    await rooms.setName(workshopId, personId, null)
    log.info('person.erased', { workshopId })
  }
}

/** What they wrote on the board is the group's; that it was them is not. */
function takeOffNotes(doc: Doc, personId: PersonId): void {
  doc.transact(() => {
    for (const entry of recordsOf(doc).values()) {
      const props = readRecord(entry)?.props
      if (typeof props === 'object' && props && 'authorId' in props && props.authorId === personId)
        entry.set('p.authorId', null)
    }
  })
}
