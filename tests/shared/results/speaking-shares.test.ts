// Shares of speaking time show departments, and never what one person did.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '#shared/facilitation/people.ts'
import { DepartmentId, PersonId } from '#shared/ids.ts'
import { speakingOutcome, speakingShares } from '#shared/results/speaking-shares.ts'

const departments = ['service', 'sales', 'it', 'legal'].map((id) => ({
  departmentId: DepartmentId.parse(id),
  title: id,
}))
/** People of these departments, by their place in the list; null for none. Each spoke as many seconds as their place among people. */
function room(places: readonly (number | null)[]) {
  const people = places.map(
    (place, index): Person => ({
      personId: PersonId.parse(String(index).padStart(16, '0')),
      role: 'participant',
      departmentId: place === null ? null : (departments[place]?.departmentId ?? null),
      joinedAt: 0,
    }),
  )
  return {
    people,
    spokenMs: Object.fromEntries(people.map(({ personId }, index) => [personId, index * 1000])),
  }
}
const shares = (places: readonly (number | null)[]) => {
  const { people, spokenMs } = room(places)
  return speakingShares(people, spokenMs, departments)
}

test('each department of two or more has its share, the largest first', () => {
  // Seconds: 0, 1, 2, 3 of 6.
  expect(shares([0, 0, 1, 1])).toEqual([
    { department: departments[1], people: 2, ofTime: 0.833, ofPeople: 0.5 },
    { department: departments[0], people: 2, ofTime: 0.167, ofPeople: 0.5 },
  ])
})
test('single people of several departments are counted together', () => {
  expect(shares([0, 0, 1, 2]).map(({ department, people }) => [department?.title, people])).toEqual([
    [undefined, 2],
    ['service', 2],
  ])
})
test('one person left over would be known by subtraction, so the smallest department joins them', () => {
  expect(shares([0, 0, 0, 1, 1, 2]).map(({ department, people }) => [department?.title, people])).toEqual([
    [undefined, 3],
    ['service', 3],
  ])
})
test('one department and one person make one figure of all, which is no one’s', () => {
  expect(shares([0, 0, 1])).toEqual([{ department: null, people: 3, ofTime: 1, ofPeople: 1 }])
})
test('there are none while nobody has spoken, nor for a single person', () => {
  expect(shares([])).toEqual([])
  expect(shares([0])).toEqual([])
  expect(speakingShares(room([0]).people, { [PersonId.parse('0'.repeat(16))]: 5000 }, departments)).toEqual(
    [],
  )
  expect(speakingShares(room([0, 0]).people, {}, departments)).toEqual([])
})
test('whatever the room, no share is one person’s, and together they are the whole', () => {
  const place = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null))
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (places) => {
      const found = shares(places)
      for (const { people } of found) expect(people).toBeGreaterThanOrEqual(2)
      if (found.length === 0) return
      expect(found.reduce((sum, { people }) => sum + people, 0)).toBe(places.length)
      expect(found.reduce((sum, { ofTime }) => sum + ofTime, 0)).toBeCloseTo(1, 2)
      expect(new Set(found.map(({ department }) => department?.departmentId)).size).toBe(found.length)
    }),
  )
})

test('why there are no shares: nobody was there, nobody spoke, or every share would be one person’s', () => {
  const outcome = (places: readonly (number | null)[], spoken: readonly number[], hasBegun = true) => {
    const { people } = room(places)
    const spokenMs = Object.fromEntries(people.map(({ personId }, index) => [personId, spoken[index] ?? 0]))
    return speakingOutcome(people, spokenMs, {
      hasBegun,
      shares: speakingShares(people, spokenMs, departments),
    })
  }
  expect(outcome([0, 0], [1000, 0])).toBe('shown')
  expect(outcome([0, 0], [])).toBe('nobody-spoke')
  expect(outcome([0], [1000])).toBe('withheld')
  expect(outcome([], [])).toBe('not-recorded')
  expect(outcome([0, 0], [], false)).toBe('not-recorded')
})
