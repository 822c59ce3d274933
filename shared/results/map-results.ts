// The board in the results: maps with their scores, the widest gap first, and what was written on notes.
import { z } from 'zod'
import {
  type BoardCluster,
  type BoardMap,
  type BoardModel,
  type BoardNote,
  type BoardTouchpoint,
  Channel,
  LaneKind,
} from '#shared/board/model.ts'
import { DepartmentRef, type FindDepartment, Score } from './values.ts'

export const TouchpointResult = z.object({
  id: z.string(),
  title: z.string(),
  stage: z.string().nullable(),
  channel: Channel,
  department: DepartmentRef.nullable(),
  actual: Score.nullable(),
  target: Score.nullable(),
  /** `target - actual`, one decimal, negative where the target is exceeded; null while one of them is missing. */
  gap: z.number().nullable(),
  momentOfTruth: z.boolean(),
  notes: z.string(),
})
export type TouchpointResult = z.infer<typeof TouchpointResult>

export const NoteResult = z.object({
  id: z.string(),
  /** What the note itself says it is, else what its lane is for; null outside a map. */
  kind: LaneKind.nullable(),
  stage: z.string().nullable(),
  department: DepartmentRef.nullable(),
  /** The heading under which the group put it; null where it stands alone. */
  cluster: z.string().nullable(),
  text: z.string(),
})
export type NoteResult = z.infer<typeof NoteResult>

export const MapResult = z.object({
  id: z.string(),
  title: z.string(),
  /** `emotion` from -2 (bad) to +2 (good); null where the curve has no point. */
  stages: z.array(z.object({ id: z.string(), title: z.string(), emotion: z.number().nullable() })),
  lanes: z.array(z.object({ id: z.string(), title: z.string(), kind: LaneKind })),
  /** Largest gap first; those without a gap last, in reading order. */
  touchpoints: z.array(TouchpointResult),
  notes: z.array(NoteResult),
})
export type MapResult = z.infer<typeof MapResult>

export function mapResult(map: BoardMap, departmentOf: FindDepartment): MapResult {
  const stageOf = (stageId: string | null) => map.stages.find((stage) => stage.id === stageId)?.title ?? null
  return {
    id: map.id,
    title: map.title,
    stages: map.stages.map(({ id, title, emotion }) => ({ id, title, emotion })),
    lanes: map.lanes.map(({ id, title, kind }) => ({ id, title, kind })),
    touchpoints: map.touchpoints
      .map((touchpoint) => touchpointResult(touchpoint, stageOf(touchpoint.stageId), departmentOf))
      // The sort is stable, so equal gaps stay in reading order.
      .sort((a, b) => (b.gap ?? Number.NEGATIVE_INFINITY) - (a.gap ?? Number.NEGATIVE_INFINITY) || 0),
    notes: map.notes.map((note) => noteResult(note, stageOf(note.stageId), map.clusters, departmentOf)),
  }
}

/** Notes that lie on no map. */
export const looseNotes = (
  { loose, looseClusters }: BoardModel,
  departmentOf: FindDepartment,
): NoteResult[] => loose.map((note) => noteResult(note, null, looseClusters, departmentOf))

function touchpointResult(
  { id, title, channel, departmentId, actual, target, momentOfTruth, notes }: BoardTouchpoint,
  stage: string | null,
  departmentOf: FindDepartment,
): TouchpointResult {
  // 4 - 1.8 is 2.2 to a reader, not 2.2000000000000002.
  const gap = actual === null || target === null ? null : Math.round((target - actual) * 10) / 10
  const department = departmentOf(departmentId)
  return { id, title, stage, channel, department, actual, target, gap, momentOfTruth, notes }
}

const noteResult = (
  { id, kind, departmentId, clusterId, text }: BoardNote,
  stage: string | null,
  clusters: readonly BoardCluster[],
  departmentOf: FindDepartment,
): NoteResult => ({
  id,
  kind,
  stage,
  department: departmentOf(departmentId),
  cluster: clusters.find((cluster) => cluster.id === clusterId)?.title ?? null,
  text,
})
