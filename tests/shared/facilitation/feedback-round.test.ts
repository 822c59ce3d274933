// The feedback round: who begins and ends it, whose turn it is, and that a turn is a turn like any other.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import {
  ana,
  ben,
  cem,
  dana,
  eva,
  fee,
  founding,
  given,
  greta,
  guest,
  hanna,
  joinedFor,
  noon,
  type Somebody,
  sales,
  server,
  service,
  stranger,
  welcome,
} from './scene.ts'

const ids = (...people: Somebody[]) => people.map(({ personId }) => personId)
const title = 'Was nehmen Sie mit?'
const start = (...drawn: Somebody[]) =>
  ({ type: 'feedback.start', title, by: 'random', secondsEach: 60, drawn: ids(...drawn) }) as const
const started = (...order: Somebody[]): Event => ({
  type: 'feedback.started',
  title,
  secondsEach: 60,
  order: ids(...order),
  at: noon,
})
const called = ({ personId }: Somebody, at = noon): Event => ({ type: 'hand.called', personId, at })
const yielded = ({ personId }: Somebody, at = noon): Event => ({ type: 'floor.yielded', personId, at })
const hadTurn = ({ personId }: Somebody, outcome: 'spoke' | 'passed' | 'skipped' = 'spoke'): Event => ({
  type: 'feedback.had-turn',
  personId,
  outcome,
})
const ended: Event = { type: 'feedback.ended', at: noon }
const next = ({ personId }: Somebody) => ({ type: 'feedback.next', personId }) as const
const round = given(started(cem, dana, eva), called(cem))

describe('the beginning', () => {
  test('those who take part are in it in the order that was drawn, and the first has the floor', () => {
    given()
      .when(ana, start(eva, ana, guest, cem))
      .thenHappened(started(eva, cem), called(eva))
  })
  test('whoever had the floor is done', () => {
    given(called(dana)).when(ana, start(cem)).thenHappened(started(cem), yielded(dana), called(cem))
  })
  test('by department, each in the order that was drawn', () => {
    given(...joinedFor(sales, [cem, eva]))
      .when(ana, { ...start(cem, hanna, eva, dana), by: 'department' })
      .thenHappened(started(hanna, dana, cem, eva), called(hanna))
    expect(founding.departments.map(({ departmentId }) => departmentId)).toEqual([service, sales])
  })
  test('only a facilitator begins one', () => {
    for (const actor of [cem, guest, server]) given().when(actor, start(cem)).thenRefused('not-allowed')
  })
  test('the order is the server’s to draw', () => {
    const { drawn: _, ...wish } = start(cem)
    given().when(ana, wish).thenRefused('server-only')
  })
  test('needs somebody who is here, and no round that is under way', () => {
    given().when(ana, start(ben, guest)).thenRefused('not-now')
    round.when(ben, start(cem)).thenRefused('not-now')
  })
})

describe('a turn', () => {
  test('ends by the speaker or a facilitator, and the next one has the floor', () => {
    for (const actor of [cem, ana])
      round.when(actor, next(cem)).thenHappened(hadTurn(cem), yielded(cem), called(dana))
  })
  test('ends by whatever else ends a turn', () => {
    round.when(cem, { type: 'floor.yield' }).thenHappened(hadTurn(cem), yielded(cem), called(dana))
  })
  test('counts as time spoken', () => {
    const { hands } = round
      .at(noon + 30_000)
      .when(cem, next(cem))
      .after()
    expect(hands.spokenMs[cem.personId]).toBe(30_000)
  })
  test('pressed by two at once, ends once', () => {
    const first = round.when(ana, next(cem))
    first.next().when(ben, next(cem)).thenRefused('already-done')
  })
  test('is nobody else’s to end', () => {
    round.when(dana, next(cem)).thenRefused('not-allowed')
  })
  test('the last one ends the round', () => {
    given(started(cem), called(cem)).when(cem, next(cem)).thenHappened(hadTurn(cem), ended, yielded(cem))
  })
})

describe('passing and coming back later', () => {
  test('passing gives the turn on', () => {
    round
      .when(cem, { type: 'feedback.pass' })
      .thenHappened(hadTurn(cem, 'passed'), yielded(cem), called(dana))
  })
  test('one may pass before one’s turn, and the floor stays', () => {
    round.when(eva, { type: 'feedback.pass' }).thenHappened(hadTurn(eva, 'passed'))
  })
  test('coming back later is going to the end', () => {
    const later = round.when(cem, { type: 'feedback.later' })
    later.thenHappened({ type: 'feedback.put-back', personId: cem.personId }, yielded(cem), called(dana))
    expect(later.after().feedback?.waiting).toEqual(ids(dana, eva, cem))
  })
  test('the last one cannot come back later', () => {
    round.when(eva, { type: 'feedback.later' }).thenRefused('not-now')
  })
  test('whoever is not waiting for a turn does neither', () => {
    for (const actor of [fee, ana]) {
      round.when(actor, { type: 'feedback.pass' }).thenRefused('not-now')
      round.when(actor, { type: 'feedback.later' }).thenRefused('not-now')
    }
  })
})

