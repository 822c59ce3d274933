// What holds whatever anybody sends, in whatever order.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tookMs, wholeMs } from '#shared/facilitation/agenda.ts'
import { isAhead } from '#shared/facilitation/agenda-items.ts'
import { Event } from '#shared/facilitation/events.ts'
import { isUnderWay, turnOf } from '#shared/facilitation/feedback-round.ts'
import { waitingReadings } from '#shared/facilitation/readings.ts'
import { redact, redactWorkshop } from '#shared/facilitation/redact.ts'
import { speakingOrder } from '#shared/facilitation/speaking-order.ts'
import { apply, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { always, inEveryState } from './always.ts'
import { play, steps } from './arbitrary.ts'
import { secretWords } from './arbitrary-speaking.ts'
import { ana, cem, fold, founding, guest, minute, opening } from './scene.ts'

// A record, so that the compiler asks for every new event here.
// What stands in the place of a withheld event is made by `redact` alone.
const everyType: Record<Exclude<Event['type'], 'withheld'>, true> = {
  'workshop.created': true,
  'person.joined': true,
  'person.promoted': true,
  'person.demoted': true,
  'person.removed': true,
  'person.erased': true,
  'person.readmitted': true,
  'seat.offered': true,
  'seat.taken-up': true,
  'door.locked': true,
  'door.unlocked': true,
  'door.knocked': true,
  'chair.missed': true,
  'chair.returned': true,
  'chair.taken': true,
  'chair.handed-back': true,
  'breakout.prepared': true,
  'breakout.moved': true,
  'breakout.left': true,
  'breakout.renamed': true,
  'breakout.started': true,
  'breakout.extended': true,
  'breakout.called-back': true,
  'breakout.ended': true,
  'agenda.started': true,
  'agenda.advanced': true,
  'agenda.extended': true,
  'agenda.shortened': true,
  'agenda.paused': true,
  'agenda.resumed': true,
  'agenda.ended': true,
  'agenda.replaced': true,
  'item.added': true,
  'item.changed': true,
  'item.moved': true,
  'item.removed': true,
  'session.planned': true,
  'session.started': true,
  'session.attended': true,
  'session.ended': true,
  'session.reopened': true,
  'session.prepared': true,
  'hand.raised': true,
  'hand.lowered': true,
  'hand.all-lowered': true,
  'hand.called': true,
  'floor.yielded': true,
  'hand.kind-changed': true,
  'hand.arranged': true,
  'hand.prioritised': true,
  'floor.limited': true,
  'reading.asked': true,
  'reading.withdrawn': true,
  'reading.finished': true,
  'reading.put-aside': true,
  'feedback.started': true,
  'feedback.had-turn': true,
  'feedback.put-back': true,
  'feedback.added': true,
  'feedback.ended': true,
  'ready.asked': true,
  'ready.marked': true,
  'ready.unmarked': true,
  'ready.ended': true,
  'choice.drawn': true,
  'choice.cleared': true,
  'topic.parked': true,
  'topic.changed': true,
  'topic.settled': true,
  'topic.taken-up': true,
  'topic.removed': true,
  'topic.restored': true,
  'poll.opened': true,
  'poll.opened-secret': true,
  'poll.answered': true,
  'poll.closing': true,
  'poll.closed': true,
  'poll.sealed': true,
  'poll.prepared': true,
  'poll.changed': true,
  'poll.discarded': true,
  'concern.opened': true,
  'concern.closing': true,
  'concern.sealed': true,
  'concern.answered': true,
  'concern.taken-up': true,
  'check-in.accepted': true,
  'check-in.promised': true,
  'rule.accepted': true,
  'rule.reopened': true,
  'rule.declined': true,
  'rule.added': true,
  'rule.changed': true,
  'rule.moved': true,
  'rule.removed': true,
  'rule.restored': true,
  'check-out.opened': true,
  'check-out.marked': true,
  'check-out.closed': true,
  'action.added': true,
  'action.changed': true,
  'action.moved': true,
  'action.deleted': true,
  'action.restored': true,
  'action.absent-named': true,
  'lead.started': true,
  'lead.ended': true,
  'spotlight.lit': true,
  'spotlight.cleared': true,
  'dots.started': true,
  'dots.placed': true,
  'dots.taken-back': true,
  'dots.ended': true,
  'dots.cleared': true,
  'silence.started': true,
  'silence.revealed': true,
  'silence.cancelled': true,
  'report.left-out': true,
}

test('the random scenes reach what the rules are about', () => {
  const seen = new Set<string>()
  const wanted = Object.keys(everyType).length
  // The same scenes each time, and no more than it takes.
  for (let seed = 1; seed <= 40 && seen.size < wanted; seed++)
    for (const taken of fc.sample(steps, { numRuns: 250, seed }))
      for (const event of play(taken).events) seen.add(event.type)
  expect([...seen].sort()).toEqual(Object.keys(everyType).sort())
})

describe('in every state', () => {
  test('nobody stands in the queue twice, no observer, and not whoever has the floor', () => {
    inEveryState(({ hands, people }) => {
      const waiting = hands.queue.map(({ personId }) => personId)
      expect(new Set(waiting).size).toBe(waiting.length)
      expect(waiting).not.toContain(hands.speaking?.personId)
      for (const personId of waiting) expect(['participant', 'facilitator']).toContain(people[personId]?.role)
    })
  })
  test('the speaking order has every hand that is up, once, and no other', () => {
    inEveryState(({ hands, people }) => {
      const byTime = hands.queue.map(({ personId }) => personId)
      const inOrder = speakingOrder(hands, people).map(({ personId }) => personId)
      expect([...inOrder].sort()).toEqual([...byTime].sort())
      for (const personId of hands.arranged ?? []) expect(byTime).toContain(personId)
    })
  })
  test('whoever has the turn in a feedback round has the floor, and nobody is in it twice', () => {
    inEveryState(({ feedback, hands }) => {
      if (!isUnderWay(feedback)) return
      expect(hands.speaking?.personId).toBe(turnOf(feedback))
      expect(new Set(feedback.waiting).size).toBe(feedback.waiting.length)
      expect(feedback.waiting.length).toBeGreaterThan(0)
    })
  })
  test('nobody has two texts waiting to be read aloud, and only participants have one', () => {
    inEveryState(({ readings, people }) => {
      const authors = waitingReadings(readings).map(({ personId }) => personId)
      expect(new Set(authors).size).toBe(authors.length)
      // Who becomes a facilitator, or is removed, leaves theirs: that it went away would say whose it was.
      for (const author of authors)
        expect([undefined, 'participant', 'facilitator']).toContain(author && people[author]?.role)
    })
  })
  test('as many are counted as ready as have said so, and the lot never falls on a facilitator', () => {
    inEveryState(({ ready, choice, people }) => {
      if (ready) expect(new Set(ready.personIds).size).toBe(ready.count)
      if (choice) expect(people[choice.personId]?.role).toBe('participant')
    })
  })
  test('only a facilitator is followed', () => {
    inEveryState(({ lead, people }) => {
      if (lead) expect(people[lead.personId]?.role).toBe('facilitator')
    })
  })
  test('nobody has placed more dots than they have, nor too many on one card, and observers none', () => {
    inEveryState(({ dots, people }) => {
      for (const { personId, role } of Object.values(people)) {
        const placed = Object.values(dots?.placed ?? {}).map((card) => card[personId] ?? 0)
        expect(placed.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(dots?.perPerson ?? 0)
        expect(Math.max(0, ...placed)).toBeLessThanOrEqual(dots?.perCard ?? 0)
        if (role === 'observer') expect(placed).toEqual(placed.map(() => 0))
      }
    })
  })
  test('a card without dots is not listed', () => {
    inEveryState(({ dots }) => {
      for (const card of Object.values(dots?.placed ?? {})) {
        expect(Object.keys(card).length).toBeGreaterThan(0)
        expect(Object.values(card).every((count) => count > 0)).toBe(true)
      }
    })
  })
  test('time spoken is never negative', () => {
    inEveryState(({ hands }) => {
      for (const ms of Object.values(hands.spokenMs)) expect(ms).toBeGreaterThanOrEqual(0)
    })
  })
  test('exactly one item runs from the start of the agenda to its end, and none before and after', () => {
    inEveryState(({ agenda: { items, current, startedAt, endedAt } }) => {
      expect(current !== null).toBe(startedAt !== null && endedAt === null)
      if (current) expect(items.filter(({ itemId }) => itemId === current.itemId)).toHaveLength(1)
    })
  })
  test('what has been is in the agenda, each item once', () => {
    inEveryState(({ agenda: { items, done }, sessions }) => {
      for (const one of [{ items, done }, ...sessions.all.map(({ agenda }) => agenda ?? { items, done })]) {
        const ids = one.items.map(({ itemId }) => itemId)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { itemId } of one.done) expect(ids).toContain(itemId)
      }
    })
  })
  test('no item has less than a minute, and none took less than nothing', () => {
    inEveryState(({ agenda }) => {
      for (const { minutes } of agenda.items) expect(minutes).toBeGreaterThanOrEqual(1)
      if (agenda.current) expect(wholeMs(agenda)).toBeGreaterThanOrEqual(minute)
      for (const { itemId } of agenda.done) expect(tookMs(agenda.done, itemId)).toBeGreaterThanOrEqual(0)
    })
  })
  test('sessions are numbered from 1, one after the other, and the agenda runs only in one', () => {
    inEveryState(({ sessions: { all }, agenda }) => {
      expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1))
      for (const { endedAt } of all.slice(0, -1)) expect(endedAt).not.toBeNull()
      if (agenda.current) expect(all.at(-1)?.endedAt).toBeNull()
      for (const { attended } of all) expect(new Set(attended).size).toBe(attended.length)
    })
  })
})

