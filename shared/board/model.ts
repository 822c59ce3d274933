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

export type BoardStage = {
  id: string
  title: string
  /** -2 (bad) to +2 (good); null where the curve has no point. */
  emotion: number | null
}
export type BoardLane = { id: string; title: string; kind: LaneKind }
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
  notes: string
}
export type BoardNote = {
  id: string
  stageId: string | null
  laneId: string | null
  /** What the note itself says it is, else what its lane is for; null for a plain note outside every map. */
  kind: LaneKind | null
  departmentId: string | null
  text: string
}
export type BoardMap = {
  id: string
  title: string
  stages: BoardStage[]
  lanes: BoardLane[]
  touchpoints: BoardTouchpoint[]
  notes: BoardNote[]
}
/** `loose` are notes that lie on no map. */
export type BoardModel = { maps: BoardMap[]; loose: BoardNote[] }
