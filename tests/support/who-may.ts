// Who may send which command: an example of each, as a browser would send it. A new command does not compile without a line.
import type { Command } from '#shared/facilitation/commands.ts'
import type { PollForm } from '#shared/facilitation/poll-form.ts'
import {
  ActionId,
  ItemId,
  PersonId,
  PollId,
  PreparedId,
  ReadingId,
  RoundId,
  RuleId,
  ShapeId,
  TopicId,
} from '#shared/ids.ts'
import { trustQuestion } from '#tests/support/questions.ts'

type Type = Command['type']
/** `participants`: whoever takes part may, for themselves or as everybody's; facilitators take part too. */
export type May = 'server' | 'facilitators' | 'participants'
type Say<Name extends Type> = { may: May; example: Extract<Command, { type: Name }> }

/** Who is talked about in the examples: a participant, never the one who sends. */
export const somebodyElse = PersonId.parse('smebdye1se000000')
const personId = somebodyElse
export const itemId = ItemId.parse('one')
const ruleId = RuleId.parse('listen')
const shapeId = ShapeId.parse('shape:card')
const frameId = ShapeId.parse('shape:frame')
const pollId = PollId.parse('a'.repeat(32))
const roundId = RoundId.parse('b'.repeat(32))
const readingId = ReadingId.parse('c'.repeat(32))
export const actionId = ActionId.parse('d'.repeat(32))
export const topicId = TopicId.parse('4'.repeat(32))
const preparedId = PreparedId.parse('e'.repeat(32))
/** Of a concern box; the poll is another one. */
export const boxId = PollId.parse('9'.repeat(32))
const t = 'f'.repeat(64)
const sealed = { bundleHash: t, suppressed: true, issuedTo: [] }
const form: PollForm = { mode: 'open', questions: [trustQuestion], durationMs: null }
const item = { itemId: ItemId.parse('new'), kind: 'break', minutes: 5, title: 'Break' } as const
const group = { frameId, title: 'Blue' }

const about = <Name extends Type>(may: May, example: Extract<Command, { type: Name }>): Say<Name> => ({
  may,
  example,
})

