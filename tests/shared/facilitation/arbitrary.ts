// Random scenes for property tests: anybody sends anything that the protocol allows, at any time.
import fc from 'fast-check'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Actor } from '#shared/facilitation/decision.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { apply, decide, type Workshop } from '#shared/facilitation/workshop.ts'
import { ActionId, ItemId, PersonId, RoundId, RuleId, TopicId } from '#shared/ids.ts'
import { house, promoted } from './arbitrary-house.ts'
import { asMeant, concerning, isSecondOfItsId, polling } from './arbitrary-polls.ts'
import { speaking } from './arbitrary-speaking.ts'
import {
  cardShape,
  closing,
  everyone,
  fold,
  mapping,
  minute,
  noon,
  opening,
  server,
  service,
  stageShape,
  stranger,
  welcome,
} from './scene.ts'

const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<Actor[]>(...everyone) },
  { weight: 2, arbitrary: fc.constantFrom<Actor[]>(server, stranger) },
  { weight: 4, arbitrary: fc.constantFrom<Actor[]>(...promoted) },
)
const person = fc.constantFrom(...everyone.map(({ personId }) => personId), stranger.personId)
const item = fc.constantFrom(welcome, mapping, closing)
/** Items of the founding, and a few that come in later. */
const addedItems = ['neu-1', 'neu-2', 'neu-3'].map((id) => ItemId.parse(id))
const anyItem = fc.constantFrom(welcome, mapping, closing, ...addedItems)

const simple = fc.constantFrom<Command[]>(
  { type: 'hand.raise' },
  { type: 'hand.raise' },
  { type: 'hand.lower' },
  { type: 'hand.lower-all' },
  { type: 'floor.yield' },
  { type: 'lead.start' },
  { type: 'lead.end' },
  { type: 'spotlight.clear' },
  { type: 'dots.end' },
  { type: 'dots.clear' },
  { type: 'report.leave-out', sections: ['mood', 'concerns'] },
  { type: 'report.leave-out', sections: [] },
)
const shape = fc.constantFrom(stageShape, cardShape)
const dotsStart = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([perPerson, perCard]): Command => ({ type: 'dots.start', perPerson, perCard }))
const silence = fc
  .record({ number: fc.integer({ min: 1, max: 3 }), what: fc.constantFrom('start', 'reveal', 'cancel') })
  .map(({ number, what }): Command => {
    const roundId = RoundId.parse(String(number).padStart(32, '0'))
    if (what === 'start') return { type: 'silence.start', roundId, withNames: number === 1 }
    return { type: what === 'reveal' ? 'silence.reveal' : 'silence.cancel', roundId }
  })
