// The whole facilitation plane: one state, one `decide`, one `apply`, made of the features beside this file.
import { z } from 'zod'
import { Department } from '#shared/access/api.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import {
  AgendaCommand,
  AgendaEvent,
  AgendaItem,
  applyAgenda,
  decideAgenda,
  noAgenda,
} from '#shared/facilitation/agenda.ts'
import type { CheckIn } from '#shared/facilitation/check-in.ts'
import {
  applyCheckIn,
  CheckInCommand,
  CheckInEvent,
  decideCheckIn,
  GroundRule,
  noCheckIn,
} from '#shared/facilitation/check-in.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import {
  applyDots,
  type Dots,
  DotsCommand,
  DotsEvent,
  decideDots,
  noDots,
} from '#shared/facilitation/dots.ts'
import type { Hands } from '#shared/facilitation/hands.ts'
import { applyHands, decideHands, HandCommand, HandEvent, noHands } from '#shared/facilitation/hands.ts'
import {
  applyLead,
  decideLead,
  type Lead,
  LeadCommand,
  LeadEvent,
  noLead,
} from '#shared/facilitation/lead.ts'
import type { People } from '#shared/facilitation/people.ts'
import {
  applyPeople,
  decidePeople,
  eligible,
  nobody,
  PeopleCommand,
  PeopleEvent,
} from '#shared/facilitation/people.ts'
import type { Polls } from '#shared/facilitation/polls.ts'
import { applyPolls, decidePolls, noPolls, PollCommand, PollEvent } from '#shared/facilitation/polls.ts'
import type { Silence } from '#shared/facilitation/silence.ts'
import {
  applySilence,
  decideSilence,
  noSilence,
  SilenceCommand,
  SilenceEvent,
} from '#shared/facilitation/silence.ts'
import {
  applySpotlight,
  decideSpotlight,
  noSpotlight,
  type Spotlight,
  SpotlightCommand,
  SpotlightEvent,
} from '#shared/facilitation/spotlight.ts'
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
const FoundingEvent = z.object({ type: z.literal('workshop.created'), ...founding, at: z.number() })

export const Command = z.discriminatedUnion('type', [
  FoundingCommand,
  PeopleCommand,
  AgendaCommand,
  HandCommand,
  PollCommand,
  CheckInCommand,
  LeadCommand,
  SpotlightCommand,
  DotsCommand,
  SilenceCommand,
])
export type Command = z.infer<typeof Command>

export const Event = z.discriminatedUnion('type', [
  FoundingEvent,
  PeopleEvent,
  AgendaEvent,
  HandEvent,
  PollEvent,
  CheckInEvent,
  LeadEvent,
  SpotlightEvent,
  DotsEvent,
  SilenceEvent,
])
export type Event = z.infer<typeof Event>

export type Workshop = {
  info: {
    title: string
    language: Language
    templateId: string
    departments: readonly Department[]
    minimumGroup: number
    /** Epoch milliseconds; 0 before `workshop.created`. */
    createdAt: number
  }
  people: People
  agenda: Agenda
  hands: Hands
  polls: Polls
  checkIn: CheckIn
  lead: Lead
  spotlight: Spotlight
  dots: Dots
  silence: Silence
}
export const emptyWorkshop: Workshop = {
  info: { title: '', language: 'de', templateId: 'blank', departments: [], minimumGroup: 5, createdAt: 0 },
  people: nobody,
  agenda: noAgenda,
  hands: noHands,
  polls: noPolls,
  checkIn: noCheckIn,
  lead: noLead,
  spotlight: noSpotlight,
  dots: noDots,
  silence: noSilence,
}

