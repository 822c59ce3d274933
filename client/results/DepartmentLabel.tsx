// A department in a report: its shape, its colour and its name.
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import { departmentPlace } from '#client/ui/department-shapes.ts'
import type { Attendance } from '#shared/results/attendance.ts'
import type { TouchpointResult } from '#shared/results/map-results.ts'
import classes from './DepartmentLabel.module.css'
import { Typed } from './Typed.tsx'

type Props = { department: TouchpointResult['department']; attendance: Attendance }

export function DepartmentLabel({ department, attendance }: Props) {
  if (!department) return <span className={classes.none}>–</span>
  return (
    <span className={classes.label}>
      <DepartmentShape place={placeOf(department.departmentId, attendance)} />
      <Typed>{department.title}</Typed>
    </span>
  )
}

/** Its place in the workshop's list, which gives it shape and colour. */
export const placeOf = (departmentId: string | null, { byDepartment }: Attendance): number =>
  departmentPlace(
    byDepartment.map(({ department }) => ({ departmentId: department.departmentId ?? '' })),
    departmentId,
  )
