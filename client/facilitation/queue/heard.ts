// Who has not been heard yet, and how the time spoken is shared: what facilitators see, and nobody else.
import type { Department } from '#shared/access/api.ts'
import { wasHeard } from '#shared/facilitation/choice.ts'
import type { Hands } from '#shared/facilitation/hands.ts'
import { eligible, type People, type Person } from '#shared/facilitation/people.ts'
import type { PersonId } from '#shared/ids.ts'

/** Participants who are here, and those of them who have not had the floor, in the order of joining. */
export function notHeard(
  people: People,
  hands: Hands,
  present: readonly PersonId[],
): { waiting: Person[]; all: number } {
  const here = eligible(people, present).flatMap((personId) => people[personId] ?? [])
  const waiting = here.filter(({ personId }) => !wasHeard(hands, personId))
  return { waiting: waiting.sort((a, b) => a.joinedAt - b.joinedAt), all: here.length }
}

export type Share = {
  /** Place in the workshop's list of departments; -1 for people of none. */
  place: number
  title: string | null
  /** 0 to 1 each. */
  ofTime: number
  ofPeople: number
}

/** Departments that somebody belongs to, in the order of the workshop. Empty while nobody has spoken. */
export function departmentShares(
  people: People,
  { spokenMs }: Hands,
  departments: readonly Department[],
): Share[] {
  const everyone = Object.values(people).filter(({ role }) => role === 'participant')
  const timeOf = (some: readonly Person[]) =>
    some.reduce((sum, { personId }) => sum + (spokenMs[personId] ?? 0), 0)
  const total = timeOf(everyone)
  if (total === 0) return []
  const places = [...departments.keys(), -1]
  return places.flatMap((place) => {
    const department = departments[place]
    const members = everyone.filter(({ departmentId }) =>
      department
        ? departmentId === department.departmentId
        : !departments.some((one) => one.departmentId === departmentId),
    )
    if (members.length === 0) return []
    const ofTime = timeOf(members) / total
    return { place, title: department?.title ?? null, ofTime, ofPeople: members.length / everyone.length }
  })
}

/** Everyone who has spoken, most first. */
export function personShares({ spokenMs }: Hands): { personId: PersonId; ms: number }[] {
  return Object.entries(spokenMs)
    .map(([id, ms]) => ({ personId: id as PersonId, ms })) // the keys are person ids; Object.entries forgets it
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms)
}