const newItem = fc.record(
  {
    itemId: fc.constantFrom(...addedItems),
    kind: fc.constantFrom('discussion', 'break'),
    minutes: fc.integer({ min: 1, max: 20 }),
    title: fc.constantFrom('Neu', 'Noch etwas'),
    purpose: fc.constant('Wozu.'),
    script: fc.constant('Zu sagen: wenig.'),
    notes: fc.constant('Nur für uns.'),
  },
  { noNullPrototype: true, requiredKeys: ['itemId', 'kind', 'minutes', 'title'] },
)
const change = fc.record(
  {
    kind: fc.constantFrom('vote', 'discussion'),
    minutes: fc.integer({ min: 1, max: 20 }),
    title: fc.constantFrom('Anders', 'Neu'),
    purpose: fc.constantFrom('Anders wozu.', null),
    script: fc.constantFrom('Anders zu sagen.', null),
    notes: fc.constantFrom('Anders für uns.', null),
    pollSetId: fc.constantFrom('mood', null),
  },
  { noNullPrototype: true, requiredKeys: [] },
)
const afterItemId = fc.option(anyItem, { freq: 4 })
const editing: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ item: newItem, afterItemId }).map((rest): Command => ({ type: 'item.add', ...rest })),
  fc.record({ itemId: anyItem, change }).map((rest): Command => ({ type: 'item.change', ...rest })),
  fc.record({ itemId: anyItem, afterItemId }).map((rest): Command => ({ type: 'item.move', ...rest })),
  anyItem.map((itemId): Command => ({ type: 'item.remove', itemId })),
  fc
    .record({
      remove: fc.uniqueArray(anyItem, { maxLength: 3 }),
      items: fc.uniqueArray(newItem, { maxLength: 2, selector: ({ itemId }) => itemId }),
    })
    .map((rest): Command => ({ type: 'agenda.replace', ...rest })),
  fc
    .record({ itemId: anyItem, fromItemId: fc.option(anyItem, { freq: 6 }) })
    .map((rest): Command => ({ type: 'agenda.begin', ...rest })),
  anyItem.map((itemId): Command => ({ type: 'agenda.shorten', itemId, takeMs: minute })),
  fc
    .record({ number: fc.integer({ min: 2, max: 3 }), items: fc.array(newItem, { maxLength: 1 }) })
    .map((rest): Command => ({ type: 'session.prepare', ...rest })),
  person.map((personId): Command => ({ type: 'session.attend', personId })),
)
const rule = fc
  .record({
    ruleId: fc.constantFrom('one-voice', 'camera', 'kind').map((id) => RuleId.parse(id)),
    before: fc.constantFrom(null, 'one-voice', 'camera').map((id) => (id === null ? null : RuleId.parse(id))),
    what: fc.constantFrom('accept', 'accept', 'decline', 'add', 'change', 'move', 'remove', 'restore'),
    words: fc.constantFrom('Kamera an.', 'Postfach zu.'),
    why: fc.constantFrom(null, 'Gesichter helfen.'),
  })
  .map(({ ruleId, before, what, words, why }): Command => {
    switch (what) {
      case 'decline':
        return { type: 'rule.decline', ruleId, reason: why }
      case 'add':
        return { type: 'rule.add', ruleId, rule: words, why }
      case 'change':
        return { type: 'rule.change', ruleId, rule: words, why }
      case 'move':
        return { type: 'rule.move', ruleId, before }
      case 'remove':
        return { type: 'rule.remove', ruleId }
      case 'restore':
        return { type: 'rule.restore', ruleId }
      default:
        return { type: 'rule.accept', ruleId }
    }
  })
const promise = fc.constantFrom(null, 'Postfach zu.', 'Ich höre zu.')
const checkOut = fc
  .record({
    what: fc.constantFrom('open', 'mark', 'mark', 'mark', 'mark', 'close'),
    round: fc.constantFrom(1, 1, 1, 2),
    mark: fc.constantFrom('kept', 'partly', 'not-kept'),
    sentence: fc.constantFrom(null, 'Das Telefon klingelte.'),
  })
  .map(({ what, round, mark, sentence }): Command => {
    if (what === 'open') return { type: 'check-out.open', about: 'session' }
    if (what === 'close') return { type: 'check-out.close', round }
    return { type: 'check-out.mark', round, mark, sentence }
  })
const absentId = PersonId.parse('absent'.padEnd(16, '0').replace('s', 'z'))
const action = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    before: fc.constantFrom(null, 1, 2),
    what: fc.constantFrom('add', 'add', 'change', 'change', 'move', 'delete', 'restore', 'name'),
    ownerId: fc.option(fc.oneof(person, fc.constant(absentId))),
    state: fc.constantFrom('open', 'in-progress', 'done', 'live'),
    day: fc.constantFrom(null, '2026-12-24', '2027-03-01'),
  })
  .map(({ number, before, what, ownerId, state, day }): Command => {
    const idOf = (place: number) => ActionId.parse(String(place).padStart(32, '0'))
    const actionId = idOf(number)
    switch (what) {
      case 'add':
        return {
          type: 'action.add',
          actionId,
          title: `Maßnahme ${number}`,
          ownerId,
          departmentId: day === null ? null : service,
          due: day,
          feltFrom: null,
          shapeId: cardShape,
        }
      case 'change':
        return { type: 'action.change', actionId, change: { ownerId, state, due: day, liveSince: day } }
      case 'move':
        return { type: 'action.move', actionId, before: before === null ? null : idOf(before) }
      case 'delete':
        return { type: 'action.delete', actionId }
      case 'restore':
        return { type: 'action.restore', actionId }
      default:
        return { type: 'action.name-absent', personId: absentId, departmentId: null }
    }
  })
