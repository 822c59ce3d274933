// Who may come in, who is sent out, who becomes a co-facilitator: rules and refusals.
import { describe, expect, test } from 'vitest'
import type { Event } from '#shared/facilitation/events.ts'
import { apply } from '#shared/facilitation/workshop.ts'
import { PersonId } from '#shared/ids.ts'
import { ana, ben, cem, dana, given, guest, minute, noon, sales, server, service } from './scene.ts'

const promoted = (personId: PersonId): Event => ({ type: 'person.promoted', personId, at: noon - minute })
const removed = (personId: PersonId): Event => ({ type: 'person.removed', personId, at: noon - minute })
const locked: Event = { type: 'door.locked', at: noon - minute }
const newcomer = PersonId.parse('newc0mer00000000')
const join = (role: 'participant' | 'observer' | 'facilitator', isCo?: true) =>
  ({ type: 'person.join', personId: newcomer, role, ...(isCo && { isCo }), departmentId: sales }) as const

describe('co-facilitators', () => {
  test('the facilitator makes a participant one, and a participant again', () => {
    const scene = given()
    const after = scene.when(ana, { type: 'person.promote', personId: cem.personId }).next()
    expect(after.workshop.people[cem.personId]).toMatchObject({
      role: 'facilitator',
      isCo: true,
      departmentId: service,
    })
    const back = after.when(ana, { type: 'person.demote', personId: cem.personId }).after()
    expect(back.people[cem.personId]).toEqual(scene.workshop.people[cem.personId])
  })
  test('may do what a facilitator does from that moment on, and no longer what a participant does', () => {
    const asCo = { ...cem, role: 'facilitator' } as const
    given(promoted(cem.personId)).when(asCo, { type: 'agenda.start' }).events()
    given(promoted(cem.personId)).when(cem, { type: 'hand.raise' }).thenRefused('not-allowed')
    given().when(asCo, { type: 'agenda.start' }).thenRefused('not-allowed')
  })
  test('come by a link of their own', () => {
    const { people } = given().when(server, join('facilitator', true)).after()
    expect(people[newcomer]).toMatchObject({ role: 'facilitator', isCo: true })
  })
  test('a hand that is up goes down: facilitators give the floor and do not wait for it', () => {
    given({ type: 'hand.raised', personId: cem.personId, at: noon })
      .when(ana, { type: 'person.promote', personId: cem.personId })
      .thenHappened(
        { type: 'person.promoted', personId: cem.personId, at: noon },
        { type: 'hand.lowered', personId: cem.personId },
      )
  })
  test('whoever is followed and facilitates no longer is followed no longer', () => {
    given(promoted(cem.personId), { type: 'lead.started', personId: cem.personId, at: noon })
      .when(ana, { type: 'person.demote', personId: cem.personId })
      .thenHappened(
        { type: 'person.demoted', personId: cem.personId, at: noon },
        { type: 'lead.ended', at: noon },
      )
  })
  test('do not change roles, and send no facilitator out', () => {
    const co = { ...cem, role: 'facilitator' } as const
    const scene = given(promoted(cem.personId), promoted(dana.personId))
    scene.when(co, { type: 'person.promote', personId: guest.personId }).thenRefused('not-allowed')
    scene.when(co, { type: 'person.demote', personId: dana.personId }).thenRefused('not-allowed')
    scene.when(co, { type: 'person.demote', personId: cem.personId }).thenRefused('not-allowed')
    for (const { personId } of [ana, dana])
      scene.when(co, { type: 'person.remove', personId }).thenRefused('not-allowed')
  })
  test('are made of participants only', () => {
    const scene = given(promoted(cem.personId))
    scene.when(ana, { type: 'person.promote', personId: cem.personId }).thenRefused('already-done')
    scene.when(ana, { type: 'person.promote', personId: guest.personId }).thenRefused('not-now')
    scene.when(ana, { type: 'person.promote', personId: newcomer }).thenRefused('not-found')
    scene.when(ana, { type: 'person.demote', personId: ben.personId }).thenRefused('not-now')
  })
  test.each([cem, guest, server])('$role makes nobody anything', (actor) => {
    given().when(actor, { type: 'person.promote', personId: dana.personId }).thenRefused('not-allowed')
  })
})

