// Which lane of a map a new card belongs in.
import type { LaneKind } from '#shared/board/model.ts'
import { type NoteKind, noteKinds } from '#shared/board/shapes.ts'

/** What can be put into a cell: a touchpoint, a plain note, or a note that says what it is. */
export type CardKind = 'touchpoint' | 'note' | NoteKind

type Lane<Id> = { id: Id; kind: LaneKind }

/** The lane that is for this kind, else the first that takes it. */
export function laneFor<Id>(lanes: readonly Lane<Id>[], kind: CardKind): Id | undefined {
  const wanted: LaneKind = kind === 'touchpoint' ? 'touchpoints' : kind === 'note' ? 'free' : kind
  return (lanes.find((lane) => lane.kind === wanted) ?? lanes.find((lane) => takes(lane.kind, kind)))?.id
}

/** Touchpoints and notes keep to lanes of their own; the kinds of notes keep apart where lanes say so. */
export function takes(lane: LaneKind, kind: CardKind): boolean {
  if (lane === 'emotion') return false
  if (kind === 'touchpoint') return lane === 'touchpoints'
  if (lane === 'touchpoints') return false
  const laneNote = noteKinds.find((each) => each === lane)
  return kind === 'note' || !laneNote || laneNote === kind
}
