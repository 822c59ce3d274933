// Actions: who adds, who changes, one owner at most, dates of the calendar, and what is still open.
import { describe, expect, test } from 'vitest'
import { ActionCommand, mostActions, openQuestions } from '#shared/facilitation/actions.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { ActionId, DepartmentId, PersonId } from '#shared/ids.ts'
import { ana, ben, cardShape, cem, dana, eva, given, guest, noon, sales, server, stranger } from './scene.ts'

const idOf = (number: number) => ActionId.parse(String(number).padStart(32, '0'))
const [first, second, third] = [idOf(1), idOf(2), idOf(3)] as const
const absent = PersonId.parse('kern000000000000')
const facts = {
  title: 'Zwei-Stunden-Fenster für jeden Techniktermin',
  ownerId: dana.personId,
  departmentId: sales,
  due: '2027-01-15',
  feltFrom: '2027-03-01',
  shapeId: cardShape,
}
const empty = { ...facts, ownerId: null, departmentId: null, due: null, feltFrom: null, shapeId: null }
const add = { type: 'action.add', actionId: first, ...facts } as const
const added = (actionId = first, more: Partial<typeof facts> = {}): Event => ({
  type: 'action.added',
  actionId,
  ...facts,
  ...more,
  authorId: cem.personId,
  at: noon,
})
const change = (wanted: Extract<ActionCommand, { type: 'action.change' }>['change']) =>
  ({ type: 'action.change', actionId: first, change: wanted }) as const

describe('adding', () => {
  test('participants and facilitators add, with everything or with a title alone', () => {
    given().when(cem, add).thenHappened(added())
    const outcome = given().when(ana, { ...add, ...empty })
    expect(outcome.after().actions.list).toEqual([
      {
        actionId: first,
        ...empty,
        state: 'open',
        liveSince: null,
        authorId: ana.personId,
        createdAt: noon,
      },
    ])
  })
  test('observers and the server do not', () => {
    for (const actor of [guest, server]) given().when(actor, add).thenRefused('not-allowed')
  })
  test('the owner is somebody of the workshop, or has been named as absent', () => {
    given()
      .when(cem, { ...add, ownerId: stranger.personId })
      .thenRefused('not-found')
    given()
      .when(cem, { ...add, ownerId: absent })
      .thenRefused('not-found')
    const named = given().when(server, {
      type: 'action.name-absent',
      personId: absent,
      departmentId: sales,
    })
    named.thenHappened({ type: 'action.absent-named', personId: absent, departmentId: sales })
    named
      .next()
      .when(cem, { ...add, ownerId: absent })
      .events()
    named
      .next()
      .when(server, { type: 'action.name-absent', personId: absent, departmentId: null })
      .thenRefused('already-done')
  })
  test('nobody names the absent but by way of their name, which the server takes', () => {
    for (const actor of [ana, cem, guest])
      given()
        .when(actor, { type: 'action.name-absent', personId: absent, departmentId: null })
        .thenRefused('not-allowed')
  })
  test('a department that the workshop does not have, and an id that is there, are refused', () => {
    given()
      .when(cem, { ...add, departmentId: DepartmentId.parse('billing') })
      .thenRefused('not-found')
    given(added()).when(ana, add).thenRefused('already-done')
  })
  test('there is a most', () => {
    const many = Array.from({ length: mostActions }, (_, number) => added(idOf(number + 1)))
    given(...many)
      .when(cem, { ...add, actionId: idOf(mostActions + 1) })
      .thenRefused('not-now')
  })
  test.each([
    { title: '' },
    { title: 'x'.repeat(281) },
    { title: 'two\nlines' },
    { due: '2026-02-30' },
    { due: '24.12.2026' },
    { feltFrom: '2026-13-01' },
    { actionId: 'short' },
  ])('%j is not of the protocol', (part) => {
    expect(ActionCommand.safeParse({ ...add, ...part }).success).toBe(false)
  })
})

