// The whole facilitation plane: one state, one `decide`, one `apply`, made of the features beside this file.
import type { Department } from '#shared/access/api.ts'
import { type Actions, applyActions, decideActions, noActions } from '#shared/facilitation/actions.ts'
import { type Agenda, applyAgenda, noAgenda } from '#shared/facilitation/agenda.ts'
import { applyItems, decideItems } from '#shared/facilitation/agenda-items.ts'
import {
  anew,
  decideAgendaStep,
  decideCheckOutStep,
  decideSessionStep,
} from '#shared/facilitation/agenda-steps.ts'
import { applyCheckIn, type CheckIn, decideCheckIn, noCheckIn } from '#shared/facilitation/check-in.ts'
import { applyCheckOut, type CheckOut, noCheckOut } from '#shared/facilitation/check-out.ts'
import { applyChoice, type Choice, decideChoice, noChoice } from '#shared/facilitation/choice.ts'
import { type Command, commandOf } from '#shared/facilitation/commands.ts'
import {
  applyConcerns,
  type Concerns,
  endOfConcerns,
  hasOpenBox,
  noConcerns,
} from '#shared/facilitation/concerns.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { applyDots, type Dots, decideDots, noDots } from '#shared/facilitation/dots.ts'
import { type Event, eventOf } from '#shared/facilitation/events.ts'
import { applyFeedback, type Feedback, noFeedback } from '#shared/facilitation/feedback-round.ts'
import { decideFeedbackTurn, decideFloor } from '#shared/facilitation/floor.ts'
import type { FoundingCommand, FoundingEvent } from '#shared/facilitation/founding.ts'
import { applyRules, decideRules } from '#shared/facilitation/ground-rules.ts'
import { applyHands, type Hands, noHands } from '#shared/facilitation/hands.ts'
import { applyHouse, decideHouse, emptyHouse, type House } from '#shared/facilitation/house.ts'
import { applyLead, decideLead, type Lead, noLead } from '#shared/facilitation/lead.ts'
import { applyTopics, decideTopics, noTopics, type ParkingLot } from '#shared/facilitation/parking-lot.ts'
import { eligible } from '#shared/facilitation/people.ts'
import { decideConcernStep, decidePollStep } from '#shared/facilitation/poll-steps.ts'
import { applyPolls, noPolls, type Polls } from '#shared/facilitation/polls.ts'
import {
  applyPreparedPolls,
  nothingPrepared,
  type PreparedPolls,
} from '#shared/facilitation/prepared-polls.ts'
import { applyReadings, decideReadings, noReadings, type Readings } from '#shared/facilitation/readings.ts'
import { applyReady, decideReady, noReady, type Ready } from '#shared/facilitation/ready.ts'
import {
  applyReport,
  decideReport,
  type LeftOut,
  nothingLeftOut,
} from '#shared/facilitation/report-sections.ts'
import { archiveOf } from '#shared/facilitation/session-archive.ts'
import {
  applySessions,
  archiveLast,
  attend,
  noSessions,
  type SessionEvent,
  type Sessions,
  sessionOfAgenda,
  usedItemIds,
} from '#shared/facilitation/sessions.ts'
import { applySilence, decideSilence, noSilence, type Silence } from '#shared/facilitation/silence.ts'
import {
  applySpotlight,
  decideSpotlight,
  noSpotlight,
  type Spotlight,
} from '#shared/facilitation/spotlight.ts'
import type { Language } from '#shared/language.ts'

export type Workshop = House & {
  info: {
    title: string
    language: Language
    templateId: string
    departments: readonly Department[]
    minimumGroup: number
    /** Epoch milliseconds; 0 before `workshop.created`. */
    createdAt: number
  }
  agenda: Agenda
  sessions: Sessions
  hands: Hands
  polls: Polls
  prepared: PreparedPolls
  concerns: Concerns
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
  parkingLot: ParkingLot
  /** Sections of the report that are not shared. */
  leftOut: LeftOut
}
export const emptyWorkshop: Workshop = {
  info: { title: '', language: 'de', templateId: 'blank', departments: [], minimumGroup: 5, createdAt: 0 },
  ...emptyHouse,
  agenda: noAgenda,
  sessions: noSessions,
  hands: noHands,
  polls: noPolls,
  prepared: nothingPrepared,
  concerns: noConcerns,
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
  parkingLot: noTopics,
  leftOut: nothingLeftOut,
}

export function decide(workshop: Workshop, command: Command, context: Context): Decision<Event> {
  const decision = decideCommand(workshop, command, context)
  if (!decision.ok || !hasOpenBox(workshop.concerns)) return decision
  // Whatever ends an agenda item closes its concern box with it.
  const { concerns, agenda } = decision.events.reduce(apply, workshop)
  return accept(...decision.events, ...endOfConcerns(concerns, agenda, context.now))
}

