// An empty silent note for a cell: where it lies says what it is, where its lane does.
import type { Cell } from '#shared/board/layout.ts'
import type { LaneKind } from '#shared/board/model.ts'
import { type NoteKind, noteKinds } from '#shared/board/shapes.ts'
import type { DraftContent } from '#shared/silence/drafts.ts'

export function silentNote(
  lanes: readonly { id: string; kind: LaneKind }[],
  cell: Cell | null,
  kind: NoteKind | null,
): DraftContent {
  const lane = lanes.find(({ id }) => id === cell?.laneId)
  return {
    text: '',
    kind: noteKinds.find((each) => each === lane?.kind) ?? kind,
    stageId: cell?.stageId ?? null,
    laneId: cell?.laneId ?? null,
    // Whose department wrote it is said only where its writer asks for it.
    departmentId: null,
  }
}
