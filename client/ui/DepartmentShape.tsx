// A department's shape in its colour: filled for "here" or "done", outlined for "not yet". Always with a label or a count beside it.
import { departmentPaths, departmentStyle } from './department-shapes.ts'

type Props = {
  /** Counts from 0 in the workshop's list; -1 for a person without a department. */
  place: number
  isFilled?: boolean
  /** CSS pixels at 100 % zoom. */
  size?: number
  className?: string | undefined
}

export function DepartmentShape({ place, isFilled = true, size = 14, className }: Props) {
  const side = `${size / 16}rem`
  if (place < 0)
    return draw(side, className, departmentPaths[0], 'var(--mantine-color-default-border)', false)
  const { path, color, isOutlined } = departmentStyle(place)
  return draw(side, className, path, color, isFilled && !isOutlined)
}

const draw = (
  side: string,
  className: string | undefined,
  path: string,
  color: string,
  isFilled: boolean,
) => (
  <svg
    className={className}
    viewBox="0 0 16 16"
    aria-hidden="true"
    style={{ width: side, height: side, flex: 'none', display: 'block' }}
  >
    <path
      d={path}
      fill={isFilled ? color : 'none'}
      stroke={color}
      strokeWidth={isFilled ? 0.8 : 1.8}
      strokeLinejoin="round"
    />
  </svg>
)
