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
import { typesOf } from '#shared/facilitation/types-of.ts'
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

const commandOf = {
  people: typesOf(PeopleCommand),
  agenda: typesOf(AgendaCommand),
  hand: typesOf(HandCommand),
  poll: typesOf(PollCommand),
  checkIn: typesOf(CheckInCommand),
  lead: typesOf(LeadCommand),
  spotlight: typesOf(SpotlightCommand),
  dots: typesOf(DotsCommand),
  silence: typesOf(SilenceCommand),
}

export function decide(workshop: Workshop, command: Command, context: Context): Decision<Event> {
  const { actor } = context
  if (actor.role !== 'server' && workshop.people[actor.personId]?.role !== actor.role)
    return refuse('not-allowed', 'You are not in this workshop in that role; open its link again.')
  if (command.type === 'workshop.create') return decideFounding(workshop, command, context)
  if (commandOf.people(command)) return decidePeople(workshop.people, command, context)
  if (commandOf.agenda(command)) return decideAgendaStep(workshop, command, context)
  if (commandOf.hand(command)) return decideHands(workshop.hands, command, context)
  if (commandOf.poll(command))
    return decidePolls(workshop.polls, command, {
      ...context,
      eligible: eligible(workshop.people, context.present),
      minimumGroup: workshop.info.minimumGroup,
    })
  if (commandOf.checkIn(command)) return decideCheckIn(workshop.checkIn, command, context)
  if (commandOf.lead(command)) return decideLead(workshop.lead, command, context)
  if (commandOf.spotlight(command)) return decideSpotlight(workshop.spotlight, command, context)
  if (commandOf.dots(command)) return decideDots(workshop.dots, command, context)
  if (commandOf.silence(command)) return decideSilence(workshop.silence, command, context)
  return command satisfies never
}

function decideFounding(
  { info }: Workshop,
  command: FoundingCommand,
  { actor, now }: Context,
): Decision<Event> {
  if (actor.role !== 'server') return refuse('not-allowed', 'Workshops are created on the start page.')
  if (info.createdAt !== 0) return refuse('already-done', 'This workshop already exists.')
  const { type: _, ...rest } = command
  return accept({ type: 'workshop.created', ...rest, at: now })
}

/** A new agenda item starts with an empty queue and a free floor. */
function decideAgendaStep(
  { agenda, hands }: Workshop,
  command: AgendaCommand,
  context: Context,
): Decision<Event> {
  const decision = decideAgenda(agenda, command, context)
  if (!decision.ok || command.type !== 'agenda.advance') return decision
  const events: Event[] = [...decision.events]
  if (hands.speaking)
    events.push({ type: 'floor.yielded', personId: hands.speaking.personId, at: context.now })
  if (hands.queue.length > 0) events.push({ type: 'hand.all-lowered' })
  return accept(...events)
}

const eventOf = {
  people: typesOf(PeopleEvent),
  agenda: typesOf(AgendaEvent),
  hand: typesOf(HandEvent),
  poll: typesOf(PollEvent),
  checkIn: typesOf(CheckInEvent),
  lead: typesOf(LeadEvent),
  spotlight: typesOf(SpotlightEvent),
  dots: typesOf(DotsEvent),
  silence: typesOf(SilenceEvent),
}

export function apply(workshop: Workshop, event: Event): Workshop {
  if (event.type === 'workshop.created') return applyFounding(workshop, event)
  if (eventOf.people(event)) return { ...workshop, people: applyPeople(workshop.people, event) }
  if (eventOf.agenda(event)) return { ...workshop, agenda: applyAgenda(workshop.agenda, event) }
  if (eventOf.hand(event)) return { ...workshop, hands: applyHands(workshop.hands, event) }
  if (eventOf.poll(event)) return { ...workshop, polls: applyPolls(workshop.polls, event) }
  if (eventOf.checkIn(event)) return { ...workshop, checkIn: applyCheckIn(workshop.checkIn, event) }
  if (eventOf.lead(event)) return { ...workshop, lead: applyLead(workshop.lead, event) }
  if (eventOf.spotlight(event)) return { ...workshop, spotlight: applySpotlight(workshop.spotlight, event) }
  if (eventOf.dots(event)) return { ...workshop, dots: applyDots(workshop.dots, event) }
  if (eventOf.silence(event)) return { ...workshop, silence: applySilence(workshop.silence, event) }
  return event satisfies never
}

function applyFounding(workshop: Workshop, event: z.infer<typeof FoundingEvent>): Workshop {
  const { title, language, templateId, departments, minimumGroup, items, rules, at } = event
  return {
    ...workshop,
    info: { title, language, templateId, departments, minimumGroup, createdAt: at },
    agenda: { ...workshop.agenda, items },
    checkIn: { ...workshop.checkIn, rules },
  }
}
