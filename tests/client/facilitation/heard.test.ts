// What facilitators see: who has not been heard, and how the time spoken is shared by department and person.
import { expect, test } from 'vitest'
import { departmentShares, notHeard, personShares } from '#client/facilitation/queue/heard.ts'
import { limitOf, speakingTime } from '#client/facilitation/queue/speaking-time.ts'
import type { Event } from '#shared/facilitation/events.ts'
import {
  ana,
  cem,
  dana,
  eva,
  everyone,
  fold,
  guest,
  noon,
  opening,
  type Somebody,
  sales,
} from '#tests/shared/facilitation/scene.ts'

const called = ({ personId }: Somebody, at: number): Event => ({ type: 'hand.called', personId, at })
const yielded = ({ personId }: Somebody, at: number): Event => ({ type: 'floor.yielded', personId, at })
const inSales = ({ personId }: Somebody): Event => ({
  type: 'person.joined',
  personId,
  role: 'participant',
  departmentId: sales,
  at: noon,
})
const { people, hands, info, feedback } = fold([
  ...opening,
  inSales(cem),
  called(cem, noon),
  yielded(cem, noon + 30_000),
  called(dana, noon + 30_000),
  yielded(dana, noon + 40_000),
  called(eva, noon + 40_000),
])

test('whoever is here and has not had the floor has not been heard; facilitators and observers are not counted', () => {
  const { waiting, all } = notHeard(
    people,
    hands,
    [ana, guest, cem, dana, eva, ...everyone.slice(5, 6)].map(({ personId }) => personId),
  )
  expect(all).toBe(4)
  expect(waiting.map(({ personId }) => personId)).toEqual(
    everyone.slice(5, 6).map(({ personId }) => personId),
  )
})

test('a department’s share of the time stands beside its share of the people', () => {
  const shares = departmentShares(people, hands, info.departments)
  expect(shares.map(({ title, ofTime }) => [title, ofTime])).toEqual([
    ['Service', 0.25],
    ['Vertrieb', 0.75],
  ])
  expect(shares.map(({ ofPeople }) => ofPeople)).toEqual([5 / 6, 1 / 6])
})

test('before anybody has spoken there are no shares', () => {
  const { people: before, hands: none } = fold(opening)
  expect(departmentShares(before, none, info.departments)).toEqual([])
  expect(personShares(none)).toEqual([])
})

test('people stand by the time they have spoken', () => {
  expect(personShares(hands)).toEqual([
    { personId: cem.personId, ms: 30_000 },
    { personId: dana.personId, ms: 10_000 },
  ])
})

test('a turn is over when its time has passed, and never without a limit', () => {
  expect(speakingTime(noon, noon + 59_900, 60_000)).toEqual({
    spokenMs: 59_000,
    limitMs: 60_000,
    isOver: false,
  })
  expect(speakingTime(noon, noon + 60_000, 60_000).isOver).toBe(true)
  expect(speakingTime(noon, noon + 600_000, null).isOver).toBe(false)
  expect(speakingTime(noon, noon - 5_000, 60_000).spokenMs).toBe(0)
})

test('in a feedback round its own time counts, else that of the queue', () => {
  const limited = { ...hands, limitSeconds: 120 }
  expect(limitOf({ hands: limited, feedback })).toBe(120_000)
  const round = {
    title: 'Und?',
    secondsEach: 30,
    startedAt: noon,
    endedAt: null,
    waiting: [cem.personId],
    done: [],
  }
  expect(limitOf({ hands: limited, feedback: round })).toBe(30_000)
  expect(limitOf({ hands: limited, feedback: { ...round, endedAt: noon } })).toBe(120_000)
})
