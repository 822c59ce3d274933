// The silo check: departments that own touchpoints and had nobody in the room.
import type { Department } from '#shared/access/api.ts'
import type { Attendance } from './attendance.ts'
import type { KeptTouchpoints } from './kept-boards.ts'
import type { DepartmentRef } from './values.ts'

/** In the workshop's order. None while nobody has come at all: that is no silo. */
export function silosOf(
  touchpoints: KeptTouchpoints,
  {
    facilitators,
    participants,
    byDepartment,
  }: Pick<Attendance, 'facilitators' | 'participants' | 'byDepartment'>,
  departments: readonly Department[],
): DepartmentRef[] {
  if (facilitators + participants === 0) return []
  const owners = new Set([...touchpoints.values()].map(({ departmentId }) => departmentId))
  return departments.filter(
    ({ departmentId }) =>
      owners.has(departmentId) &&
      byDepartment.some(({ department, people }) => department.departmentId === departmentId && people === 0),
  )
}
