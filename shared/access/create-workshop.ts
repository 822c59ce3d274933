// What is sent to create a workshop. Apart from the rest of the interface, since it knows what a board is made of, and the
// join page need not load that.
import { z } from 'zod'
import { BoardFile } from '#shared/board/board-file.ts'
import { NewItems } from '#shared/facilitation/agenda-items.ts'
import { Language } from '#shared/language.ts'
import { line } from '#shared/text.ts'

/** `POST /api/workshops` */
export const CreateWorkshop = z.object({
  title: line(120),
  template: z.string().max(60).optional(),
  language: Language.optional(),
  /** What the board begins with, in the template's place; its departments are the workshop's. */
  board: BoardFile.optional(),
  /** In the place of the template's agenda: the id of another one, items of one's own, or null for none. */
  agenda: z.union([z.string().max(60), NewItems]).nullish(),
})
export type CreateWorkshop = z.infer<typeof CreateWorkshop>
