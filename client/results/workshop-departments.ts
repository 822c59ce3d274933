// The workshop's departments, in whose order each has its shape and colour.
import { createContext } from 'react'
import type { DepartmentRef } from '#shared/results/values.ts'

export const WorkshopDepartments = createContext<readonly DepartmentRef[]>([])
