// A board outside of any workshop, as JSON: what exports, own templates and imports hold. Stored by people, so for ever.
import { z } from 'zod'
import { Channel, LaneKind, NoteColor, TouchpointState } from '#shared/board/model.ts'
import { maxLaneHeight, noteKinds, stageWidths } from '#shared/board/shapes.ts'
import { DepartmentId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { line } from '#shared/text.ts'

/** `runde-template` is made to begin with, `runde-board` to take along; what they hold is the same. */
export const boardFileFormats = ['runde-template', 'runde-board'] as const
export const boardFileVersion = 1
/** What the server takes as the board of a new workshop. */
export const maxBoardFileBytes = 2 * 1024 * 1024

const Title = z.string().max(200)
const Text = z.string().max(2000)
const Saying = z.string().max(400)
/** Within the file only: a board gives every part an id of its own. */
const Key = z.string().min(1).max(60)
/** As on cards; whether the workshop has such a department is another matter. */
const Department = z.string().max(60)
const Score = z
  .number()
  .min(0)
  .max(10)
  .refine((value) => Math.round(value * 10) / 10 === value, {
    message: 'a score has one decimal',
    params: { reason: 'decimals' },
  })
  .nullable()
const Emotion = z.number().min(-2).max(2).nullable()
const Place = { x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) }
const cell = { stageId: Key.nullable(), laneId: Key.nullable() }

export const FileNote = z.object({
  text: Text,
  kind: z.enum(noteKinds).nullable().default(null),
  departmentId: Department.nullable().default(null),
  color: NoteColor.nullable().default(null),
})
export type FileNote = z.infer<typeof FileNote>

/** In the order in which they stand in their cells. */
export const FileCard = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('touchpoint'),
    ...cell,
    title: Title,
    channel: Channel.default('other'),
    departmentId: Department.nullable().default(null),
    actual: Score.default(null),
    target: Score.default(null),
    momentOfTruth: z.boolean().default(false),
    state: TouchpointState.default('assumption'),
    notes: Text.default(''),
  }),
  z.object({ type: z.literal('note'), ...cell, ...FileNote.shape }),
  z.object({ type: z.literal('cluster'), ...cell, title: Title, notes: z.array(FileNote) }),
])
export type FileCard = z.infer<typeof FileCard>

export const FileMap = z.object({
  title: Title,
  /** Where its corner lies on the page; null for wherever there is room. */
  place: z.object(Place).nullable().default(null),
  personas: z.array(z.object({ id: Key, name: Title, goal: Saying, quote: Saying })).default([]),
  stages: z.array(
    z.object({
      id: Key,
      title: Title,
      /** Of the map itself; a persona's own points stand in `emotions` under its id. */
      emotion: Emotion.default(null),
      emotions: z.record(Key, z.number().min(-2).max(2)).default({}),
      width: z.number().min(stageWidths.min).max(stageWidths.max).default(stageWidths.usual),
    }),
  ),
  lanes: z.array(
    z.object({
      id: Key,
      title: Title,
      kind: LaneKind,
      minHeight: z.number().min(0).max(maxLaneHeight).default(0),
    }),
  ),
  cards: z.array(FileCard),
})
export type FileMap = z.infer<typeof FileMap>

/** Notes and groups of notes that lie on no map. */
export const LooseCard = z.discriminatedUnion('type', [
  z.object({ type: z.literal('note'), ...Place, ...FileNote.shape }),
  z.object({ type: z.literal('cluster'), ...Place, title: Title, notes: z.array(FileNote) }),
])
export type LooseCard = z.infer<typeof LooseCard>

export const BoardFile = z
  .object({
    format: z.enum(boardFileFormats),
    version: z.literal(boardFileVersion),
    title: Title,
    language: Language.default('de'),
    /** The template the workshop began with: its agenda comes along with the board. */
    templateId: z.string().max(60).nullable().default(null),
    departments: z
      .array(z.object({ departmentId: DepartmentId, title: line(60) }))
      .max(40)
      .default([]),
    maps: z.array(FileMap),
    loose: z.array(LooseCard).default([]),
  })
  .superRefine((file, context) => {
    for (const [at, map] of file.maps.entries()) checkPointers(map, ['maps', at], context)
    const taken = new Set<string>()
    for (const [at, { departmentId }] of file.departments.entries()) {
      if (taken.has(departmentId)) flaw(context, ['departments', at, 'departmentId'], 'twice', departmentId)
      taken.add(departmentId)
    }
  })
export type BoardFile = z.infer<typeof BoardFile>

type Path = (string | number)[]

/** What reading a file tells the person; on the wire it is the sentence alone. */
function flaw(context: z.RefinementCtx, path: Path, reason: 'twice' | 'points-nowhere', id: string): void {
  const message = reason === 'twice' ? `"${id}" stands here twice` : `there is no "${id}"`
  context.addIssue({ code: 'custom', path, message, params: { reason, id } })
}

/** Cards name stages and lanes of their own map, stages name its personas, and no id stands twice. */
function checkPointers(map: FileMap, path: Path, context: z.RefinementCtx): void {
  const lost = (where: Path, id: string) => flaw(context, [...path, ...where], 'points-nowhere', id)
  for (const list of ['stages', 'lanes', 'personas'] as const) {
    const seen = new Set<string>()
    for (const [at, { id }] of map[list].entries()) {
      if (seen.has(id)) flaw(context, [...path, list, at, 'id'], 'twice', id)
      seen.add(id)
    }
  }
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id))
  const [stages, lanes, personas] = [ids(map.stages), ids(map.lanes), ids(map.personas)]
  for (const [at, { stageId, laneId }] of map.cards.entries()) {
    if (stageId !== null && !stages.has(stageId)) lost(['cards', at, 'stageId'], stageId)
    if (laneId !== null && !lanes.has(laneId)) lost(['cards', at, 'laneId'], laneId)
  }
  for (const [at, { emotions }] of map.stages.entries())
    for (const id of Object.keys(emotions)) if (!personas.has(id)) lost(['stages', at, 'emotions'], id)
}

/** How many elements it puts onto a board. */
export function countElements({ maps, loose }: Pick<BoardFile, 'maps' | 'loose'>): number {
  const inCards = (cards: readonly (FileCard | LooseCard)[]) =>
    cards.reduce((sum, card) => sum + 1 + (card.type === 'cluster' ? card.notes.length : 0), 0)
  return maps.reduce(
    (sum, { stages, lanes, personas, cards }) =>
      sum + 1 + stages.length + lanes.length + personas.length + inCards(cards),
    inCards(loose),
  )
}
