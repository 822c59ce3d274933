// A department's shape within a drawing: its colour and its outline, never one without a label nearby.
import type { Palette } from '#client/board/palette.ts'
import { departmentPaths, departmentPlace, departmentStyle } from '#client/ui/department-shapes.ts'

type Props = {
  departmentId: string | null
  departments: readonly { departmentId: string }[]
  palette: Palette
  x: number
  y: number
  size?: number
}

export function DrawnDepartment({ departmentId, departments, palette, x, y, size = 14 }: Props) {
  const place = departmentPlace(departments, departmentId)
  const { path, isOutlined } = departmentStyle(Math.max(0, place))
  const color =
    place < 0 ? palette.border : (palette.departments[place % departmentPaths.length] ?? palette.text)
  const isHollow = isOutlined || place < 0
  return (
    <path
      d={place < 0 ? departmentPaths[0] : path}
      transform={`translate(${x} ${y}) scale(${size / 16})`}
      strokeWidth={isHollow ? 1.8 : 0.8}
      strokeLinejoin="round"
      style={{ fill: isHollow ? 'none' : color, stroke: color }}
    />
  )
}

export function departmentTitle(
  departments: readonly { departmentId: string; title: string }[],
  departmentId: string | null,
): string | null {
  return departments.find((department) => department.departmentId === departmentId)?.title ?? null
}
