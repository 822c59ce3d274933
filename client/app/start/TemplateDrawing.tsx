// A template's map drawn small: its stages, whose cards stand where, and how the emotion curve runs.
import { departmentStyle } from '#client/ui/department-shapes.ts'
import type { TemplateCard } from '#shared/templates/template.ts'

const width = 240
const height = 96
const margin = 14
const gap = 6
const rowHeight = 11
const mostRows = 3
const curveMiddle = 76
const curveStep = 5.5

type Props = { sketch: TemplateCard['sketch']; className?: string | undefined }

export function TemplateDrawing({ sketch, className }: Props) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {sketch.length === 0 ? <EmptyBoard /> : <SmallMap sketch={sketch} />}
    </svg>
  )
}

function SmallMap({ sketch }: { sketch: TemplateCard['sketch'] }) {
  const column = (width - 2 * margin - gap * (sketch.length - 1)) / sketch.length
  const stages = sketch.map((stage, index) => ({ ...stage, x: margin + index * (column + gap) }))
  const points = stages.flatMap(({ emotion, x }) =>
    emotion === null ? [] : [{ x: x + column / 2, y: curveMiddle - emotion * curveStep }],
  )
  return (
    <>
      {stages.map(({ x, cards }) => (
        <g key={x}>
          <path d={`M${x} 12h${column}`} stroke="var(--mantine-color-text)" strokeWidth={2} />
          {cards.slice(0, mostRows).map((place, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing that never changes; cards have no other name here.
            <g key={row} transform={`translate(${x} ${18 + row * (rowHeight + 2)})`}>
              <rect width={column} height={rowHeight} rx={2} fill="var(--runde-card)" />
              <SmallShape place={place} />
            </g>
          ))}
        </g>
      ))}
      <path d={smoothCurve(points)} fill="none" stroke="var(--mantine-color-text)" strokeWidth={1.6} />
    </>
  )
}

function SmallShape({ place }: { place: number }) {
  if (place < 0) return null
  const { path, color } = departmentStyle(place)
  return <path d={path} fill={color} transform="translate(3.5 2.5) scale(.38)" />
}

function EmptyBoard() {
  const columns = Array.from({ length: 13 }, (_, index) => margin + index * 17.6)
  const rows = Array.from({ length: 5 }, (_, index) => 13 + index * 17.6)
  const dots = rows.flatMap((y) => columns.map((x) => `M${x} ${y}h.01`)).join('')
  return (
    <path d={dots} stroke="var(--mantine-color-default-border)" strokeWidth={1.8} strokeLinecap="round" />
  )
}

type Point = { x: number; y: number }

/** Level at every point, so that the line never shows a feeling that nobody entered. */
function smoothCurve(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1]
      if (!before) return `M${x} ${y}`
      const middle = (before.x + x) / 2
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`
    })
    .join('')
}
