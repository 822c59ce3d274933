// What the operator can ask of the data: over the door of the running server, or of the data folder while none runs.
import { z } from 'zod'
import { PersonId, WorkshopId } from '#shared/ids.ts'

/** What was asked cannot be done; the message is a sentence for the operator. Any other error is a bug of ours. */
export class Refused extends Error {}

/** Paths are whole ones: who does it may have another folder to start from. */
const Path = z.string()

export const Ask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('people'), workshopId: WorkshopId }),
  /** `file` null: in `folder`, called after the workshop. */
  z.object({
    kind: z.literal('export'),
    workshopId: WorkshopId,
    folder: Path,
    file: Path.nullable(),
    force: z.boolean(),
  }),
  z.object({ kind: z.literal('import'), file: Path }),
  z.object({ kind: z.literal('seat'), workshopId: WorkshopId, personId: PersonId }),
  z.object({ kind: z.literal('delete'), workshopId: WorkshopId }),
  z.object({ kind: z.literal('erase'), workshopId: WorkshopId, personId: PersonId }),
  z.object({ kind: z.literal('backup'), folder: Path, force: z.boolean() }),
])
export type Ask = z.infer<typeof Ask>

/** Line by line what there is to say about it. Rejects with a sentence when it was not done. */
export type Doing = (ask: Ask) => Promise<string[]>