describe('a facilitator', () => {
  test('skips somebody who is not there, whose turn it is or not', () => {
    round
      .when(ana, { type: 'feedback.skip', personId: cem.personId })
      .thenHappened(hadTurn(cem, 'skipped'), yielded(cem), called(dana))
    round.when(ana, { type: 'feedback.skip', personId: eva.personId }).thenHappened(hadTurn(eva, 'skipped'))
    round.when(ana, { type: 'feedback.skip', personId: fee.personId }).thenRefused('already-done')
  })
  test('adds latecomers to the end', () => {
    const added = round.when(ana, { type: 'feedback.add', personId: greta.personId })
    added.thenHappened({ type: 'feedback.added', personId: greta.personId })
    expect(added.after().feedback?.waiting).toEqual(ids(cem, dana, eva, greta))
  })
  test('adds whoever was skipped and came after all', () => {
    const added = given(started(cem, dana), called(cem), hadTurn(dana, 'skipped')).when(ana, {
      type: 'feedback.add',
      personId: dana.personId,
    })
    expect(added.after().feedback).toMatchObject({ waiting: ids(cem, dana), done: [] })
  })
  test('adds nobody twice, no observer and no stranger', () => {
    round.when(ana, { type: 'feedback.add', personId: eva.personId }).thenRefused('already-done')
    for (const { personId } of [guest, stranger])
      round.when(ana, { type: 'feedback.add', personId }).thenRefused('not-found')
  })
  test('ends it, and the floor is free', () => {
    round.when(ana, { type: 'feedback.end' }).thenHappened(ended, yielded(cem))
  })
  test('is the only one to do so', () => {
    for (const command of [
      { type: 'feedback.end' } as const,
      { type: 'feedback.skip', personId: dana.personId } as const,
      { type: 'feedback.add', personId: greta.personId } as const,
    ])
      round.when(cem, command).thenRefused('not-allowed')
  })
  test('cannot end what is over', () => {
    given().when(ana, { type: 'feedback.end' }).thenRefused('already-done')
    given(started(cem), called(cem), ended).when(ana, { type: 'feedback.end' }).thenRefused('already-done')
  })
})

describe('what else is going on', () => {
  test('the floor is the round’s to give', () => {
    const scene = given({ type: 'hand.raised', personId: fee.personId, at: noon }, started(cem), called(cem))
    scene.when(ana, { type: 'hand.call', personId: fee.personId }).thenRefused('not-now')
    scene.when(ana, { type: 'floor.give', personId: fee.personId }).thenRefused('not-now')
  })
  test('hands stay up for afterwards', () => {
    const scene = given({ type: 'hand.raised', personId: fee.personId, at: noon }, started(cem), called(cem))
    const after = scene.when(ana, { type: 'feedback.end' }).after()
    expect(after.hands.queue).toMatchObject([{ personId: fee.personId }])
  })
  test('the next agenda item ends it', () => {
    given({ type: 'agenda.started', itemId: welcome, at: noon }, started(cem, dana), called(cem))
      .when(ana, { type: 'agenda.advance', fromItemId: welcome })
      .thenHappened(
        { type: 'agenda.advanced', itemId: founding.items[1]?.itemId ?? welcome, at: noon },
        ended,
        yielded(cem),
      )
  })
})

test('whatever people do, everyone who was drawn has one turn, passes, or waits', () => {
  const act = fc.tuple(fc.constantFrom(cem, dana, eva), fc.constantFrom('next', 'pass', 'later'))
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let scene = given()
        .when(ana, start(cem, dana, eva))
        .next()
      for (const [actor, what] of acts) {
        const command = what === 'next' ? next(actor) : ({ type: `feedback.${what}` } as const)
        const tried = scene.when(actor, command as ReturnType<typeof next>)
        try {
          scene = tried.next()
        } catch {
          // Refused: nothing has changed.
        }
        const feedback = scene.workshop.feedback
        const all = [...(feedback?.waiting ?? []), ...(feedback?.done ?? []).map(({ personId }) => personId)]
        expect(all.sort()).toEqual(ids(cem, dana, eva).sort())
        expect(scene.workshop.hands.speaking?.personId).toBe(feedback?.waiting[0])
      }
    }),
  )
})