describe('removing somebody', () => {
  test('lowers their hand, ends their turn and their lead', () => {
    given(
      { type: 'hand.raised', personId: cem.personId, at: noon },
      { type: 'hand.called', personId: cem.personId, at: noon },
    )
      .when(ana, { type: 'person.remove', personId: cem.personId })
      .thenHappened(
        { type: 'person.removed', personId: cem.personId, at: noon },
        { type: 'floor.yielded', personId: cem.personId, at: noon },
      )
    given({ type: 'lead.started', personId: ben.personId, at: noon })
      .when(ana, { type: 'person.remove', personId: ben.personId })
      .thenHappened(
        { type: 'person.removed', personId: ben.personId, at: noon },
        { type: 'lead.ended', at: noon },
      )
  })
  test('leaves nothing they may do, in any role', () => {
    for (const role of ['participant', 'facilitator', 'observer'] as const)
      given(removed(cem.personId))
        .when({ ...cem, role }, { type: 'hand.raise' })
        .thenRefused('not-allowed')
  })
  test('leaves open answers as they were given', () => {
    const poll: Event = {
      type: 'poll.opened',
      pollId: '1'.padStart(32, '0'),
      mode: 'open',
      question: 'Wie sicher?',
      questionKey: 'sure',
      phase: 'during',
      scale: { min: 1, max: 5, lowLabel: 'nicht', highLabel: 'sehr' },
      closesAt: null,
      at: noon,
    } as Event
    const answered = {
      type: 'poll.answered',
      pollId: '1'.padStart(32, '0'),
      personId: cem.personId,
      choice: 4,
    } as Event
    const before = given(poll, answered).workshop
    expect(apply(before, removed(cem.personId)).polls).toEqual(before.polls)
  })
  test('is taken back: the same person, with everything they were', () => {
    const { workshop } = given()
    const back = given(removed(cem.personId))
      .when(ana, { type: 'person.readmit', personId: cem.personId })
      .after()
    expect(back).toEqual(workshop)
  })
  test('happens once, to those who are there, and never to oneself', () => {
    const scene = given(removed(cem.personId))
    scene.when(ana, { type: 'person.remove', personId: cem.personId }).thenRefused('already-done')
    scene.when(ana, { type: 'person.remove', personId: newcomer }).thenRefused('not-found')
    scene.when(ana, { type: 'person.remove', personId: ana.personId }).thenRefused('not-now')
    given().when(ana, { type: 'person.readmit', personId: cem.personId }).thenRefused('already-done')
  })
  test.each([cem, guest, server])('$role removes nobody', (actor) => {
    given().when(actor, { type: 'person.remove', personId: dana.personId }).thenRefused('not-allowed')
  })
})

describe('a locked room', () => {
  test('lets nobody new in, but facilitators', () => {
    for (const role of ['participant', 'observer'] as const)
      given(locked).when(server, join(role)).thenRefused('not-now')
    given(locked).when(server, join('facilitator')).events()
    given(locked).when(server, join('facilitator', true)).events()
  })
  test('leaves everybody who is in as they are', () => {
    given(locked).when(cem, { type: 'hand.raise' }).events()
  })
  test('is opened again', () => {
    const open = given(locked).when(ana, { type: 'door.unlock' }).next()
    open.when(server, join('participant')).events()
    open.when(ana, { type: 'door.unlock' }).thenRefused('already-done')
    given(locked).when(ben, { type: 'door.lock' }).thenRefused('already-done')
  })
  test('says that somebody knocks, not more than once in ten seconds', () => {
    const knocked = given(locked).when(server, { type: 'door.knock' }).next()
    expect(knocked.workshop.door.knockedAt).toBe(noon)
    knocked.when(server, { type: 'door.knock' }).thenRefused('already-done')
    knocked
      .at(noon + 10_000)
      .when(server, { type: 'door.knock' })
      .events()
    expect(knocked.when(ana, { type: 'door.unlock' }).after().door.knockedAt).toBeNull()
    given().when(server, { type: 'door.knock' }).thenRefused('not-now')
    given(locked).when(cem, { type: 'door.knock' }).thenRefused('not-allowed')
  })
  test.each([cem, guest, server])('$role does not lock it', (actor) => {
    given().when(actor, { type: 'door.lock' }).thenRefused('not-allowed')
  })
})

describe('erasing somebody', () => {
  test('lowers their hand, and they are among nobody that can be called back', () => {
    const scene = given({ type: 'hand.raised', personId: cem.personId, at: noon }).when(server, {
      type: 'person.erase',
      personId: cem.personId,
    })
    scene.thenHappened(
      { type: 'person.erased', personId: cem.personId, at: noon },
      { type: 'hand.lowered', personId: cem.personId },
    )
    const after = scene.next()
    expect(after.workshop.people[cem.personId]).toBeUndefined()
    after.when(ana, { type: 'person.readmit', personId: cem.personId }).thenRefused('already-done')
    after.when(server, { type: 'person.erase', personId: cem.personId }).thenRefused('already-done')
  })
  test('reaches who was removed before, and nobody who was never here', () => {
    const scene = given(removed(cem.personId))
    const { door } = scene.when(server, { type: 'person.erase', personId: cem.personId }).after()
    expect(door.removed[cem.personId]).toMatchObject({ isErased: true, departmentId: service })
    scene.when(server, { type: 'person.erase', personId: newcomer }).thenRefused('not-found')
  })
})
