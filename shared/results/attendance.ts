// Who was there: counted by role and by department, never named.
import { z } from 'zod'
import type { Department } from '#shared/access/api.ts'
import type { Person } from '#shared/facilitation/people.ts'
import { Count, DepartmentRef } from './values.ts'

export const Attendance = z.object({
  facilitators: Count,
  participants: Count,
  observers: Count,
  /** Facilitators and participants; every department of the workshop, in its order, those that were not there with 0. */
  byDepartment: z.array(z.object({ department: DepartmentRef, people: Count })),
  /** Facilitators and participants who named no department. */
  withoutDepartment: Count,
})
export type Attendance = z.infer<typeof Attendance>

export function attendanceOf(people: readonly Person[], departments: readonly Department[]): Attendance {
  const inRoom = people.filter(isInRoom)
  const byDepartment = departments.map((department) => ({
    department,
    people: inRoom.filter((person) => person.departmentId === department.departmentId).length,
  }))
  return {
    facilitators: countOf(people, 'facilitator'),
    participants: countOf(people, 'participant'),
    observers: countOf(people, 'observer'),
    byDepartment,
    withoutDepartment: byDepartment.reduce((rest, { people: there }) => rest - there, inRoom.length),
  }
}

/** Takes part, and does not only watch. */
export const isInRoom = ({ role }: Person): boolean => role !== 'observer'

const countOf = (people: readonly Person[], role: Person['role']): number =>
  people.filter((person) => person.role === role).length
