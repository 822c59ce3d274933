// What happened in the sample workshop before today: its first session, led by commands as the server would, as long ago as the sample says.

import { createBallotMaker } from '#shared/ballots/made-up-ballots.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import { apply, decide, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { ActionId, type ItemId, PersonId, type PollId, type ShapeId, TopicId } from '#shared/ids.ts'
import type { Bilingual, Language } from '#shared/language.ts'
import { sample, sampleTemplateId } from '#shared/sample/sample.ts'
import { findAgenda, itemsOf } from '#shared/templates/agendas.ts'
import { foundingCommand } from '#shared/templates/library.ts'
import { findPollSet, questionsIn } from '#shared/templates/poll-sets.ts'

const minute = 60_000
const dayMs = 24 * 60 * minute
const [first, second] = sample.sessions
/** Who was there: those of whom the sample knows what they promised, and whoever led. */
const promised = sample.commitments.filter(({ sessionId }) => sessionId === first.id)
const server: Actor = { personId: null, role: 'server' }
const topic: Bilingual = { de: 'Preise auf dem Vergleichsportal', en: 'Prices on the comparison site' }
/** How confident they were, and how confident when they left, in secret. */
const confidence = { start: [1, 2, 2, 3, 3, 4], end: [2, 3, 3, 3, 4, 4] }

export type FirstSession = {
  events: Event[]
  names: Record<PersonId, string>
  /** Those who were there. */
  people: readonly Seat[]
  /** The ballots of its secret polls. */
  bundles: readonly { pollId: PollId; bundle: Uint8Array }[]
  endedAt: number
}

