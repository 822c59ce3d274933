// In which order hands are called: replies first, those who spoke least, what was arranged, and nobody for ever last.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { type Hands, noHands } from '#shared/facilitation/hands.ts'
import type { People } from '#shared/facilitation/people.ts'
import {
  type Hand,
  HandKind,
  mostOvertaken,
  Priority,
  speakingOrder,
} from '#shared/facilitation/speaking-order.ts'
import { apply } from '#shared/facilitation/workshop.ts'
import { DepartmentId, type PersonId } from '#shared/ids.ts'
import { cem, dana, eva, fee, fold, greta, noon, opening, participants, type Somebody } from './scene.ts'

const { people } = fold(opening)
const hand = ({ personId }: Somebody, kind: HandKind = 'contribution', overtaken = 0): Hand => ({
  personId,
  raisedAt: noon,
  kind,
  overtaken,
})
const ids = (...somebody: Somebody[]) => somebody.map(({ personId }) => personId)
const orderOf = (hands: Partial<Hands>, among: People = people) =>
  speakingOrder({ ...noHands, ...hands }, among).map(({ personId }) => personId)

test('hands stand in the order in which they came, even when the clock was set back', () => {
  const queue = [{ ...hand(cem), raisedAt: noon + 5 }, hand(dana), { ...hand(eva), raisedAt: noon - 5 }]
  expect(orderOf({ queue })).toEqual(ids(cem, dana, eva))
})

test('direct replies come first, among themselves as they came', () => {
  const queue = [hand(cem), hand(dana, 'reply'), hand(eva, 'concern'), hand(fee, 'reply')]
  expect(orderOf({ queue })).toEqual(ids(dana, fee, cem, eva))
})

describe('with those first who have spoken least', () => {
  const queue = [hand(cem), hand(dana), hand(eva)]
  const spokenMs: Record<PersonId, number> = { [cem.personId]: 60_000, [dana.personId]: 20_000 }

  test('each person’s own time counts', () => {
    expect(orderOf({ queue, spokenMs, priority: 'person' })).toEqual(ids(eva, dana, cem))
    expect(orderOf({ queue, spokenMs, priority: 'time' })).toEqual(ids(cem, dana, eva))
  })
  test('a direct reply still comes before', () => {
    expect(orderOf({ queue: [...queue, hand(fee, 'reply')], spokenMs, priority: 'person' })[0]).toBe(
      fee.personId,
    )
  })
  test('a department’s time counts per head', () => {
    // Cem has spoken for a minute, alone in sales; service has spoken for two, all six of them together.
    const sales = DepartmentId.parse('sales')
    const among = {
      ...people,
      [cem.personId]: { ...fold(opening).people[cem.personId], departmentId: sales },
    } as People
    const times = { [cem.personId]: 60_000, [dana.personId]: 120_000 }
    expect(orderOf({ queue, spokenMs: times, priority: 'department' }, among)).toEqual(ids(dana, eva, cem))
  })
})

describe('what was arranged by hand', () => {
  test('stays, and the rule orders the others behind it', () => {
    const queue = [hand(cem), hand(dana), hand(eva), hand(fee), hand(greta, 'reply')]
    expect(orderOf({ queue, arranged: ids(eva, cem) })).toEqual(ids(eva, cem, greta, dana, fee))
  })
})

test('whoever has been overtaken often enough is next, before any reply', () => {
  const queue = [hand(cem), hand(dana, 'contribution', mostOvertaken), hand(eva, 'reply')]
  expect(orderOf({ queue })).toEqual(ids(dana, eva, cem))
})

// --- in any queue

const somebody = fc.constantFrom(...participants)
const queues = fc.record({
  queue: fc
    .uniqueArray(
      fc.record({ who: somebody, kind: fc.constantFrom(...HandKind.options), overtaken: fc.nat(4) }),
      {
        selector: ({ who }) => who.personId,
      },
    )
    .map((hands) => hands.map(({ who, kind, overtaken }) => hand(who, kind, overtaken))),
  priority: fc.constantFrom(...Priority.options),
  arranged: fc.option(fc.uniqueArray(somebody).map((who) => ids(...who))),
  spokenMs: fc.dictionary(fc.constantFrom(...ids(...participants)), fc.nat(90_000)),
})

test('nobody is lost or doubled, and asking again gives the same order', () => {
  fc.assert(
    fc.property(queues, (hands) => {
      const order = orderOf(hands)
      expect([...order].sort()).toEqual(hands.queue.map(({ personId }) => personId).sort())
      expect(orderOf(hands)).toEqual(order)
    }),
  )
})

test('two hands between which the rule makes no difference stay as they came', () => {
  fc.assert(
    fc.property(queues, ({ queue }) => {
      const alike = queue.map((one) => ({ ...one, kind: 'question' as const, overtaken: 0 }))
      for (const priority of Priority.options)
        expect(orderOf({ queue: alike, priority })).toEqual(alike.map(({ personId }) => personId))
    }),
  )
})

test('a hand that goes down changes nothing between the others', () => {
  fc.assert(
    fc.property(queues, fc.nat(), (hands, pick) => {
      const gone = hands.queue[pick % Math.max(1, hands.queue.length)]?.personId
      const queue = hands.queue.filter(({ personId }) => personId !== gone)
      expect(orderOf({ ...hands, queue })).toEqual(orderOf(hands).filter((personId) => personId !== gone))
    }),
  )
})

test('nobody waits for ever: with n hands before one, at most n + 3 others speak first, whoever comes and whatever the rule', () => {
  const arrival = fc.record({
    who: fc.nat(),
    kind: fc.constantFrom(...HandKind.options),
    turnMs: fc.nat(120_000),
  })
  const arrivals = fc.array(arrival, { minLength: 30, maxLength: 60 })
  fc.assert(
    fc.property(arrivals, fc.constantFrom(...Priority.options), (taken, priority) => {
      let workshop = fold([...opening, { type: 'hand.prioritised', priority }])
      const bounds = new Map<PersonId, number>()
      let now = noon
      const happens = (event: Event) => {
        workshop = apply(workshop, event)
      }
      for (const { who, kind, turnMs } of taken) {
        // Two hands go up for each that is called, as long as there is anybody left: the queue is always full.
        const down = participants.filter(({ personId }) => !bounds.has(personId))
        for (const { personId } of down.slice(who % Math.max(1, down.length)).slice(0, 2)) {
          bounds.set(personId, workshop.hands.queue.length + mostOvertaken)
          happens({ type: 'hand.raised', personId, at: now, kind })
        }
        const [first] = speakingOrder(workshop.hands, workshop.people)
        if (!first) continue
        happens({ type: 'hand.called', personId: first.personId, at: now })
        bounds.delete(first.personId)
        for (const [personId, left] of bounds) {
          expect(left).toBeGreaterThan(0)
          bounds.set(personId, left - 1)
        }
        now += turnMs
        happens({ type: 'floor.yielded', personId: first.personId, at: now })
      }
    }),
  )
})