export function decide(workshop: Workshop, command: Command, context: Context): Decision<Event> {
  const { actor, now } = context
  if (actor.role !== 'server' && workshop.people[actor.personId]?.role !== actor.role)
    return refuse('not-allowed', 'You are not in this workshop in that role; open its link again.')
  switch (command.type) {
    case 'workshop.create': {
      if (actor.role !== 'server') return refuse('not-allowed', 'Workshops are created on the start page.')
      if (workshop.info.createdAt !== 0) return refuse('already-done', 'This workshop already exists.')
      const { type: _, ...rest } = command
      return accept({ type: 'workshop.created', ...rest, at: now })
    }
    case 'person.join':
      return decidePeople(workshop.people, command, context)
    case 'agenda.advance':
      return withEmptyQueue(workshop, decideAgenda(workshop.agenda, command, context), now)
    case 'agenda.start':
    case 'agenda.extend':
    case 'agenda.pause':
    case 'agenda.resume':
      return decideAgenda(workshop.agenda, command, context)
    case 'hand.raise':
    case 'hand.lower':
    case 'hand.lower-all':
    case 'hand.call':
    case 'floor.yield':
      return decideHands(workshop.hands, command, context)
    case 'poll.open':
    case 'poll.close':
    case 'poll.answer':
    case 'poll.seal':
      return decidePolls(workshop.polls, command, {
        ...context,
        eligible: eligible(workshop.people, context.present),
        minimumGroup: workshop.info.minimumGroup,
      })
    case 'check-in.accept':
      return decideCheckIn(workshop.checkIn, command, context)
    case 'lead.start':
    case 'lead.end':
      return decideLead(workshop.lead, command, context)
    case 'spotlight.set':
    case 'spotlight.clear':
      return decideSpotlight(workshop.spotlight, command, context)
    case 'dots.start':
    case 'dots.place':
    case 'dots.take-back':
    case 'dots.end':
    case 'dots.clear':
      return decideDots(workshop.dots, command, context)
    case 'silence.start':
    case 'silence.reveal':
    case 'silence.cancel':
      return decideSilence(workshop.silence, command, context)
  }
}

/** A new agenda item starts with an empty queue and a free floor. */
function withEmptyQueue({ hands }: Workshop, decision: Decision<AgendaEvent>, now: number): Decision<Event> {
  if (!decision.ok) return decision
  const events: Event[] = [...decision.events]
  if (hands.speaking) events.push({ type: 'floor.yielded', personId: hands.speaking.personId, at: now })
  if (hands.queue.length > 0) events.push({ type: 'hand.all-lowered' })
  return accept(...events)
}

export function apply(workshop: Workshop, event: Event): Workshop {
  switch (event.type) {
    case 'workshop.created': {
      const { title, language, templateId, departments, minimumGroup, items, rules, at } = event
      return {
        ...workshop,
        info: { title, language, templateId, departments, minimumGroup, createdAt: at },
        agenda: { ...workshop.agenda, items },
        checkIn: { ...workshop.checkIn, rules },
      }
    }
    case 'person.joined':
      return { ...workshop, people: applyPeople(workshop.people, event) }
    case 'agenda.started':
    case 'agenda.advanced':
    case 'agenda.extended':
    case 'agenda.paused':
    case 'agenda.resumed':
    case 'agenda.ended':
      return { ...workshop, agenda: applyAgenda(workshop.agenda, event) }
    case 'hand.raised':
    case 'hand.lowered':
    case 'hand.all-lowered':
    case 'hand.called':
    case 'floor.yielded':
      return { ...workshop, hands: applyHands(workshop.hands, event) }
    case 'poll.opened':
    case 'poll.opened-secret':
    case 'poll.answered':
    case 'poll.closing':
    case 'poll.closed':
    case 'poll.sealed':
      return { ...workshop, polls: applyPolls(workshop.polls, event) }
    case 'check-in.accepted':
      return { ...workshop, checkIn: applyCheckIn(workshop.checkIn, event) }
    case 'lead.started':
    case 'lead.ended':
      return { ...workshop, lead: applyLead(workshop.lead, event) }
    case 'spotlight.lit':
    case 'spotlight.cleared':
      return { ...workshop, spotlight: applySpotlight(workshop.spotlight, event) }
    case 'dots.started':
    case 'dots.placed':
    case 'dots.taken-back':
    case 'dots.ended':
    case 'dots.cleared':
      return { ...workshop, dots: applyDots(workshop.dots, event) }
    case 'silence.started':
    case 'silence.revealed':
    case 'silence.cancelled':
      return { ...workshop, silence: applySilence(workshop.silence, event) }
  }
}
