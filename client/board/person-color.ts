// The colour a person has on the board: their department's, ink for those without one.
import { departmentPlace, departmentStyle } from '#client/ui/department-shapes.ts'

export function personColor(
  departments: readonly { departmentId: string }[],
  departmentId: string | null,
): string {
  const place = departmentPlace(departments, departmentId)
  return place < 0 ? 'var(--mantine-color-text)' : departmentStyle(place).color
}

/** Of text upon that colour. */
export const onPersonColor = (color: string): string =>
  color.includes('--runde-dept-') ? color.replace(/\)$/, '-on)') : 'var(--mantine-color-body)'
