// What the history of a board says about each of its states, on the wire and in storage.
import { z } from 'zod'
import { PersonId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

/** `named`: somebody kept it. `item-begins`, `agenda-ends`: the agenda or the end of the session did. `before-restore`: going back did. */
export const HistoryKind = z.enum(['named', 'item-begins', 'agenda-ends', 'before-restore'])
export type HistoryKind = z.infer<typeof HistoryKind>

export const EntryId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'A state of the board is named by its id.')

export const HistoryEntry = z.object({
  entryId: EntryId,
  kind: HistoryKind,
  /** Of a named one. */
  name: z.string().nullable(),
  /** The agenda item that was beginning. */
  itemTitle: z.string().nullable(),
  /** Who kept it, or who went back; null where the agenda did. */
  personId: PersonId.nullable(),
  /** Epoch milliseconds. */
  at: z.number(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** `GET /api/workshops/:id/history`, newest first. */
export const HistoryList = z.object({ entries: z.array(HistoryEntry) })
/** `POST /api/workshops/:id/history`. */
export const KeepState = z.object({ name: line(80) })
/** What keeping and going back are answered with: the state that was kept, or the one kept before going back. */
export const KeptState = z.object({ entry: HistoryEntry })
