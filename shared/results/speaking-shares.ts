// Who spoke how much, by department and never by person: a department with one person is counted among the others.
import { z } from 'zod'
import type { Department } from '#shared/access/api.ts'
import type { Person } from '#shared/facilitation/people.ts'
import type { PersonId } from '#shared/ids.ts'
import { DepartmentRef } from './values.ts'

export const SpeakingShare = z.object({
  /** Null: everyone else together, where a department of its own would be a single person. */
  department: DepartmentRef.nullable(),
  people: z.number().int().min(2),
  /** Shares from 0 to 1 of all time spoken in finished turns, and of the people in the room. */
  ofTime: z.number().min(0).max(1),
  ofPeople: z.number().min(0).max(1),
})
export type SpeakingShare = z.infer<typeof SpeakingShare>

/** Why there are shares, or none. */
export const SpeakingOutcome = z.enum([
  'shown',
  /** Nobody was given the floor in the speaking queue. */
  'nobody-spoke',
  /** Nobody was there, or the session has not begun. */
  'not-recorded',
  /** Somebody spoke, and every figure would be one person's. */
  'withheld',
])
export type SpeakingOutcome = z.infer<typeof SpeakingOutcome>

type Group = { department: Department | null; people: readonly Person[] }

/** Fewest people whose time may be shown as one figure. */
export const smallestGroup = 2

/** Who spoke is counted only where the floor is given: in the queue, from the beginning of the session on. */
export function speakingOutcome(
  people: readonly Person[],
  spokenMs: Readonly<Record<PersonId, number>>,
  { hasBegun, shares }: { hasBegun: boolean; shares: readonly SpeakingShare[] },
): SpeakingOutcome {
  if (shares.length > 0) return 'shown'
  if (people.some(({ personId }) => (spokenMs[personId] ?? 0) > 0)) return 'withheld'
  return hasBegun && people.length > 0 ? 'nobody-spoke' : 'not-recorded'
}

/** Largest share of time first. Empty while nobody has spoken, and where any figure would be one person's. */
export function speakingShares(
  people: readonly Person[],
  spokenMs: Readonly<Record<PersonId, number>>,
  departments: readonly Department[],
): SpeakingShare[] {
  const timeOf = (group: readonly Person[]) =>
    group.reduce((sum, { personId }) => sum + (spokenMs[personId] ?? 0), 0)
  const total = timeOf(people)
  if (total === 0) return []
  return groupsOf(people, departments)
    .map((group) => ({
      department: group.department,
      people: group.people.length,
      ofTime: rounded(timeOf(group.people) / total),
      ofPeople: rounded(group.people.length / people.length),
    }))
    .sort((a, b) => b.ofTime - a.ofTime)
}

/** Departments of at least two, and everyone else together; empty when that cannot be had. */
function groupsOf(people: readonly Person[], departments: readonly Department[]): Group[] {
  const shown: Group[] = departments
    .map((department) => ({
      department,
      people: people.filter((person) => person.departmentId === department.departmentId),
    }))
    .filter((group) => group.people.length >= smallestGroup)
    .sort((a, b) => b.people.length - a.people.length)
  const othersIn = () => people.filter((person) => !shown.some((group) => group.people.includes(person)))
  // A single person left over would be known by subtraction, so the smallest department joins them.
  if (othersIn().length === 1) shown.pop()
  const others = othersIn()
  if (others.length === 0) return shown
  return others.length < smallestGroup ? [] : [...shown, { department: null, people: others }]
}

/** Three decimals: a tenth of a per cent. */
const rounded = (share: number): number => Math.round(share * 1000) / 1000
