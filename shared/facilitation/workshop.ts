// The whole facilitation plane: one state, one `decide`, one `apply`, made of the features beside this file.
import { z } from 'zod'
import { Department } from '#shared/access/api.ts'
import {
  ActionCommand,
  ActionEvent,
  type Actions,
  applyActions,
  decideActions,
  noActions,
} from '#shared/facilitation/actions.ts'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import { AgendaCommand, AgendaEvent, AgendaItem, applyAgenda, noAgenda } from '#shared/facilitation/agenda.ts'
import { applyItems, decideItems, ItemCommand, ItemEvent } from '#shared/facilitation/agenda-items.ts'
import {
  anew,
  decideAgendaStep,
  decideCheckOutStep,
  decideSessionStep,
} from '#shared/facilitation/agenda-steps.ts'
import type { CheckIn } from '#shared/facilitation/check-in.ts'
import {
  applyCheckIn,
  CheckInCommand,
  CheckInEvent,
  decideCheckIn,
  noCheckIn,
} from '#shared/facilitation/check-in.ts'
import {
  applyCheckOut,
  type CheckOut,
  CheckOutCommand,
  CheckOutEvent,
  noCheckOut,
} from '#shared/facilitation/check-out.ts'
import {
  applyChoice,
  type Choice,
  ChoiceCommand,
  ChoiceEvent,
  decideChoice,
  noChoice,
} from '#shared/facilitation/choice.ts'
import { decideAtDoor, decidePeopleChange } from '#shared/facilitation/comings-and-goings.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { applyDoor, type Door, DoorCommand, DoorEvent, openDoor } from '#shared/facilitation/door.ts'
import {
  applyDots,
  type Dots,
  DotsCommand,
  DotsEvent,
  decideDots,
  noDots,
} from '#shared/facilitation/dots.ts'
import type { Feedback } from '#shared/facilitation/feedback-round.ts'
import {
  applyFeedback,
  FeedbackCommand,
  FeedbackEvent,
  noFeedback,
} from '#shared/facilitation/feedback-round.ts'
import { decideFeedbackTurn, decideFloor } from '#shared/facilitation/floor.ts'
import {
  applyRules,
  decideRules,
  GroundRule,
  RuleCommand,
  RuleEvent,
} from '#shared/facilitation/ground-rules.ts'
import type { Hands } from '#shared/facilitation/hands.ts'
import { applyHands, HandCommand, HandEvent, noHands } from '#shared/facilitation/hands.ts'
import {
  applyLead,
  decideLead,
  type Lead,
  LeadCommand,
  LeadEvent,
  noLead,
} from '#shared/facilitation/lead.ts'
import type { People } from '#shared/facilitation/people.ts'
import { applyPeople, eligible, nobody, PeopleCommand, PeopleEvent } from '#shared/facilitation/people.ts'
import type { Polls } from '#shared/facilitation/polls.ts'
import { applyPolls, decidePolls, noPolls, PollCommand, PollEvent } from '#shared/facilitation/polls.ts'
import type { Readings } from '#shared/facilitation/readings.ts'
import {
  applyReadings,
  decideReadings,
  noReadings,
  ReadingCommand,
  ReadingEvent,
} from '#shared/facilitation/readings.ts'
import type { Ready } from '#shared/facilitation/ready.ts'
import { applyReady, decideReady, noReady, ReadyCommand, ReadyEvent } from '#shared/facilitation/ready.ts'
import {
  applySessions,
  attend,
  noSessions,
  SessionCommand,
  SessionEvent,
  type Sessions,
  sessionOfAgenda,
  usedItemIds,
} from '#shared/facilitation/sessions.ts'
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
  DoorCommand,
  AgendaCommand,
  ItemCommand,
  SessionCommand,
  HandCommand,
  PollCommand,
  CheckInCommand,
  RuleCommand,
  CheckOutCommand,
  ActionCommand,
  LeadCommand,
  SpotlightCommand,
  DotsCommand,
  SilenceCommand,
  ReadingCommand,
  FeedbackCommand,
  ReadyCommand,
  ChoiceCommand,
])
export type Command = z.infer<typeof Command>

/** In the place of an event that is not this viewer's business (redact): never decided, never stored, keeps the count. */
const Withheld = z.object({ type: z.literal('withheld') })

