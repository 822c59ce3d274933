// A template as its data file holds it: departments, map, notes, in both languages.
import { z } from 'zod'
import { Channel, LaneKind } from '#shared/board/model.ts'
import { AgendaItem } from '#shared/facilitation/agenda.ts'
import { DepartmentId, ItemId, RuleId } from '#shared/ids.ts'
import { Bilingual } from '#shared/language.ts'

export const Key = z.string().regex(/^[a-z0-9-]{1,60}$/)
const ScoreValue = z.number().min(0).max(10)

/** A touchpoint of a map in a data file. */
export const TouchpointData = z.object({
  id: Key,
  stageId: Key,
  laneId: Key,
  title: Bilingual,
  experience: Bilingual.optional(),
  channel: Channel,
  departmentId: DepartmentId,
  momentOfTruth: z.boolean(),
})

export const Template = z.object({
  id: Key,
  version: z.literal(1),
  title: Bilingual,
  summary: Bilingual,
  /** The agenda a workshop made from it begins with; null for none. */
  agendaId: Key.nullable(),
  persona: z.object({ name: Bilingual, goal: Bilingual, quote: Bilingual }).nullable(),
  departments: z.array(z.object({ id: DepartmentId, title: Bilingual })),
  stages: z.array(z.object({ id: Key, title: Bilingual, question: Bilingual.optional() })),
  lanes: z.array(z.object({ id: Key, kind: LaneKind, title: Bilingual })),
  /** One point per stage, -2 to +2. */
  emotionCurve: z.array(
    z.object({ stageId: Key, value: z.number().min(-2).max(2), why: Bilingual.optional() }),
  ),
  touchpoints: z.array(
    TouchpointData.extend({
      /** What to aim for, as a proposal. There is no actual score: only customers can give one. */
      target: ScoreValue.nullish(),
    }),
  ),
  notes: z.array(
    z.object({
      id: Key,
      laneId: Key,
      stageId: Key,
      touchpointId: Key.optional(),
      departmentId: DepartmentId.optional(),
      text: Bilingual,
    }),
  ),
})
export type Template = z.infer<typeof Template>

export const AgendaTemplate = z.object({
  id: Key,
  minutes: z.number().int(),
  title: Bilingual,
  fits: Bilingual,
  items: z.array(
    z.object({
      id: ItemId,
      kind: AgendaItem.shape.kind,
      minutes: z.number().int().min(1),
      title: Bilingual,
      purpose: Bilingual.optional(),
      script: Bilingual.optional(),
      pollSetId: Key.optional(),
    }),
  ),
})
export type AgendaTemplate = z.infer<typeof AgendaTemplate>

export const RuleTemplate = z.object({ id: RuleId, rule: Bilingual, why: Bilingual })
export type RuleTemplate = z.infer<typeof RuleTemplate>

/** `GET /api/templates`: what the start page shows of each, without its contents. */
export const TemplateCard = z.object({
  id: z.string(),
  title: Bilingual,
  summary: Bilingual,
  stages: z.number(),
  lanes: z.number(),
  touchpoints: z.number(),
  /** Length of its agenda; 0 for none. */
  minutes: z.number(),
  /** For the small drawing, one per stage: where the curve is, and the place of each card's department in the list. */
  sketch: z.array(z.object({ emotion: z.number().nullable(), cards: z.array(z.number().int()) })),
})
export type TemplateCard = z.infer<typeof TemplateCard>
