// Which card a row becomes: a touchpoint or a note, by what it says it is, else by its lane and what it has.
import type { FileCard, FileNote } from '#shared/board/board-file.ts'
import type { ErrorCode } from '#shared/board/import/issues.ts'
import type { RowValues } from '#shared/board/import/read-row.ts'
import type { ImportField } from '#shared/board/import/table-words.ts'
import type { LaneKind } from '#shared/board/model.ts'
import { noteKinds, textProps } from '#shared/board/shapes.ts'

export type Refusal = { code: ErrorCode; field: ImportField; limit?: number }
type NewTouchpoint = Omit<Extract<FileCard, { type: 'touchpoint' }>, 'stageId' | 'laneId'>
export type NewCard = NewTouchpoint | { type: 'note'; note: FileNote }

export const isCardRow = ({ title, note, isRated }: RowValues): boolean =>
  title !== '' || note !== '' || isRated

export function cardIn(values: RowValues, laneKind: LaneKind): NewCard | Refusal {
  if (isTouchpoint(values, laneKind)) return touchpointOf(values)
  const { title, note, departmentId } = values
  const text = [title, note].filter((part) => part !== '').join('\n')
  const limit = textProps['sticky-note'].text ?? 0
  if (text === '') return { code: 'no-title', field: 'title' }
  if (text.length > limit) return { code: 'too-long', field: note === '' ? 'title' : 'note', limit }
  const kind = noteKinds.find((each) => each === (values.kind ?? laneKind)) ?? null
  return { type: 'note', note: { text, kind, departmentId, color: null } }
}

/** In a lane for pain points, opportunities or evidence a text is a note; elsewhere scores and a channel make a touchpoint. */
function isTouchpoint({ kind, title, isRated }: RowValues, laneKind: LaneKind): boolean {
  if (kind !== null) return kind === 'touchpoints'
  if (laneKind === 'touchpoints') return true
  return title !== '' && isRated && !noteKinds.some((each) => each === laneKind)
}

function touchpointOf(values: RowValues): NewTouchpoint | Refusal {
  const { title, note: notes, channel, departmentId, actual, target, momentOfTruth, state } = values
  const limits = textProps.touchpoint
  if (title === '') return { code: 'no-title', field: 'title' }
  if (title.length > (limits.title ?? 0))
    return { code: 'too-long', field: 'title', limit: limits.title ?? 0 }
  if (notes.length > (limits.notes ?? 0)) return { code: 'too-long', field: 'note', limit: limits.notes ?? 0 }
  return { type: 'touchpoint', title, channel, departmentId, actual, target, momentOfTruth, state, notes }
}