export const Event = z.discriminatedUnion('type', [
  FoundingEvent,
  PeopleEvent,
  DoorEvent,
  AgendaEvent,
  ItemEvent,
  SessionEvent,
  HandEvent,
  PollEvent,
  CheckInEvent,
  RuleEvent,
  CheckOutEvent,
  ActionEvent,
  Withheld,
  LeadEvent,
  SpotlightEvent,
  DotsEvent,
  SilenceEvent,
  ReadingEvent,
  FeedbackEvent,
  ReadyEvent,
  ChoiceEvent,
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
  door: Door
  agenda: Agenda
  sessions: Sessions
  hands: Hands
  polls: Polls
  checkIn: CheckIn
  checkOut: CheckOut
  actions: Actions
  lead: Lead
  spotlight: Spotlight
  dots: Dots
  silence: Silence
  readings: Readings
  feedback: Feedback
  ready: Ready
  choice: Choice
}
export const emptyWorkshop: Workshop = {
  info: { title: '', language: 'de', templateId: 'blank', departments: [], minimumGroup: 5, createdAt: 0 },
  people: nobody,
  door: openDoor,
  agenda: noAgenda,
  sessions: noSessions,
  hands: noHands,
  polls: noPolls,
  checkIn: noCheckIn,
  checkOut: noCheckOut,
  actions: noActions,
  lead: noLead,
  spotlight: noSpotlight,
  dots: noDots,
  silence: noSilence,
  readings: noReadings,
  feedback: noFeedback,
  ready: noReady,
  choice: noChoice,
}

const commandOf = {
  people: typesOf(PeopleCommand),
  door: typesOf(DoorCommand),
  agenda: typesOf(AgendaCommand),
  item: typesOf(ItemCommand),
  session: typesOf(SessionCommand),
  hand: typesOf(HandCommand),
  poll: typesOf(PollCommand),
  checkIn: typesOf(CheckInCommand),
  rules: typesOf(RuleCommand),
  checkOut: typesOf(CheckOutCommand),
  actions: typesOf(ActionCommand),
  lead: typesOf(LeadCommand),
  spotlight: typesOf(SpotlightCommand),
  dots: typesOf(DotsCommand),
  silence: typesOf(SilenceCommand),
  reading: typesOf(ReadingCommand),
  feedback: typesOf(FeedbackCommand),
  ready: typesOf(ReadyCommand),
  choice: typesOf(ChoiceCommand),
}

export function decide(workshop: Workshop, command: Command, context: Context): Decision<Event> {
  const { actor } = context
  if (actor.role !== 'server' && workshop.people[actor.personId]?.role !== actor.role)
    return refuse('not-allowed', 'You are not in this workshop in that role; open its link again.')
  if (command.type === 'workshop.create') return decideFounding(workshop, command, context)
  if (commandOf.people(command)) return decidePeopleChange(workshop, command, context)
  if (commandOf.door(command)) return decideAtDoor(workshop, command, context)
  if (commandOf.agenda(command)) return decideAgendaStep(workshop, command, context)
  if (commandOf.item(command))
    return decideItems(workshop.agenda, command, { ...context, usedBefore: usedItemIds(workshop.sessions) })
  if (commandOf.session(command)) return decideSessionStep(workshop, command, context)
  if (commandOf.hand(command)) return decideFloor(workshop, command, context)
  if (commandOf.poll(command))
    return decidePolls(workshop.polls, command, {
      ...context,
      eligible: eligible(workshop.people, context.present),
      minimumGroup: workshop.info.minimumGroup,
    })
  if (commandOf.checkIn(command)) return decideCheckIn(workshop.checkIn, command, context)
  if (commandOf.rules(command)) return decideRules(workshop.checkIn, command, context)
  if (commandOf.checkOut(command)) return decideCheckOutStep(workshop, command, context)
  if (commandOf.actions(command)) {
    const { people, info } = workshop
    return decideActions(workshop.actions, command, { ...context, people, departments: info.departments })
  }
  if (commandOf.lead(command)) return decideLead(workshop.lead, command, context)
  if (commandOf.spotlight(command)) return decideSpotlight(workshop.spotlight, command, context)
  if (commandOf.dots(command)) return decideDots(workshop.dots, command, context)
  if (commandOf.silence(command)) return decideSilence(workshop.silence, command, context)
  if (commandOf.reading(command)) return decideReadings(workshop.readings, command, context)
  if (commandOf.feedback(command)) return decideFeedbackTurn(workshop, command, context)
  if (commandOf.ready(command))
    return decideReady(workshop.ready, command, {
      ...context,
      eligible: eligible(workshop.people, context.present),
    })
  if (commandOf.choice(command))
    return decideChoice(workshop.choice, command, {
      ...context,
      people: workshop.people,
      hands: workshop.hands,
    })
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

const eventOf = {
  people: typesOf(PeopleEvent),
  door: typesOf(DoorEvent),
  agenda: typesOf(AgendaEvent),
  item: typesOf(ItemEvent),
  session: typesOf(SessionEvent),
  hand: typesOf(HandEvent),
  poll: typesOf(PollEvent),
  checkIn: typesOf(CheckInEvent),
  rules: typesOf(RuleEvent),
  checkOut: typesOf(CheckOutEvent),
  actions: typesOf(ActionEvent),
  lead: typesOf(LeadEvent),
  spotlight: typesOf(SpotlightEvent),
  dots: typesOf(DotsEvent),
  silence: typesOf(SilenceEvent),
  reading: typesOf(ReadingEvent),
  feedback: typesOf(FeedbackEvent),
  ready: typesOf(ReadyEvent),
  choice: typesOf(ChoiceEvent),
}

export function apply(workshop: Workshop, event: Event): Workshop {
  if (event.type === 'workshop.created') return applyFounding(workshop, event)
  if (eventOf.people(event)) {
    const people = applyPeople(workshop.people, event)
    if (event.type !== 'person.joined') return { ...workshop, people }
    return { ...workshop, people, sessions: attend(workshop.sessions, event.personId) }
  }
  if (eventOf.door(event)) return { ...workshop, ...applyDoor(workshop, event) }
  if (eventOf.agenda(event)) {
    const { agenda, sessions } = workshop
    const within = event.type === 'agenda.started' ? sessionOfAgenda(sessions, event.at) : sessions
    return { ...workshop, agenda: applyAgenda(agenda, event), sessions: within }
  }
  if (eventOf.item(event)) return { ...workshop, agenda: applyItems(workshop.agenda, event) }
  if (eventOf.session(event)) return applySession(workshop, event)
  if (eventOf.hand(event)) return { ...workshop, hands: applyHands(workshop.hands, event) }
  if (eventOf.poll(event)) return { ...workshop, polls: applyPolls(workshop.polls, event) }
  if (eventOf.checkIn(event)) return { ...workshop, checkIn: applyCheckIn(workshop.checkIn, event) }
  if (eventOf.rules(event)) return { ...workshop, checkIn: applyRules(workshop.checkIn, event) }
  if (eventOf.checkOut(event)) return { ...workshop, checkOut: applyCheckOut(workshop.checkOut, event) }
  if (eventOf.actions(event)) return { ...workshop, actions: applyActions(workshop.actions, event) }
  if (event.type === 'withheld') return workshop
  if (eventOf.lead(event)) return { ...workshop, lead: applyLead(workshop.lead, event) }
  if (eventOf.spotlight(event)) return { ...workshop, spotlight: applySpotlight(workshop.spotlight, event) }
  if (eventOf.dots(event)) return { ...workshop, dots: applyDots(workshop.dots, event) }
  if (eventOf.silence(event)) return { ...workshop, silence: applySilence(workshop.silence, event) }
  if (eventOf.reading(event)) return { ...workshop, readings: applyReadings(workshop.readings, event) }
  if (eventOf.feedback(event)) return { ...workshop, feedback: applyFeedback(workshop.feedback, event) }
  if (eventOf.ready(event)) return { ...workshop, ready: applyReady(workshop.ready, event) }
  if (eventOf.choice(event)) return { ...workshop, choice: applyChoice(workshop.choice, event) }
  return event satisfies never
}

/** What belongs to a session begins anew with each: commitments, time spoken, the agenda. Board, people and polls stay. */
function applySession(workshop: Workshop, event: SessionEvent): Workshop {
  const { agenda, hands, sessions } = workshop
  const after = { ...workshop, sessions: applySessions(workshop.sessions, event, agenda) }
  if (event.type === 'session.prepared') return { ...after, agenda: { ...noAgenda, items: event.items } }
  if (event.type !== 'session.started' || event.number === 1) return after
  const since = sessions.all.at(-1)?.endedAt ?? event.at
  return { ...after, ...anew(workshop, since), hands: { ...hands, spokenMs: {} } }
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
