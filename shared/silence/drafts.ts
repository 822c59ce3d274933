// A silent note before it is revealed, on the wire and in storage: JSON over HTTP between its writer and the server.
import { z } from 'zod'
import { noteKinds } from '#shared/board/shapes.ts'
import { DepartmentId, RoundId } from '#shared/ids.ts'
import { lines } from '#shared/text.ts'

/** Made by the browser that writes it; forgotten when the note is placed under an id that nobody has seen. */
export const DraftId = z.uuid().brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

const ShapeId = z.string().regex(/^shape:[\w-]{1,54}$/, 'A stage or lane is named by its id on the board.')

/** What its writer may say about a note. */
export const DraftContent = z.object({
  text: lines(2000),
  kind: z.enum(noteKinds).nullable(),
  /** Where it will lie. */
  stageId: ShapeId.nullable(),
  laneId: ShapeId.nullable(),
  /** Shown on the note when its writer wants it to be; null says nothing. */
  departmentId: DepartmentId.nullable(),
})
export type DraftContent = z.infer<typeof DraftContent>

export const Draft = DraftContent.extend({ draftId: DraftId })
export type Draft = z.infer<typeof Draft>

/** Per person and round. */
export const maxDrafts = 100

/** `GET /api/workshops/:id/silence`: the round that is on, and the asker's own notes in it. */
export const SilentState = z.object({ roundId: RoundId.nullable(), drafts: z.array(Draft) })
export type SilentState = z.infer<typeof SilentState>