function decideCommand(workshop: Workshop, command: Command, context: Context): Decision<Event> {
  const { actor } = context
  if (actor.role !== 'server' && workshop.people[actor.personId]?.role !== actor.role)
    return refuse('not-allowed', 'You are not in this workshop in that role; open its link again.')
  if (command.type === 'workshop.create') return decideFounding(workshop, command, context)
  if (commandOf.house(command)) return decideHouse(workshop, command, context)
  if (commandOf.agenda(command)) return decideAgendaStep(workshop, command, context)
  if (commandOf.item(command))
    return decideItems(workshop.agenda, command, { ...context, usedBefore: usedItemIds(workshop.sessions) })
  if (commandOf.session(command)) return decideSessionStep(workshop, command, context)
  if (commandOf.hand(command)) return decideFloor(workshop, command, context)
  if (commandOf.poll(command) || commandOf.prepared(command))
    return decidePollStep(workshop, command, context)
  if (commandOf.concern(command)) return decideConcernStep(workshop, command, context)
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
  if (commandOf.topic(command))
    return decideTopics(workshop.parkingLot, command, { ...context, agenda: workshop.agenda })
  if (commandOf.report(command)) return decideReport(workshop.leftOut, command, context)
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

export function apply(workshop: Workshop, event: Event): Workshop {
  if (event.type === 'workshop.created') return applyFounding(workshop, event)
  if (eventOf.house(event)) {
    const changed = { ...workshop, ...applyHouse(workshop, event) }
    if (event.type !== 'person.joined') return changed
    return { ...changed, sessions: attend(changed.sessions, event.personId) }
  }
  if (eventOf.agenda(event)) {
    const { agenda, sessions } = workshop
    const joined = Object.values(workshop.people).map(({ personId }) => personId)
    const within = event.type === 'agenda.started' ? sessionOfAgenda(sessions, event.at, joined) : sessions
    return { ...workshop, agenda: applyAgenda(agenda, event), sessions: within }
  }
  if (eventOf.item(event)) return { ...workshop, agenda: applyItems(workshop.agenda, event) }
  if (eventOf.session(event)) return applySession(workshop, event)
  if (eventOf.hand(event)) return { ...workshop, hands: applyHands(workshop.hands, event) }
  if (eventOf.poll(event)) return { ...workshop, polls: applyPolls(workshop.polls, event) }
  if (eventOf.prepared(event)) return { ...workshop, prepared: applyPreparedPolls(workshop.prepared, event) }
  if (eventOf.concern(event)) return { ...workshop, concerns: applyConcerns(workshop.concerns, event) }
  if (eventOf.checkIn(event)) return { ...workshop, checkIn: applyCheckIn(workshop.checkIn, event) }
  if (eventOf.rules(event)) return { ...workshop, checkIn: applyRules(workshop.checkIn, event) }
  if (eventOf.checkOut(event)) return { ...workshop, checkOut: applyCheckOut(workshop.checkOut, event) }
  if (eventOf.actions(event)) return { ...workshop, actions: applyActions(workshop.actions, event) }
  if (event.type === 'withheld') return workshop
  if (eventOf.lead(event)) return { ...workshop, lead: applyLead(workshop.lead, event) }
  if (eventOf.report(event)) return { ...workshop, leftOut: applyReport(workshop.leftOut, event) }
  if (eventOf.spotlight(event)) return { ...workshop, spotlight: applySpotlight(workshop.spotlight, event) }
  if (eventOf.dots(event)) return { ...workshop, dots: applyDots(workshop.dots, event) }
  if (eventOf.silence(event)) return { ...workshop, silence: applySilence(workshop.silence, event) }
  if (eventOf.reading(event)) return { ...workshop, readings: applyReadings(workshop.readings, event) }
  if (eventOf.feedback(event)) return { ...workshop, feedback: applyFeedback(workshop.feedback, event) }
  if (eventOf.ready(event)) return { ...workshop, ready: applyReady(workshop.ready, event) }
  if (eventOf.choice(event)) return { ...workshop, choice: applyChoice(workshop.choice, event) }
  if (eventOf.topic(event)) return { ...workshop, parkingLot: applyTopics(workshop.parkingLot, event) }
  return event satisfies never
}

/** What belongs to a session begins anew with each: commitments, time spoken, the agenda. Board, people and polls stay. */
function applySession(workshop: Workshop, event: SessionEvent): Workshop {
  const { agenda, hands, sessions } = workshop
  const after = { ...workshop, sessions: applySessions(sessions, event, agenda) }
  if (event.type === 'session.prepared') return { ...after, agenda: { ...noAgenda, items: event.items } }
  if (event.type !== 'session.started' || event.number === 1) return after
  const since = sessions.all.at(-1)?.endedAt ?? event.at
  const archived = archiveLast(sessions, archiveOf(workshop, since))
  return {
    ...after,
    ...anew(workshop, since),
    sessions: applySessions(archived, event, agenda),
    hands: { ...hands, spokenMs: {} },
  }
}

function applyFounding(workshop: Workshop, event: FoundingEvent): Workshop {
  const { title, language, templateId, departments, minimumGroup, items, rules, at } = event
  return {
    ...workshop,
    info: { title, language, templateId, departments, minimumGroup, createdAt: at },
    agenda: { ...workshop.agenda, items },
    checkIn: { ...workshop.checkIn, rules },
  }
}
