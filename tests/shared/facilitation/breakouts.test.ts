// Breakout groups: who is put where, what the clock says, who is called back, and what happens to latecomers.
import { describe, expect, test } from 'vitest'
import type { BreakoutCommand } from '#shared/facilitation/breakouts.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { type PersonId, ShapeId } from '#shared/ids.ts'
import {
  ana,
  cem,
  dana,
  eva,
  fee,
  given,
  greta,
  guest,
  hanna,
  joinedFor,
  minute,
  noon,
  sales,
  server,
  stranger,
} from './scene.ts'

const [left, right, third] = ['a', 'b', 'c'].map((id) => ShapeId.parse(`shape:${id}`)) as [
  ShapeId,
  ShapeId,
  ShapeId,
]
const two = [
  { frameId: left, title: 'Verfügbarkeit' },
  { frameId: right, title: 'Störung' },
]
const drawn = [greta, ana, fee, cem, guest, hanna, dana, eva].map(({ personId }) => personId)
const prepare = (by: 'random' | 'department' | 'hand' = 'random', order: PersonId[] | undefined = drawn) =>
  ({ type: 'breakout.prepare', by, groups: two, ...(order && { drawn: order }) }) as const
const ids = (...people: { personId: PersonId }[]) => people.map(({ personId }) => personId)
const prepared = (first: PersonId[], second: PersonId[]): Event => ({
  type: 'breakout.prepared',
  groups: [
    { frameId: left, title: 'Verfügbarkeit', members: first },
    { frameId: right, title: 'Störung', members: second },
  ],
  at: noon - minute,
})
const started: Event = { type: 'breakout.started', endsAt: noon + 10 * minute, at: noon - minute }
const members = ({ breakouts }: Workshop) => breakouts?.groups.map((group) => group.members)
const atWork = given(prepared(ids(cem, dana, eva), ids(fee, greta)), started)

describe('making groups', () => {
  test('deals the participants who are here in the order that was drawn', () => {
    const { after } = given().when(ana, prepare())
    expect(members(after())).toEqual([ids(greta, cem, dana), ids(fee, hanna, eva)])
  })
  test('mixes departments: those of one go to different groups', () => {
    const groups = members(
      given(...joinedFor(sales, [cem, dana]))
        .when(ana, prepare('department'))
        .after(),
    )
    expect(groups?.map((group) => group.filter((id) => ids(cem, dana).includes(id)).length)).toEqual([1, 1])
    expect(groups?.map(({ length }) => length)).toEqual([3, 3])
  })
  test('by hand puts nobody anywhere', () => {
    expect(members(given().when(ana, prepare('hand')).after())).toEqual([[], []])
  })
  test('is the server’s draw: a browser waits for it', () => {
    given().when(ana, { type: 'breakout.prepare', by: 'random', groups: two }).thenRefused('server-only')
  })
  test('needs a frame for each', () => {
    const groups = [two[0], two[0]] as typeof two
    given()
      .when(ana, { ...prepare(), groups })
      .thenRefused('invalid')
  })
  test('can be done again until they are at work', () => {
    given(prepared([], [])).when(ana, prepare()).events()
    atWork.when(ana, prepare()).thenRefused('not-now')
    given(prepared([], []), started, { type: 'breakout.ended', at: noon }).when(ana, prepare()).events()
  })
})

describe('moving people', () => {
  test('takes them out of the group they were in', () => {
    const after = atWork.when(ana, { type: 'breakout.move', personId: cem.personId, frameId: right }).after()
    expect(members(after)).toEqual([ids(dana, eva), ids(fee, greta, cem)])
  })
  test('only of participants, to a group that is there', () => {
    const move = (personId: PersonId, frameId: ShapeId) =>
      ({ type: 'breakout.move', personId, frameId }) as const
    atWork.when(ana, move(cem.personId, left)).thenRefused('already-done')
    atWork.when(ana, move(cem.personId, third)).thenRefused('not-found')
    atWork.when(ana, move(guest.personId, left)).thenRefused('not-now')
    given().when(ana, move(cem.personId, left)).thenRefused('not-found')
  })
  test('whoever is removed or facilitates from now on is in no group', () => {
    for (const type of ['person.remove', 'person.promote'] as const)
      expect(members(atWork.when(ana, { type, personId: cem.personId }).after())?.[0]).toEqual(ids(dana, eva))
  })
})

