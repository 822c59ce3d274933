// The eight shapes and colours that departments wear, in the order of the workshop's list.

/** SVG path data in a box of 16 by 16. */
export const departmentPaths = [
  'M14.2 8A6.2 6.2 0 1 1 1.8 8A6.2 6.2 0 1 1 14.2 8z', // circle
  'M2.4 2.4h11.2v11.2H2.4z', // square
  'M8 2 14.6 13.6H1.4z', // triangle
  'M8 1.2 14.8 8 8 14.8 1.2 8z', // diamond
  'M5.7 1.6h4.6v4.1h4.1v4.6h-4.1v4.1H5.7v-4.1H1.6V5.7h4.1z', // cross
  'M1.4 12a6.6 6.6 0 0 1 13.2 0z', // half disc
  'M2.2 2.2h6a5.6 5.6 0 0 1 5.6 5.6v6h-6a5.6 5.6 0 0 1-5.6-5.6z', // leaf
  'M4.2 5h7.6a3 3 0 0 1 0 6H4.2a3 3 0 0 1 0-6z', // bar
] as const

export type DepartmentStyle = {
  path: string
  /** CSS colours, good in both schemes: the shape's, and that of text upon it. */
  color: string
  onColor: string
  /** Beyond the eighth the shapes begin again as outlines; the label beside them tells them apart. */
  isOutlined: boolean
}

/** `place` counts from 0 in the workshop's list of departments. */
export function departmentStyle(place: number): DepartmentStyle {
  const index = place % departmentPaths.length
  return {
    path: departmentPaths[index] ?? departmentPaths[0],
    color: `var(--runde-dept-${index + 1})`,
    onColor: `var(--runde-dept-${index + 1}-on)`,
    isOutlined: place >= departmentPaths.length,
  }
}

/** Where a department stands in the workshop's list; -1 for none, which is drawn as an empty grey circle. */
export function departmentPlace(
  departments: readonly { departmentId: string }[],
  departmentId: string | null,
): number {
  return departments.findIndex((department) => department.departmentId === departmentId)
}