test('an item leaves the agenda only by being removed or replaced, and only before its time has come', () => {
  always(({ events }) => {
    let before = emptyWorkshop
    for (const event of events) {
      const after = apply(before, event)
      const left = before.agenda.items.filter(
        (item) => !after.agenda.items.some((one) => one.itemId === item.itemId),
      )
      if (event.type === 'item.removed') expect(left.map(({ itemId }) => itemId)).toEqual([event.itemId])
      else if (event.type !== 'agenda.replaced' && event.type !== 'session.prepared') expect(left).toEqual([])
      if (event.type !== 'session.prepared')
        for (const { itemId } of left) expect(isAhead(before.agenda, itemId)).toBe(true)
      before = after
    }
  })
})

test('what stays in the agenda stays in its order, whatever is added, moved and removed around it', () => {
  always(({ events }) => {
    let before = emptyWorkshop
    for (const event of events) {
      const after = apply(before, event)
      const moved = event.type === 'item.moved' ? event.itemId : null
      const order = (of: Workshop, other: Workshop) =>
        of.agenda.items
          .map(({ itemId }) => itemId)
          .filter((id) => id !== moved && other.agenda.items.some(({ itemId }) => itemId === id))
      // Undoing a replacement puts the same items back behind what has stayed.
      if (event.type !== 'agenda.replaced') expect(order(after, before)).toEqual(order(before, after))
      before = after
    }
  })
})

