// Who is in the workshop, what only the server may do, and the first event of all.
import { describe, expect, test } from 'vitest'
import { Command } from '#shared/facilitation/commands.ts'
import { eligible } from '#shared/facilitation/people.ts'
import {
  ana,
  cem,
  dana,
  fold,
  founding,
  given,
  givenNothing,
  guest,
  noon,
  opening,
  sales,
  server,
  stranger,
} from './scene.ts'

describe('founding', () => {
  test('the server creates a workshop, once', () => {
    const scene = givenNothing().when(server, founding)
    scene.thenHappened({ ...founding, type: 'workshop.created', at: noon })
    expect(scene.after().info).toEqual({
      title: founding.title,
      language: 'de',
      templateId: 'support-case',
      departments: founding.departments,
      minimumGroup: 5,
      createdAt: noon,
    })
    given().when(server, founding).thenRefused('already-done')
  })
  test('people do not', () => {
    given().when(ana, founding).thenRefused('not-allowed')
    givenNothing().when(stranger, founding).thenRefused('not-allowed')
  })
  test('a minimum group below three is not of the protocol', () => {
    expect(Command.safeParse({ ...founding, minimumGroup: 3 }).success).toBe(true)
    expect(Command.safeParse({ ...founding, minimumGroup: 2 }).success).toBe(false)
  })
})

describe('people', () => {
  const join = {
    type: 'person.join',
    personId: stranger.personId,
    role: 'participant',
    departmentId: sales,
  } as const

  test('join through the server, once', () => {
    given()
      .when(server, join)
      .thenHappened({ ...join, type: 'person.joined', at: noon })
    given()
      .when(server, { ...join, personId: cem.personId })
      .thenRefused('already-done')
  })
  test('do not join by a command of their own or of a facilitator', () => {
    given().when(ana, join).thenRefused('not-allowed')
    given().when(stranger, join).thenRefused('not-allowed')
  })
  test('who have not joined may do nothing', () => {
    given().when(stranger, { type: 'hand.raise' }).thenRefused('not-allowed')
  })
  test('may not act in a role that is not theirs', () => {
    given()
      .when({ ...cem, role: 'facilitator' }, { type: 'agenda.start' })
      .thenRefused('not-allowed')
    given()
      .when({ ...guest, role: 'participant' }, { type: 'hand.raise' })
      .thenRefused('not-allowed')
  })
  test('are eligible as connected participants, sorted by id', () => {
    const { people } = fold(opening)
    const present = [guest, dana, stranger, ana, cem].map(({ personId }) => personId)
    expect(eligible(people, present)).toEqual([cem.personId, dana.personId])
  })
  test('are eligible once, on however many devices', () => {
    const { people } = fold(opening)
    expect(eligible(people, [cem.personId, cem.personId])).toEqual([cem.personId])
  })
})

test.each([
  [{}],
  [{ type: 'agenda.restart' }],
  [{ type: 'hand.call', personId: 'cem' }],
  [{ type: 'hand.call', personId: '__proto__' }],
  [{ type: 'poll.answer', pollId: '0'.repeat(32), choice: 6 }],
  [{ type: 'poll.answer', pollId: '0'.repeat(32), choice: 2.5 }],
  [{ type: 'agenda.extend', itemId: 'welcome', addMs: -60_000 }],
  [null],
  ['hand.raise'],
])('%j is not of the protocol', (message) => {
  expect(Command.safeParse(message).success).toBe(false)
})
