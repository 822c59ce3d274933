// The facilitator has lost the connection: who is told, who takes over, and what happens when they are back.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { ana, ben, cem, dana, given, guest, minute, noon, server } from './scene.ts'

const session: Event = { type: 'session.started', number: 1, at: noon - 20 * minute, present: [] }
const promoted = [cem, dana].map(
  ({ personId }): Event => ({ type: 'person.promoted', personId, at: noon - 15 * minute }),
)
const co = { ...cem, role: 'facilitator' } as const
const otherCo = { ...dana, role: 'facilitator' } as const
const missed: Event = { type: 'chair.missed', since: noon - minute, at: noon }
const taken: Event = { type: 'chair.taken', personId: co.personId, at: noon }
const running = (...events: Event[]) => given(session, ...promoted, ...events)
const miss = { type: 'chair.miss', since: noon - minute } as const
const take = { type: 'chair.take' } as const

describe('nobody who leads is connected', () => {
  test('everyone is told, once', () => {
    const scene = running().present(co, dana, guest).when(server, miss)
    scene.thenHappened({ ...missed, at: noon })
    running(missed).present(co).when(server, miss).thenRefused('already-done')
  })
  test('is not told while one of two facilitators is there, nor outside of a session', () => {
    running().present(ben, co).when(server, miss).thenRefused('not-now')
    given(...promoted)
      .present(co)
      .when(server, miss)
      .thenRefused('not-now')
  })
  test('a co-facilitator who leads in their place is waited for like them', () => {
    running(missed, taken).present(co, dana).when(server, miss).thenRefused('not-now')
    const again = running(missed, taken).present(dana).when(server, miss)
    expect(again.after().chair).toEqual({ missingSince: miss.since, takenBy: null, absences: 2 })
  })
  test.each([ana, co, dana, guest])('$role does not decide it', (actor) => {
    running().present(co).when(actor, miss).thenRefused('not-allowed')
  })
})

describe('taking over', () => {
  test('is one step for a co-facilitator', () => {
    running(missed)
      .present(co)
      .when(co, take)
      .thenHappened({ ...taken, at: noon })
  })
  test('happens once when two do it at the same moment', () => {
    const first = running(missed).present(co, otherCo).when(co, take).next()
    first.when(otherCo, take).thenRefused('already-done')
    first.when(co, take).thenRefused('already-done')
  })
  test('waits until the facilitator is missed', () => {
    running().present(co).when(co, take).thenRefused('not-now')
  })
  test('gives no right over the facilitator', () => {
    running(missed, taken)
      .when(co, { type: 'person.remove', personId: ana.personId })
      .thenRefused('not-allowed')
  })
  test.each([{ ...cem, role: 'participant' } as const, guest, server])('is nothing for $role', (actor) => {
    given(session, missed).when(actor, take).thenRefused('not-allowed')
  })
})

describe('the facilitator is back', () => {
  const back = { type: 'chair.return', personId: ana.personId } as const
  test('everyone is told, whether somebody leads in their place or not', () => {
    for (const events of [[missed], [missed, taken]])
      running(...events)
        .present(ana, co)
        .when(server, back)
        .thenHappened({ ...back, type: 'chair.returned', at: noon })
    running(missed, { type: 'chair.returned', personId: ana.personId, at: noon })
      .when(server, back)
      .thenRefused('already-done')
  })
  test('not when they went again meanwhile, and not for the one who leads instead', () => {
    running(missed, taken).present(co).when(server, back).thenRefused('not-now')
    running(missed, taken)
      .present(ana, co)
      .when(server, { ...back, personId: co.personId })
      .thenRefused('not-now')
    running(missed).when(ana, back).thenRefused('not-allowed')
  })
  test('and leads again in one step', () => {
    const scene = running(missed, taken, { type: 'chair.returned', personId: ana.personId, at: noon })
    scene.when(ana, take).thenHappened({ type: 'chair.handed-back', at: noon })
    scene.when(ana, take).next().when(ana, take).thenRefused('already-done')
  })
})

test('who leads in somebody’s place and facilitates no longer leads no longer', () => {
  running(missed, taken)
    .when(ana, { type: 'person.demote', personId: co.personId })
    .thenHappened(
      { type: 'person.demoted', personId: co.personId, at: noon },
      { type: 'chair.handed-back', at: noon },
    )
})