const parking = fc
  .record({
    number: fc.integer({ min: 1, max: 3 }),
    what: fc.constantFrom('park', 'park', 'change', 'settle', 'take-up', 'remove', 'restore'),
    text: fc.constantFrom('Preise', 'Neues Portal'),
  })
  .map(({ number, what, text }): Command => {
    const topicId = TopicId.parse(String(number).padStart(32, '0'))
    switch (what) {
      case 'park':
        return { type: 'topic.park', topicId, text }
      case 'change':
        return { type: 'topic.change', topicId, text }
      case 'settle':
        return { type: 'topic.settle', topicId }
      case 'take-up':
        return { type: 'topic.take-up', topicId }
      case 'remove':
        return { type: 'topic.remove', topicId }
      default:
        return { type: 'topic.restore', topicId }
    }
  })
const promising = promise.map((promise): Command => ({ type: 'check-in.promise', promise }))
const session = fc.constantFrom<Command[]>(
  { type: 'session.start' },
  { type: 'session.end', number: 1 },
  { type: 'session.end', number: 2 },
  { type: 'session.reopen', number: 1 },
  { type: 'session.plan', startsAt: noon },
  { type: 'session.plan', startsAt: null },
)
const agenda = fc.oneof(
  fc.constantFrom<Command[]>({ type: 'agenda.start' }, { type: 'agenda.pause' }, { type: 'agenda.resume' }),
  item.map((fromItemId): Command => ({ type: 'agenda.advance', fromItemId })),
  item.map((itemId): Command => ({ type: 'agenda.extend', itemId, addMs: minute })),
)
/** What most of a scene is about, in some of the scenes: among everything else, few would get past its first step. */
const subjects: readonly fc.Arbitrary<Command>[] = [
  fc.oneof(session, agenda, editing),
  polling,
  // Concern boxes come and go with the agenda.
  fc.oneof({ weight: 1, arbitrary: agenda }, { weight: 2, arbitrary: concerning }),
  rule,
  fc.oneof({ weight: 1, arbitrary: promising }, { weight: 2, arbitrary: checkOut }),
  fc.oneof({ weight: 2, arbitrary: action }, { weight: 1, arbitrary: parking }),
]
const anything: fc.Arbitrary<Command> = fc.oneof(
  { weight: 1, arbitrary: shape.map((shapeId): Command => ({ type: 'spotlight.set', shapeId })) },
  { weight: 1, arbitrary: dotsStart },
  { weight: 3, arbitrary: shape.map((shapeId): Command => ({ type: 'dots.place', shapeId })) },
  { weight: 1, arbitrary: shape.map((shapeId): Command => ({ type: 'dots.take-back', shapeId })) },
  { weight: 4, arbitrary: silence },
  { weight: 8, arbitrary: simple },
  { weight: 9, arbitrary: polling },
  { weight: 8, arbitrary: agenda },
  { weight: 6, arbitrary: editing },
  { weight: 4, arbitrary: session },
  { weight: 2, arbitrary: person.map((personId): Command => ({ type: 'hand.call', personId })) },
  { weight: 1, arbitrary: person.map((personId): Command => ({ type: 'hand.lower', personId })) },
  {
    weight: 1,
    arbitrary: promise.map((promise): Command => ({ type: 'check-in.accept', promise })),
  },
  { weight: 3, arbitrary: house },
)

