// What every part of the table, the matrix and the list works with: the edits, the words' owners, what can be opened.
import { createContext, useContext } from 'react'
import type { BoardEdits } from '#client/board/twin/edit-board.ts'
import type { NoteKind } from '#shared/board/shapes.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import type { DraftContent } from '#shared/silence/drafts.ts'

export type Department = { departmentId: string; title: string }

/** What opens at the side, over the map. */
export type Sheet =
  /** A card, stage, lane or persona; `isNew`: its first text is waiting to be written. */
  | { kind: 'shape'; id: string; isNew?: boolean }
  | { kind: 'structure'; mapId: string }
  | { kind: 'notes'; mapId: string; stageId: string; noteKind: NoteKind }
  | { kind: 'move'; id: string }
  | { kind: 'fate'; id: string }
  | { kind: 'group'; id: string }

export type TwinTools = {
  workshopId: WorkshopId
  edits: BoardEdits
  departments: readonly Department[]
  language: Language
  me: { personId: PersonId; departmentId: string | null }
  nameOf: (personId: PersonId) => string
  isFacilitator: boolean
  isPhone: boolean
  /** Nothing can be changed here by this person at this time, whatever it is. */
  isReadOnly: boolean
  open(sheet: Sheet): void
  /** Back to what was open before, at last to the map. */
  close(): void
  /** Said and, with `undo`, shown with a way to take it back. */
  tell(text: string, undo?: 'undo'): void
  /** The text of this shape has the focus, or none has; for the others. */
  typeIn(id: string | null): void
  /** This shape is what the person is at; for the others. */
  beAt(id: string | null): void
  /** While people write in silence: takes a note in place of the board. */
  writeSilently: ((content: DraftContent) => void) | null
}

export const TwinContext = createContext<TwinTools | null>(null)

export function useTwin(): TwinTools {
  const tools = useContext(TwinContext)
  if (!tools) throw new Error('useTwin needs a TwinContext around it.')
  return tools
}
