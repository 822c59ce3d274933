// How many of those who are here belong to which department, for the top bar.
import type { Department } from '#shared/access/api.ts'
import type { People } from '#shared/facilitation/people.ts'
import type { PersonId } from '#shared/ids.ts'

/** `place` in the workshop's list, -1 and no title for people without a department. Observers are not counted. */
export type DepartmentCount = { place: number; title: string | null; count: number }

/** In the order of the workshop's list, people without a department last; departments without anybody are left out. */
export function countByDepartment(room: {
  people: People
  present: readonly PersonId[]
  departments: readonly Department[]
}): DepartmentCount[] {
  const here = room.present
    .map((personId) => room.people[personId])
    .filter((person) => person !== undefined && person.role !== 'observer')
  const placeOf = (departmentId: string | null | undefined) =>
    room.departments.findIndex((department) => department.departmentId === departmentId)
  const places = here.map((person) => placeOf(person?.departmentId))
  const counts = room.departments.map(({ title }, place) => ({
    place,
    title,
    count: places.filter((one) => one === place).length,
  }))
  const others = { place: -1, title: null, count: places.filter((one) => one === -1).length }
  return [...counts, others].filter(({ count }) => count > 0)
}
