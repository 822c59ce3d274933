// What fields of the results are made of, and the departments that they name.
import { z } from 'zod'
import type { Department } from '#shared/access/api.ts'
import { DepartmentId } from '#shared/ids.ts'

/** ISO 8601 in UTC: "2026-11-23T13:00:00.000Z". */
export const Time = z.iso.datetime()
export const Count = z.number().int().min(0)
export const Score = z.number().min(0).max(10)
/** From 1, oldest first. */
export const SessionNumber = z.number().int().min(1)
export const AuditWords = z.array(z.string()).length(4)

/** A department by its title; the id is null where the board names one that the workshop does not have. */
export const DepartmentRef = z.object({ departmentId: DepartmentId.nullable(), title: z.string() })
export type DepartmentRef = z.infer<typeof DepartmentRef>

export type FindDepartment = (departmentId: string | null) => DepartmentRef | null

/** Null for no department; a department that the workshop does not know keeps its id as its title. */
export function departmentFinder(departments: readonly Department[]): FindDepartment {
  return (departmentId) => {
    if (departmentId === null || departmentId === '') return null
    const known = departments.find((department) => department.departmentId === departmentId)
    return known ?? { departmentId: null, title: departmentId }
  }
}

export const iso = (at: number): string => new Date(at).toISOString()
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))