test('every event is of the protocol and survives being stored', () => {
  always(({ events }) => {
    for (const event of events) expect(Event.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
  })
})

test('a state that is sent as a snapshot arrives as it was', () => {
  always(({ states }) => {
    const last = states.at(-1)
    expect(JSON.parse(JSON.stringify(last))).toStrictEqual(last)
  })
})

test('events folded once more give the same state: nothing depends on when it is read', () => {
  always(({ events, states }) => expect(fold(events)).toEqual(states.at(-1)))
})

test('facts are folded in any order without a throw: apply has no right to refuse', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat()), (taken, picks) => {
      const { events } = play(taken)
      const shuffled = events
        .map((event) => ({ event, key: picks.next().value }))
        .sort((a, b) => a.key - b.key)
      expect(() =>
        shuffled.reduce((workshop, { event }) => apply(workshop, event), emptyWorkshop),
      ).not.toThrow()
    }),
  )
})

describe('what a viewer receives', () => {
  test.each([ana, cem, guest])(
    'folding redacted events equals redacting the folded state, for $role',
    (viewer) => {
      always(({ events, states }) => {
        const received = fold(events.map((event) => redact(event, viewer)))
        const state = states.at(-1)
        expect(state && redactWorkshop(state, viewer)).toStrictEqual(received)
      })
    },
  )
  test('is a snapshot that arrives as it was sent', () => {
    always(({ states }) => {
      const sent = redactWorkshop(states.at(-1) ?? emptyWorkshop, cem)
      expect(JSON.parse(JSON.stringify(sent))).toStrictEqual(sent)
    })
  })
  test('never joins a text that is to be read aloud with a person', () => {
    always(({ events, states }) => {
      const workshop = states.at(-1) ?? emptyWorkshop
      for (const viewer of [ana, cem, guest]) {
        const told = [
          ...events.map((event) => redact(event, viewer)).filter(({ type }) => type.startsWith('reading.')),
          ...redactWorkshop(workshop, viewer).readings,
        ]
        for (const one of told) if ('personId' in one) expect(one.personId).toBe(viewer.personId)
        if (viewer === guest) expect(JSON.stringify(told)).not.toContain(secretWords)
      }
    })
  })
  test('never says who is ready, but to facilitators and of oneself', () => {
    always(({ events, states }) => {
      for (const event of events) {
        const received = redact(event, cem)
        if (received.type === 'ready.marked') expect([undefined, cem.personId]).toContain(received.personId)
      }
      const check = redactWorkshop(states.at(-1) ?? emptyWorkshop, cem).ready
      for (const personId of check?.personIds ?? []) expect(personId).toBe(cem.personId)
    })
  })
  test('has the facilitators’ words only for facilitators', () => {
    const script = founding.items[0]?.script ?? ''
    expect(script).not.toBe('')
    const workshop = fold(opening)
    expect(JSON.stringify(redactWorkshop(workshop, ana))).toContain(script)
    for (const viewer of [cem, guest]) {
      always(({ events }) =>
        expect(JSON.stringify(events.map((event) => redact(event, viewer)))).not.toMatch(/zu sagen|für uns/i),
      )
      expect(JSON.stringify(redactWorkshop(workshop, viewer))).not.toContain(script)
      expect(JSON.stringify(opening.map((event) => redact(event, viewer)))).not.toContain(script)
    }
  })
})
