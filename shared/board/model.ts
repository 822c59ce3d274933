// The board as the report, the table twin and the exports read it: maps with stages, lanes and cards, in reading order.
import { z } from 'zod'

export const LaneKind = z.enum([
  'customer-actions',
  'touchpoints',
  'emotion',
  'pain-points',
  'opportunities',
  'evidence',
  'backstage',
  'free',
])
export type LaneKind = z.infer<typeof LaneKind>

export const Channel = z.enum([
  'web',
  'app',
  'phone',
  'e-mail',
  'letter',
  'shop',
  'field-service',
  'chat',
  'social',
  'other',
])
export type Channel = z.infer<typeof Channel>

/** How sure one can be of what a touchpoint says. */
export const TouchpointState = z.enum(['assumption', 'evidence', 'validated'])
export type TouchpointState = z.infer<typeof TouchpointState>

/** Free colours of notes, beside those that follow from kind and department. */
export const NoteColor = z.enum(['yellow', 'orange', 'rose', 'violet', 'blue', 'green', 'grey'])
export type NoteColor = z.infer<typeof NoteColor>

type BoardPersona = { id: string; name: string; goal: string; quote: string; imageId: string | null }
export type BoardStage = {
  id: string
  title: string
  /** -2 (bad) to +2 (good); null where the curve has no point. Of the first persona, or of a map without any. */
  emotion: number | null
  /** The points of all personas' curves, by persona id. */
  emotions: Readonly<Record<string, number>>
}
type BoardLane = { id: string; title: string; kind: LaneKind }
/** Notes under one heading, in a cell or loose. */
export type BoardCluster = { id: string; title: string; stageId: string | null; laneId: string | null }
export type BoardTouchpoint = {
  id: string
  stageId: string | null
  laneId: string | null
  title: string
  channel: Channel
  departmentId: string | null
  /** 0 to 10, one decimal; null where nobody has scored it. */
  actual: number | null
  target: number | null
  momentOfTruth: boolean
  state: TouchpointState
  notes: string
}
export type BoardNote = {
  id: string
  stageId: string | null
  laneId: string | null
  /** What the note itself says it is, else what its lane is for; null for a plain note outside every map. */
  kind: LaneKind | null
  departmentId: string | null
  /** A person id, where notes were announced to be with names. */
  authorId: string | null
  /** The cluster whose heading it stands under. */
  clusterId: string | null
  text: string
}
export type BoardMap = {
  id: string
  title: string
  personas: BoardPersona[]
  stages: BoardStage[]
  lanes: BoardLane[]
  touchpoints: BoardTouchpoint[]
  notes: BoardNote[]
  clusters: BoardCluster[]
}
/** `loose` are notes that lie on no map, `looseClusters` the headings of some of them. */
export type BoardModel = { maps: BoardMap[]; loose: BoardNote[]; looseClusters: BoardCluster[] }
