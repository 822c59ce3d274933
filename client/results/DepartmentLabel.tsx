// A department in a report: its shape, its colour and its name.
import { useContext } from 'react'
import { DepartmentShape } from '#client/ui/DepartmentShape.tsx'
import type { TouchpointResult } from '#shared/results/map-results.ts'
import classes from './DepartmentLabel.module.css'
import { Typed } from './Typed.tsx'
import { WorkshopDepartments } from './workshop-departments.ts'

export function DepartmentLabel({ department }: { department: TouchpointResult['department'] }) {
  const place = useDepartmentPlace()
  if (!department) return <span className={classes.none}>–</span>
  return (
    <span className={classes.label}>
      <DepartmentShape place={place(department.departmentId)} />
      <Typed>{department.title}</Typed>
    </span>
  )
}

/** Its place in the workshop's list, which gives it shape and colour; -1 for one that is not there. */
export function useDepartmentPlace(): (departmentId: string | null) => number {
  const departments = useContext(WorkshopDepartments)
  return (departmentId) =>
    departmentId === null
      ? -1
      : departments.findIndex((department) => department.departmentId === departmentId)
}