describe('changing', () => {
  test('owner, author and facilitators change it; the others and observers do not', () => {
    for (const actor of [dana, cem, ana, ben])
      given(added())
        .when(actor, change({ due: '2027-02-01' }))
        .thenHappened({
          type: 'action.changed',
          actionId: first,
          change: { due: '2027-02-01' },
          at: noon,
        })
    for (const actor of [eva, guest, server])
      given(added())
        .when(actor, change({ due: '2027-02-01' }))
        .thenRefused('not-allowed')
  })
  test('whoever is removed stays the owner of what is there, and gets nothing new', () => {
    const removed: Event = { type: 'person.removed', personId: dana.personId, at: noon }
    const outcome = given(added(), removed).when(ana, change({ ...facts, due: '2027-02-01' }))
    expect(outcome.after().actions.list[0]).toMatchObject({ ownerId: dana.personId, due: '2027-02-01' })
    given(removed).when(ana, add).thenRefused('not-found')
  })
  test('two who change different things at once both get theirs', () => {
    const { actions } = given(added())
      .when(cem, change({ title: 'Fenster von zwei Stunden' }))
      .next()
      .when(dana, change({ ...facts, title: facts.title, due: null, ownerId: facts.ownerId }))
      .after()
    expect(actions.list[0]).toMatchObject({ title: facts.title, due: null })
    const both = given(added())
      .when(cem, change({ title: 'Fenster von zwei Stunden' }))
      .next()
      .when(dana, change({ due: null }))
      .after()
    expect(both.actions.list[0]).toMatchObject({ title: 'Fenster von zwei Stunden', due: null })
  })
  test('live since a day; whatever is live no longer has none', () => {
    const live = given(added()).when(dana, change({ state: 'live', liveSince: '2027-03-01' }))
    expect(live.after().actions.list[0]).toMatchObject({ state: 'live', liveSince: '2027-03-01' })
    const done = live.next().when(dana, change({ state: 'done' }))
    expect(done.after().actions.list[0]).toMatchObject({ state: 'done', liveSince: null })
    given(added())
      .when(dana, change({ liveSince: '2027-03-01' }))
      .thenRefused('already-done')
  })
  test('what changes nothing, what is gone, and an unknown owner are refused', () => {
    given(added())
      .when(cem, change({ title: facts.title }))
      .thenRefused('already-done')
    given()
      .when(cem, change({ title: 'Anders' }))
      .thenRefused('not-found')
    given(added())
      .when(cem, change({ ownerId: stranger.personId }))
      .thenRefused('not-found')
    given(added())
      .when(cem, change({ departmentId: DepartmentId.parse('billing') }))
      .thenRefused('not-found')
  })
})

describe('deleting and ordering', () => {
  const three = [added(), added(second), added(third)]
  const ids = (events: Event[], actor: typeof ana, command: ActionCommand) =>
    given(...events)
      .when(actor, command)
      .after()
      .actions.list.map(({ actionId }) => actionId)
  test('a deletion is undone at its old place', () => {
    const gone = given(...three).when(dana, { type: 'action.delete', actionId: second })
    expect(gone.after().actions.list).toHaveLength(2)
    gone.next().when(eva, { type: 'action.restore', actionId: second }).thenRefused('not-allowed')
    const back = gone.next().when(dana, { type: 'action.restore', actionId: second }).after()
    expect(back.actions.list.map(({ actionId }) => actionId)).toEqual([first, second, third])
    expect(back.actions.deleted).toEqual([])
  })
  test('others do not delete, and what is gone or there cannot be', () => {
    given(added()).when(eva, { type: 'action.delete', actionId: first }).thenRefused('not-allowed')
    given().when(ana, { type: 'action.delete', actionId: first }).thenRefused('not-found')
    given().when(ana, { type: 'action.restore', actionId: first }).thenRefused('not-found')
    given(added()).when(ana, { type: 'action.restore', actionId: first }).thenRefused('already-done')
  })
  test('a facilitator puts them in order', () => {
    const move = (actionId: ActionId, before: ActionId | null) =>
      ids(three, ana, { type: 'action.move', actionId, before })
    expect(move(third, first)).toEqual([third, first, second])
    expect(move(first, null)).toEqual([second, third, first])
    given(...three)
      .when(dana, { type: 'action.move', actionId: first, before: null })
      .thenRefused('not-allowed')
    given(...three)
      .when(ana, { type: 'action.move', actionId: first, before: second })
      .thenRefused('already-done')
    given(...three)
      .when(ana, { type: 'action.move', actionId: first, before: first })
      .thenRefused('already-done')
    given(added())
      .when(ana, { type: 'action.move', actionId: first, before: second })
      .thenRefused('not-found')
  })
})

test('what is open is counted', () => {
  const { actions } = given(added(), {
    ...added(second),
    ...{ ownerId: null },
  } as Event).workshop
  expect(openQuestions(actions)).toEqual({ withoutOwner: 1, withoutDate: 0 })
})