export const says: { readonly [Name in Type]: Say<Name> } = {
  'workshop.create': about('server', {
    type: 'workshop.create',
    title: 'Mine',
    language: 'en',
    templateId: 'blank',
    departments: [],
    items: [],
    rules: [],
    minimumGroup: 5,
  }),
  'person.join': about('server', { type: 'person.join', personId, role: 'facilitator', departmentId: null }),
  'person.promote': about('facilitators', { type: 'person.promote', personId }),
  'person.demote': about('facilitators', { type: 'person.demote', personId }),
  'door.lock': about('facilitators', { type: 'door.lock' }),
  'door.unlock': about('facilitators', { type: 'door.unlock' }),
  'door.knock': about('server', { type: 'door.knock' }),
  'person.remove': about('facilitators', { type: 'person.remove', personId }),
  'person.readmit': about('facilitators', { type: 'person.readmit', personId }),
  'seat.offer': about('server', { type: 'seat.offer', personId, byId: personId }),
  'seat.take-up': about('server', { type: 'seat.take-up', personId, byId: null }),
  'person.erase': about('server', { type: 'person.erase', personId }),
  'chair.miss': about('server', { type: 'chair.miss', since: 1 }),
  'chair.return': about('server', { type: 'chair.return', personId }),
  'chair.take': about('facilitators', { type: 'chair.take' }),
  'breakout.prepare': about('facilitators', {
    type: 'breakout.prepare',
    groups: [group, { ...group, frameId: shapeId }],
    by: 'random',
  }),
  'breakout.move': about('facilitators', { type: 'breakout.move', personId, frameId }),
  'breakout.rename': about('facilitators', { type: 'breakout.rename', frameId, title: 'Red' }),
  'breakout.start': about('facilitators', { type: 'breakout.start', minutes: 5 }),
  'breakout.extend': about('facilitators', { type: 'breakout.extend', addMs: 60_000 }),
  'breakout.call-back': about('facilitators', { type: 'breakout.call-back', seconds: 30 }),
  'breakout.end': about('facilitators', { type: 'breakout.end' }),
  'breakout.arrive': about('server', { type: 'breakout.arrive', personId }),
  'agenda.start': about('facilitators', { type: 'agenda.start' }),
  'agenda.advance': about('facilitators', { type: 'agenda.advance', fromItemId: itemId }),
  'agenda.begin': about('facilitators', { type: 'agenda.begin', itemId, fromItemId: null }),
  'agenda.extend': about('facilitators', { type: 'agenda.extend', itemId, addMs: 60_000 }),
  'agenda.shorten': about('facilitators', { type: 'agenda.shorten', itemId, takeMs: 60_000 }),
  'agenda.pause': about('facilitators', { type: 'agenda.pause' }),
  'agenda.resume': about('facilitators', { type: 'agenda.resume' }),
  'item.add': about('facilitators', { type: 'item.add', item, afterItemId: null }),
  'item.change': about('facilitators', { type: 'item.change', itemId, change: { title: 'Ours' } }),
  'item.move': about('facilitators', { type: 'item.move', itemId, afterItemId: null }),
  'item.remove': about('facilitators', { type: 'item.remove', itemId }),
  'agenda.replace': about('facilitators', { type: 'agenda.replace', remove: [itemId], items: [item] }),
  'session.plan': about('facilitators', { type: 'session.plan', startsAt: 1 }),
  'session.start': about('facilitators', { type: 'session.start' }),
  'session.end': about('facilitators', { type: 'session.end', number: 1 }),
  'session.reopen': about('facilitators', { type: 'session.reopen', number: 1 }),
  'session.prepare': about('facilitators', { type: 'session.prepare', number: 2, items: [] }),
  'session.attend': about('server', { type: 'session.attend', personId }),
  'hand.raise': about('participants', { type: 'hand.raise' }),
  'hand.lower': about('facilitators', { type: 'hand.lower', personId }),
  'hand.lower-all': about('facilitators', { type: 'hand.lower-all' }),
  'hand.move': about('facilitators', { type: 'hand.move', personId, before: null }),
  'hand.skip': about('facilitators', { type: 'hand.skip', personId }),
  'hand.prioritise': about('facilitators', { type: 'hand.prioritise', priority: 'person' }),
  'hand.call': about('facilitators', { type: 'hand.call', personId }),
  'floor.give': about('facilitators', { type: 'floor.give', personId }),
  'floor.yield': about('facilitators', { type: 'floor.yield' }),
  'floor.limit': about('facilitators', { type: 'floor.limit', seconds: 60 }),
  'poll.open': about('facilitators', { type: 'poll.open', ...form }),
  'poll.close': about('facilitators', { type: 'poll.close', pollId }),
  'poll.answer': about('participants', { type: 'poll.answer', pollId, answer: ['scale', 3] }),
  'poll.seal': about('server', { type: 'poll.seal', pollId, ...sealed }),
  'poll.prepare': about('facilitators', { type: 'poll.prepare', preparedId, itemId: null, form }),
  'poll.change': about('facilitators', { type: 'poll.change', preparedId, itemId: null, form }),
  'poll.discard': about('facilitators', { type: 'poll.discard', preparedId }),
  'poll.open-prepared': about('facilitators', { type: 'poll.open-prepared', preparedId }),
  'concern.open': about('server', { type: 'concern.open', itemId, itemStartedAt: 1 }),
  'concern.seal': about('server', { type: 'concern.seal', pollId: boxId, ...sealed }),
  'concern.answer': about('facilitators', { type: 'concern.answer', pollId: boxId, t, answer: null }),
  'concern.take-up': about('facilitators', { type: 'concern.take-up', pollId: boxId, t }),
  'check-in.accept': about('participants', { type: 'check-in.accept', promise: null }),
  'check-in.promise': about('participants', { type: 'check-in.promise', promise: 'I listen.' }),
  'rule.accept': about('participants', { type: 'rule.accept', ruleId }),
  'rule.decline': about('participants', { type: 'rule.decline', ruleId, reason: null }),
  'rule.add': about('facilitators', {
    type: 'rule.add',
    ruleId: RuleId.parse('new'),
    rule: 'Mine.',
    why: null,
  }),
  'rule.change': about('facilitators', { type: 'rule.change', ruleId, rule: 'Mine.', why: null }),
  'rule.move': about('facilitators', { type: 'rule.move', ruleId, before: null }),
  'rule.remove': about('facilitators', { type: 'rule.remove', ruleId }),
  'rule.restore': about('facilitators', { type: 'rule.restore', ruleId }),
  'check-out.open': about('facilitators', { type: 'check-out.open', about: 'session' }),
  'check-out.mark': about('participants', { type: 'check-out.mark', round: 1, mark: 'kept', sentence: null }),
  'check-out.close': about('facilitators', { type: 'check-out.close', round: 1 }),
  'action.add': about('participants', {
    type: 'action.add',
    actionId: ActionId.parse('1'.repeat(32)),
    title: 'Mine',
    ownerId: null,
    departmentId: null,
    due: null,
    feltFrom: null,
    shapeId: null,
  }),
  'action.change': about('facilitators', { type: 'action.change', actionId, change: { title: 'Mine' } }),
  'action.move': about('facilitators', { type: 'action.move', actionId, before: null }),
  'action.delete': about('facilitators', { type: 'action.delete', actionId }),
  'action.restore': about('facilitators', { type: 'action.restore', actionId }),
  'action.name-absent': about('server', { type: 'action.name-absent', personId, departmentId: null }),
  'lead.start': about('facilitators', { type: 'lead.start' }),
  'lead.end': about('facilitators', { type: 'lead.end' }),
  'spotlight.set': about('facilitators', { type: 'spotlight.set', shapeId }),
  'spotlight.clear': about('facilitators', { type: 'spotlight.clear' }),
  'dots.start': about('facilitators', { type: 'dots.start', perPerson: 3, perCard: 1 }),
  'dots.place': about('participants', { type: 'dots.place', shapeId }),
  'dots.take-back': about('participants', { type: 'dots.take-back', shapeId }),
  'dots.end': about('facilitators', { type: 'dots.end' }),
  'dots.clear': about('facilitators', { type: 'dots.clear' }),
  'silence.start': about('facilitators', { type: 'silence.start', roundId, withNames: false }),
  'silence.reveal': about('facilitators', { type: 'silence.reveal', roundId }),
  'silence.cancel': about('facilitators', { type: 'silence.cancel', roundId }),
  'reading.ask': about('participants', {
    type: 'reading.ask',
    readingId: ReadingId.parse('2'.repeat(32)),
    text: 'Aloud.',
  }),
  'reading.withdraw': about('participants', { type: 'reading.withdraw', readingId }),
  'reading.finish': about('facilitators', { type: 'reading.finish', readingId }),
  'reading.set-aside': about('facilitators', { type: 'reading.set-aside', readingId }),
  'feedback.start': about('facilitators', {
    type: 'feedback.start',
    title: 'What now?',
    by: 'random',
    secondsEach: null,
  }),
  'feedback.next': about('facilitators', { type: 'feedback.next', personId }),
  'feedback.pass': about('participants', { type: 'feedback.pass' }),
  'feedback.later': about('participants', { type: 'feedback.later' }),
  'feedback.skip': about('facilitators', { type: 'feedback.skip', personId }),
  'feedback.add': about('facilitators', { type: 'feedback.add', personId }),
  'feedback.end': about('facilitators', { type: 'feedback.end' }),
  'ready.ask': about('facilitators', { type: 'ready.ask', question: 'done' }),
  'ready.mark': about('participants', { type: 'ready.mark' }),
  'ready.unmark': about('participants', { type: 'ready.unmark' }),
  'ready.end': about('facilitators', { type: 'ready.end' }),
  'choice.draw': about('facilitators', { type: 'choice.draw', notHeardFirst: true }),
  'choice.clear': about('facilitators', { type: 'choice.clear' }),
  'topic.park': about('participants', {
    type: 'topic.park',
    topicId: TopicId.parse('3'.repeat(32)),
    text: 'Later',
  }),
  'topic.change': about('facilitators', { type: 'topic.change', topicId, text: 'Ours' }),
  'topic.settle': about('facilitators', { type: 'topic.settle', topicId }),
  'topic.take-up': about('facilitators', { type: 'topic.take-up', topicId }),
  'topic.remove': about('facilitators', { type: 'topic.remove', topicId }),
  'topic.restore': about('facilitators', { type: 'topic.restore', topicId }),
  'report.leave-out': about('facilitators', { type: 'report.leave-out', sections: ['concerns'] }),
}
