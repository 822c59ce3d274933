// The first thing that happens to a workshop: what it is made with.

import { z } from 'zod'
import { Department } from '#shared/access/api.ts'
import { AgendaItem } from '#shared/facilitation/agenda.ts'
import { GroundRule } from '#shared/facilitation/ground-rules.ts'
import { Language } from '#shared/language.ts'

const founding = {
  title: z.string(),
  language: Language,
  templateId: z.string(),
  departments: z.array(Department),
  items: z.array(AgendaItem),
  rules: z.array(GroundRule),
  /** Fewest people for a secret poll; 5 unless changed, never below 3 (BALLOT 6). */
  minimumGroup: z.number().int().min(3),
}

/** Sent once, by the server, when a workshop is created. */
export const FoundingCommand = z.object({ type: z.literal('workshop.create'), ...founding })
export type FoundingCommand = z.infer<typeof FoundingCommand>
export const FoundingEvent = z.object({ type: z.literal('workshop.created'), ...founding, at: z.number() })
export type FoundingEvent = z.infer<typeof FoundingEvent>