type Step = { actor: Actor; command: Command; present: PersonId[]; elapsedMs: number }
const stepOf = (command: fc.Arbitrary<Command>): fc.Arbitrary<Step> =>
  fc.record({
    actor: fc.oneof(
      // Half of all commands by those who may do most, or few polls and turns would come about.
      { weight: 1, arbitrary: fc.constantFrom<Actor[]>(...everyone.slice(0, 1), server) },
      { weight: 1, arbitrary: actor },
    ),
    command,
    present: fc.oneof(
      { weight: 3, arbitrary: fc.constant(everyone.map(({ personId }) => personId)) },
      { weight: 1, arbitrary: fc.subarray(everyone.map(({ personId }) => personId)) },
    ),
    // A server's clock can be set back.
    elapsedMs: fc.integer({ min: -minute, max: 5 * minute }),
  })
// As long as they may be: short scenes rarely get past the first step of anything.
const sceneOf = (command: fc.Arbitrary<Command>) => fc.array(stepOf(command), { maxLength: 110, size: 'max' })
const mostlyAbout = (subject: fc.Arbitrary<Command>) =>
  sceneOf(fc.oneof({ weight: 2, arbitrary: subject }, { weight: 1, arbitrary: anything }))
/** Now and then nobody who leads is connected, and those who could take over do something. */
const withoutLead = fc.record({
  actor: fc.constantFrom<Actor[]>(server, server, ...promoted),
  command: house,
  present: fc.constant(everyone.slice(2).map(({ personId }) => personId)),
  elapsedMs: fc.integer({ min: 0, max: minute }),
})
const aboutTheHouse = fc.array(fc.oneof(stepOf(house), stepOf(house), withoutLead, stepOf(anything)), {
  maxLength: 110,
  size: 'max',
})
/** Three sittings one after the other, which chance alone does not bring about. */
const passing = fc.array(
  stepOf(fc.oneof(promising, checkOut, speaking, concerning, action, parking, house)),
  {
    maxLength: 30,
  },
)
export const overSessions = fc
  .tuple(passing, passing, passing, passing)
  .map((between) => between.flatMap((taken, place) => [...taken, ...nextSession(place)]))
function nextSession(last: number): Step[] {
  const item = {
    itemId: ItemId.parse(`later-${last + 1}`),
    kind: 'check-out',
    minutes: 5,
    title: 'Weiter',
  } as const
  const commands: Command[] = [
    ...(last > 0 ? [{ type: 'session.end', number: last } as const] : []),
    { type: 'session.prepare', number: last + 1, items: [item] },
    { type: 'session.start' },
  ]
  const present = everyone.map(({ personId }) => personId)
  return commands.map((command) => ({ actor: everyone[0] ?? server, command, present, elapsedMs: minute }))
}
export const steps = fc.oneof(
  { weight: 3, arbitrary: sceneOf(anything) },
  { weight: 3, arbitrary: mostlyAbout(speaking) },
  { weight: 1, arbitrary: aboutTheHouse },
  ...subjects.map((subject) => ({ weight: 1, arbitrary: mostlyAbout(subject) })),
)

export type History = { events: readonly Event[]; states: readonly Workshop[] }

/** Sends each command in turn; refused ones change nothing. `states` has the one before the first and one after each step. */
export function play(taken: readonly Step[]): History {
  let workshop = fold(opening)
  let now = noon
  const events: Event[] = [...opening]
  const states = [workshop]
  for (const { actor, command: sent, present, elapsedMs } of taken) {
    now += elapsedMs
    const command = asMeant(workshop, sent)
    if (isSecondOfItsId(workshop, command)) continue
    const decision = decide(workshop, command, { actor, now, present })
    if (decision.ok) {
      events.push(...decision.events)
      workshop = decision.events.reduce(apply, workshop)
    }
    states.push(workshop)
  }
  return { events, states }
}