/** `shapeOf`: the card of a touchpoint of the sample, null where the board has none. */
export function firstSession(
  language: Language,
  { now, shapeOf }: { now: number; shapeOf: (touchpointId: string) => ShapeId | null },
): FirstSession {
  const say = (text: Bilingual) => text[language]
  const events: Event[] = []
  const ballots = createBallotMaker()
  const bundles: { pollId: PollId; bundle: Uint8Array }[] = []
  let workshop: Workshop = emptyWorkshop
  // By day the sample keeps its distances; the hour is nine in the morning, wherever this runs.
  const moved = daysBetween(second.date, dayOf(now))
  const start = new Date(`${dayMovedBy(first.date, moved)}T09:00`).getTime()
  let at = start - dayMs

  const lead = seat(
    sample.people.findIndex(({ role }) => role === 'facilitator'),
    'facilitator',
  )
  const here = promised.map(({ personId }) =>
    seat(
      sample.people.findIndex(({ id }) => id === personId),
      'participant',
    ),
  )
  const everyone = [lead, ...here]
  const present = everyone.map(({ personId }) => personId)

  function send(actor: Actor, command: Command): void {
    const decision = decide(workshop, command, { actor, now: at, present })
    if (!decision.ok) throw new Error(`The sample’s first session: ${command.type}: ${decision.message}`)
    events.push(...decision.events)
    workshop = decision.events.reduce(apply, workshop)
  }
  const byLead = (command: Command) => send(lead, command)

  send(
    server,
    foundingCommand({
      templateId: sampleTemplateId,
      language,
      title: say(sample.title),
      departments: sample.departments.map(({ id, title }) => ({ departmentId: id, title: say(title) })),
      agenda: first.agendaId,
    }),
  )
  for (const { personId, role, departmentId } of everyone)
    send(server, { type: 'person.join', personId, role, departmentId })
  at = start
  byLead({ type: 'session.start' })
  for (const { itemId, kind, minutes } of workshop.agenda.items) {
    if (workshop.agenda.current?.itemId !== itemId) throw new Error('The sample’s agenda runs in its order.')
    const until = at + minutes * minute
    during(kind)
    at = until
    advance(itemId)
  }
  byLead({ type: 'session.end', number: 1 })
  const endedAt = at
  afterwards()
  return { events, names: namesOf(everyone), people: everyone, bundles, endedAt }

  function during(kind: string): void {
    if (kind === 'check-in')
      for (const [place, person] of here.entries())
        send(person, { type: 'check-in.accept', promise: say(promised[place]?.text ?? topic) })
    if (kind === 'expectation-poll') ask('start')
    if (kind === 'discussion') for (const person of here) speak(person)
    if (kind === 'actions') decideOn()
    if (kind === 'check-out') lookBack()
  }

  function ask(phase: 'start' | 'end'): void {
    const set = findPollSet(`expectation-${phase}`)
    const [question] = set ? questionsIn(set, language, phase) : []
    if (!question) throw new Error('The expectation poll comes with Runde.')
    const keys = ballots.keys()
    const { pollId } = keys
    byLead({ type: 'poll.open', mode: 'anonymous', durationMs: null, questions: [question], keys: [keys] })
    at += minute
    byLead({ type: 'poll.close', pollId })
    const poll = secretPollsOf(workshop).find((one) => one.pollId === pollId)
    if (!poll) throw new Error('A poll that was asked in secret is a secret poll.')
    const answers = confidence[phase].map((step): Answer => ['scale', step])
    const { bundle, bundleHash, suppressed } = ballots.seal(poll, answers)
    bundles.push({ pollId, bundle })
    const issuedTo = here.map(({ personId }) => personId)
    send(server, { type: 'poll.seal', pollId, bundleHash, suppressed, issuedTo })
  }

  function speak(person: Actor & { personId: PersonId }): void {
    send(person, { type: 'hand.raise' })
    byLead({ type: 'hand.call', personId: person.personId })
    at += minute
    send(person, { type: 'floor.yield' })
  }

  function decideOn(): void {
    const carla = here.find(({ id }) => id === 'carla')
    if (carla) send(carla, { type: 'topic.park', topicId: TopicId.parse('7'.repeat(32)), text: say(topic) })
    for (const [place, action] of actionsOfThen().entries()) {
      const owner = here.find(({ id }) => id === action.ownerId)
      byLead({
        type: 'action.add',
        actionId: actionIdOf(place),
        title: say(action.title),
        ownerId: owner?.personId ?? null,
        departmentId: owner?.departmentId ?? null,
        due: dayMovedBy(action.dueOn, moved),
        feltFrom: dayMovedBy(action.effectOn, moved),
        shapeId: shapeOf(action.touchpointId),
      })
    }
  }

  function lookBack(): void {
    ask('end')
    // Its agenda item has opened it.
    for (const [place, person] of here.entries())
      send(person, {
        type: 'check-out.mark',
        round: 1,
        mark: promised[place]?.kept ?? 'kept',
        sentence: null,
      })
    byLead({ type: 'check-out.close', round: 1 })
  }

  /** What was decided then has become of it, and the next agenda is there. */
  function afterwards(): void {
    for (const [place, { dueOn, effectOn }] of actionsOfThen().entries()) {
      const actionId = actionIdOf(place)
      at = new Date(`${dayMovedBy(dueOn, moved)}T16:00`).getTime()
      byLead({ type: 'action.change', actionId, change: { state: 'done' } })
      const liveSince = dayMovedBy(effectOn, moved)
      at = new Date(`${liveSince}T08:00`).getTime()
      byLead({ type: 'action.change', actionId, change: { state: 'live', liveSince } })
    }
    at = Math.max(at, now - dayMs)
    const items = itemsOf(findAgenda(second.agendaId), language)
    byLead({ type: 'session.prepare', number: 2, items })
  }

  function advance(fromItemId: ItemId): void {
    byLead({ type: 'agenda.advance', fromItemId })
  }
}

const actionsOfThen = () => sample.actions.filter(({ sessionId }) => sessionId === first.id)
const actionIdOf = (place: number) => ActionId.parse(String(place + 1).padStart(32, '0'))

type Seat = ReturnType<typeof seat>
function seat<Role extends 'facilitator' | 'participant'>(place: number, role: Role) {
  const person = sample.people[place]
  if (!person) throw new Error('Everybody of the first session is one of the sample’s people.')
  const personId = PersonId.parse(`samp${String(place + 1).padStart(12, '0')}`)
  return { ...person, personId, role }
}
const namesOf = (seats: readonly Seat[]) =>
  Object.fromEntries(seats.map(({ personId, name }) => [personId, name]))

/** Of this machine's calendar. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`)
const daysBetween = (from: string, to: string) => Math.round((noonOf(to) - noonOf(from)) / dayMs)
const dayMovedBy = (day: string, days: number) =>
  new Date(noonOf(day) + days * dayMs).toISOString().slice(0, 10)
