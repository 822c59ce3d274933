// The sample workshop that comes with Runde: an energy supplier's journey, its people, and what they say and think.
import { z } from 'zod'
import { LaneKind } from '#shared/board/model.ts'
import { DepartmentId } from '#shared/ids.ts'
import { Bilingual } from '#shared/language.ts'
import { Key, TouchpointData } from '#shared/templates/template.ts'
import data from './data/demo.json' with { type: 'json' }

const ScoreValue = z.number().min(0).max(10).nullable()

/** As far as it is used; the file holds more. */
export const Sample = z.object({
  title: Bilingual,
  persona: z.object({ name: Bilingual, goal: Bilingual, quote: Bilingual }),
  departments: z.array(z.object({ id: DepartmentId, title: Bilingual })),
  people: z.array(
    z.object({
      id: Key,
      name: z.string(),
      departmentId: DepartmentId,
      role: z.enum(['participant', 'facilitator', 'observer']),
      temperament: z.enum(['steady', 'quiet', 'talkative', 'silent']).optional(),
    }),
  ),
  /** The first one is over, in the second one is today. */
  sessions: z.tuple([
    z.object({ id: Key, date: z.iso.date(), agendaId: Key }),
    z.object({ id: Key, date: z.iso.date(), agendaId: Key }),
  ]),
  map: z.object({
    stages: z.array(z.object({ id: Key, title: Bilingual })),
    lanes: z.array(z.object({ id: Key, kind: LaneKind, title: Bilingual })),
    emotionCurve: z.array(z.object({ stageId: Key, value: z.number().min(-2).max(2) })),
    touchpoints: z.array(TouchpointData.extend({ actual: ScoreValue, target: ScoreValue })),
    notes: z.array(
      z.object({
        id: Key,
        laneId: Key,
        stageId: Key,
        authorId: Key.nullish(),
        departmentId: DepartmentId.nullish(),
        state: z.enum(['assumption', 'evidence', 'validated']),
        text: Bilingual,
      }),
    ),
  }),
  evidence: z.array(
    z.object({ touchpointId: Key, text: z.string().optional(), title: Bilingual.optional() }),
  ),
  commitments: z.array(
    z.object({
      sessionId: Key,
      personId: Key,
      text: Bilingual,
      kept: z.enum(['kept', 'partly', 'not-kept']).nullable(),
    }),
  ),
  hands: z.array(
    z.object({
      personId: Key,
      kind: z.string(),
      text: Bilingual,
    }),
  ),
  polls: z.array(
    z.object({
      pollId: Key,
      values: z.array(z.union([z.number(), z.string()])).optional(),
      texts: z.array(Bilingual).optional(),
    }),
  ),
  actions: z.array(
    z.object({
      title: Bilingual,
      ownerId: Key,
      sessionId: Key,
      dueOn: z.iso.date(),
      effectOn: z.iso.date(),
      touchpointId: Key,
      /** What customers gave before it, where it is known. */
      scoreFrom: ScoreValue.optional(),
    }),
  ),
})
export type Sample = z.infer<typeof Sample>

export const sample = data as unknown as Sample // our own data; tests/shared/sample parses all of it

/** Whose agenda the sample workshop runs by: an hour. */
export const sampleTemplateId = 'first-purchase-online'