describe('at work', () => {
  test('begins for everyone who is here: whoever has no group goes to the smallest', () => {
    const scene = given(prepared(ids(cem, dana), [])).when(ana, { type: 'breakout.start', minutes: 15 })
    expect(members(scene.after())).toEqual([ids(cem, dana, greta), ids(eva, fee, hanna)])
    expect(scene.after().breakouts).toMatchObject({ startedAt: noon, endsAt: noon + 15 * minute })
    scene.next().when(ana, { type: 'breakout.start', minutes: 15 }).thenRefused('already-done')
  })
  test('latecomers go to the smallest group, once, and nobody loses theirs by coming back', () => {
    const arrive = (personId: PersonId) => ({ type: 'breakout.arrive', personId }) as const
    atWork
      .when(server, arrive(hanna.personId))
      .thenHappened({ type: 'breakout.moved', personId: hanna.personId, frameId: right })
    atWork.when(server, arrive(cem.personId)).thenRefused('already-done')
    atWork.when(server, arrive(ana.personId)).thenRefused('already-done')
    atWork.when(server, arrive(stranger.personId)).thenRefused('already-done')
    given(prepared([], [])).when(server, arrive(hanna.personId)).thenRefused('not-now')
    atWork.when(hanna, arrive(hanna.personId)).thenRefused('not-allowed')
  })
  test('time is added to what is left, or to now when it is over', () => {
    const extend = { type: 'breakout.extend', addMs: 2 * minute } as const
    atWork.when(ana, extend).thenHappened({ type: 'breakout.extended', endsAt: noon + 12 * minute })
    atWork
      .at(noon + 20 * minute)
      .when(ana, extend)
      .thenHappened({ type: 'breakout.extended', endsAt: noon + 22 * minute })
    given(prepared([], [])).when(ana, extend).thenRefused('not-now')
  })
  test('everyone is called back once, and the groups are over when a facilitator says so', () => {
    const back = { type: 'breakout.call-back', seconds: 60 } as const
    const called = atWork.when(ana, back)
    called.thenHappened({ type: 'breakout.called-back', backAt: noon + minute, at: noon })
    called.next().when(ana, back).thenRefused('not-now')
    called.next().when(ana, { type: 'breakout.extend', addMs: minute }).thenRefused('not-now')
    const over = called.next().when(ana, { type: 'breakout.end' }).next()
    over.when(ana, { type: 'breakout.end' }).thenRefused('not-found')
  })
  test('a group is renamed', () => {
    atWork
      .when(ana, { type: 'breakout.rename', frameId: left, title: 'Neu' })
      .thenHappened({ type: 'breakout.renamed', frameId: left, title: 'Neu' })
    atWork.when(ana, { type: 'breakout.rename', frameId: third, title: 'Neu' }).thenRefused('not-found')
  })
})

test('only facilitators make, move, call and end', () => {
  const commands: BreakoutCommand[] = [
    prepare(),
    { type: 'breakout.move', personId: cem.personId, frameId: right },
    { type: 'breakout.rename', frameId: left, title: 'Neu' },
    { type: 'breakout.start', minutes: 5 },
    { type: 'breakout.extend', addMs: minute },
    { type: 'breakout.call-back', seconds: 60 },
    { type: 'breakout.end' },
  ]
  for (const actor of [cem, guest, server])
    for (const command of commands) atWork.when(actor, command).thenRefused('not-allowed')
})
