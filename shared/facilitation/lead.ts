// Following: one facilitator brings everyone to what they are looking at, until they let go or another takes over.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { PersonId } from '#shared/ids.ts'

export const LeadCommand = z.discriminatedUnion('type', [
  /** Takes the lead, also from another facilitator. */
  z.object({ type: z.literal('lead.start') }),
  z.object({ type: z.literal('lead.end') }),
])
export type LeadCommand = z.infer<typeof LeadCommand>

export const LeadEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lead.started'), personId: PersonId, at: z.number() }),
  z.object({ type: z.literal('lead.ended'), at: z.number() }),
])
export type LeadEvent = z.infer<typeof LeadEvent>

/** Who leads, since when; null while everybody looks around for themselves. */
export type Lead = { personId: PersonId; since: number } | null
export const noLead: Lead = null

export function decideLead(lead: Lead, command: LeadCommand, { actor, now }: Context): Decision<LeadEvent> {
  if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator can bring everyone to their view.')
  switch (command.type) {
    case 'lead.start':
      if (lead?.personId === actor.personId)
        return refuse('already-done', 'Everyone sees what you see already.')
      return accept({ type: 'lead.started', personId: actor.personId, at: now })
    case 'lead.end':
      if (!lead) return refuse('already-done', 'Nobody is being followed.')
      if (lead.personId !== actor.personId)
        return refuse('not-allowed', 'Another facilitator leads; bring everyone to yourself instead.')
      return accept({ type: 'lead.ended', at: now })
  }
}

export function applyLead(_lead: Lead, event: LeadEvent): Lead {
  return event.type === 'lead.started' ? { personId: event.personId, since: event.at } : null
}
