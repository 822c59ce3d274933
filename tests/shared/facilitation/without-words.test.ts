// The log after somebody was erased: nothing that they typed for themselves, and otherwise the same workshop.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import { withoutWordsOf } from '#shared/facilitation/without-words.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { type PersonId, PollId, ReadingId } from '#shared/ids.ts'
import { play, steps } from './arbitrary.ts'
import { cem, dana, everyone, fold, noon, opening } from './scene.ts'

const who = fc.constantFrom(...everyone.map(({ personId }) => personId))
const typedKeys = ['promise', 'reason', 'sentence', 'text'] as const

/** Everybody has words of their own, so that it shows whose are left. */
const inOwnWords = (event: Event): Event => {
  if (!('personId' in event)) return event
  const words = typedKeys.filter((key) => typeof (event as Record<string, unknown>)[key] === 'string')
  return { ...event, ...Object.fromEntries(words.map((key) => [key, `Wort von ${event.personId}`])) } as Event
}

test('whatever has happened, no word of theirs is left and every word of others is', () => {
  fc.assert(
    fc.property(steps, who, (taken, personId) => {
      const events = play(taken).events.map(inOwnWords)
      const count = (log: readonly Event[], id: PersonId) =>
        JSON.stringify(log).split(`Wort von ${id}`).length - 1
      const erased = withoutWordsOf(events, personId)
      expect(count(erased, personId)).toBe(0)
      for (const other of everyone)
        if (other.personId !== personId)
          expect(count(erased, other.personId)).toBe(count(events, other.personId))
    }),
    { numRuns: 150 },
  )
})

test('whatever has happened, the workshop is the same but for those words, and erasing again changes nothing', () => {
  fc.assert(
    fc.property(steps, who, (taken, personId) => {
      const { events } = play(taken)
      const erased = withoutWordsOf(events, personId)
      expect(erased).toHaveLength(events.length)
      const after = erased.reduce(apply, emptyWorkshop)
      expect(differences(events.reduce(apply, emptyWorkshop), after)).toEqual([])
      expect(withoutWordsOf(erased, personId)).toEqual(erased)
    }),
    { numRuns: 150 },
  )
})

/** Places at which something else differs than words that gave way. */
function differences(before: unknown, after: unknown, path = ''): string[] {
  if (typeof before === 'string' && (after === '…' || after === '...')) return []
  if (/\.marks\.\w+\.(mark|sentence)$/.test(path) && after === null) return []
  // What a reading was and whose: only that something was read is left.
  if (/\.readings\.\d+\.personId$/.test(path) && after === undefined) return []
  // Words are as many answers as before, each of another length perhaps; nameless ones in another order.
  if (/\.polls\.\d+\.answers\.\w+$/.test(path))
    return Array.isArray(before) === Array.isArray(after) ? [] : [path]
  if (path.endsWith('.results') && Array.isArray(before) && Array.isArray(after))
    return before.length === after.length ? [] : [path]
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return Object.is(before, after) ? [] : [path]
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(one[key], other[key], `${path}.${key}`),
  )
}

const pollId = PollId.parse('a'.repeat(32))
const answered = (personId: PersonId, answer: Answer): Event => ({
  type: 'poll.answered',
  pollId,
  personId,
  answer,
})

test('of an open poll one answer that reads like theirs gives way, in the log and in what was shown', () => {
  const [theirs, others]: [Answer, Answer] = [
    ['text', 'zu viele formulare'],
    ['text', 'alles gut'],
  ]
  const events: Event[] = [
    answered(cem.personId, ['text', 'noch ein entwurf']),
    answered(cem.personId, theirs),
    answered(dana.personId, others),
    { type: 'poll.closed', pollId, at: noon, results: [{ answer: others }, { answer: theirs }] },
  ]
  const erased = withoutWordsOf(events, cem.personId)
  expect(JSON.stringify(erased)).not.toMatch(/formulare|entwurf/)
  expect(erased.at(-1)).toMatchObject({ results: [{ answer: ['text', '...'] }, { answer: others }] })
})

test('where two have answered the same, one of the two answers stays', () => {
  const same: Answer = ['words', ['stolz']]
  const events: Event[] = [
    answered(cem.personId, same),
    answered(dana.personId, same),
    { type: 'poll.closed', pollId, at: noon, results: [{ answer: same }, { answer: same }] },
  ]
  expect(withoutWordsOf(events, cem.personId).at(-1)).toMatchObject({
    results: [{ answer: ['words', ['...']] }, { answer: same }],
  })
})

test('of a poll with names theirs gives way, and what they chose from a list stays', () => {
  const shown = (answer: Answer): Event => ({
    type: 'poll.closed',
    pollId,
    at: noon,
    results: [
      { answer, personId: dana.personId },
      { answer, personId: cem.personId },
    ],
  })
  const text: Answer = ['text', 'passt']
  expect(withoutWordsOf([answered(cem.personId, text), shown(text)], cem.personId).at(-1)).toMatchObject({
    results: [{ answer: text }, { answer: ['text', '...'] }],
  })
  const chosen: Event[] = [answered(cem.personId, ['single', 2]), shown(['single', 2])]
  expect(withoutWordsOf(chosen, cem.personId)).toEqual(chosen)
})

test('a mark that is still to be counted stays until it is, without its sentence', () => {
  const marked: Event = {
    type: 'check-out.marked',
    personId: cem.personId,
    mark: 'partly',
    sentence: 'zu viel zu tun',
    at: noon,
  }
  const promised: Event = {
    type: 'check-in.promised',
    personId: cem.personId,
    promise: 'pünktlich',
    at: noon,
  }
  const open: Event[] = [
    ...opening,
    promised,
    { type: 'check-out.opened', about: 'session', at: noon },
    marked,
  ]
  const marksIn = (events: readonly Event[]) =>
    fold(withoutWordsOf(events, cem.personId)).checkOut.rounds[0]?.marks[cem.personId]
  expect(marksIn(open)).toEqual({ mark: 'partly', sentence: null })
  expect(marksIn([...open, { type: 'check-out.closed', totals: null, at: noon }])).toEqual({
    mark: null,
    sentence: null,
  })
})

test('a text that waits to be read aloud is nobody’s', () => {
  const readingId = ReadingId.parse('b'.repeat(32))
  const asked: Event = {
    type: 'reading.asked',
    readingId,
    personId: cem.personId,
    text: 'leise Frage',
    at: noon,
  }
  expect(withoutWordsOf([asked], cem.personId)).toEqual([
    { type: 'reading.asked', readingId, text: '…', at: noon },
  ])
})
