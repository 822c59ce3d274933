// What one browser says about itself on the board, as JSON that is never too large to be passed on.
import { z } from 'zod'
import { maxPresenceBytes } from '#shared/board/protocol.ts'
import { PersonId } from '#shared/ids.ts'

const ShapeId = z.string().startsWith('shape:')
/** What somebody sees of the page, in its px. */
const PresenceView = z.object({
  x: z.number(),
  y: z.number(),
  w: z.number().positive(),
  h: z.number().positive(),
})
export type PresenceView = z.infer<typeof PresenceView>

/** Page coordinates in px; `selected` names the first of what is selected. */
const OwnPresence = z.object({
  cursor: z.object({ x: z.number(), y: z.number() }).nullable().catch(null),
  selected: z.array(ShapeId).max(50).catch([]),
  editing: ShapeId.nullable().catch(null),
  /** Only of the facilitator whom the others follow. */
  view: PresenceView.nullable().catch(null),
})
export type OwnPresence = z.infer<typeof OwnPresence>

/** As it comes back from others: `person` is written in by the server. */
export const Presence = OwnPresence.extend({ person: PersonId })

/** Leaves out what is selected beyond the limit: the server would pass none of it on. */
export function fitting(presence: OwnPresence): OwnPresence {
  const selected = presence.selected.slice(0, 50)
  while (selected.length > 0 && bytesOf({ ...presence, selected }) > maxPresenceBytes) selected.pop()
  return { ...presence, selected }
}

const bytesOf = (presence: OwnPresence) => new TextEncoder().encode(JSON.stringify(presence)).length
