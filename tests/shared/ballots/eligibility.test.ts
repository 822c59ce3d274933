// Whoever came in by a link that somebody else made may vote in later polls; everybody is told of how many that is so.
import { expect, test } from 'vitest'
import { newlySeated } from '#shared/ballots/eligibility.ts'
import type { Session } from '#shared/facilitation/sessions.ts'
import { apply, emptyWorkshop } from '#shared/facilitation/workshop.ts'
import { cem, dana, eva, opening } from '#tests/shared/facilitation/scene.ts'

const { people } = opening.reduce(apply, emptyWorkshop)
const cameBack = (...times: [typeof cem, number][]) =>
  ({
    ...people,
    ...Object.fromEntries(
      times.map(([{ personId }, takenUpAt]) => [personId, { ...people[personId], takenUpAt }]),
    ),
  }) as typeof people // the same people, each with a moment more
const session = (number: number, startedAt: number, endedAt: number | null): Session => ({
  number,
  startedAt,
  endedAt,
  attended: [],
  agenda: null,
  archive: null,
})
const sessions = { plannedFor: null, all: [session(1, 100, 200), session(2, 300, null)] }
const poll = { eligible: [cem, dana, eva].map(({ personId }) => personId), openedAt: 350 }

test('counts those who came back since the session of the poll began, among those who could vote', () => {
  expect(newlySeated(poll, { people, sessions })).toBe(0)
  expect(newlySeated(poll, { people: cameBack([cem, 150], [dana, 320], [eva, 360]), sessions })).toBe(2)
  const others = { ...poll, eligible: [eva.personId] }
  expect(newlySeated(others, { people: cameBack([dana, 320]), sessions })).toBe(0)
})

test('does not count who came back after the session of the poll was over', () => {
  const before = { ...poll, openedAt: 150 }
  expect(newlySeated(before, { people: cameBack([cem, 120], [dana, 320]), sessions })).toBe(1)
})

test('counts everybody who ever came back in a poll before the first session', () => {
  expect(newlySeated({ ...poll, openedAt: 50 }, { people: cameBack([cem, 20]), sessions })).toBe(1)
})
