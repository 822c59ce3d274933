// The emotion lane of a map: its scale, and a curve for each persona, the chosen one's strong and the others' quiet.
import type { EmotionDrag } from '#client/board/emotion-drag.ts'
import type { MapView } from '#client/board/map-of.ts'
import type { Palette } from '#client/board/palette.ts'
import type { Scene } from '#client/board/scene.ts'
import { CurveMarker, curveDash } from '#client/board/shapes/CurveStyle.tsx'
import { DrawnDepartment } from '#client/board/shapes/DrawnDepartment.tsx'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { emotionPoint, smoothPath } from '#client/board/shapes/emotion-curve.ts'
import { type EmotionLine, emotionLines } from '#client/board/shapes/emotion-lines.ts'
import { emotionLane, firstColumn, laneLabelWidth, laneTitleHeight } from '#shared/board/card-size.ts'
import { clipText, textWidth } from '#shared/board/text-lines.ts'

type Props = {
  view: MapView
  laneY: number
  palette: Palette
  scene: Scene
  /** Whose curve is strong. */
  chosenId: string | null
  drag: EmotionDrag | null
}

export function EmotionDrawing({ view, laneY, palette, scene, chosenId, drag }: Props) {
  const lines = emotionLines(view, laneY, drag)
  const isStrong = ({ personaId }: EmotionLine) => personaId === chosenId || lines.length === 1
  const zero = emotionPoint(0, laneY, 0).y
  return (
    <>
      <path
        d={`M${firstColumn} ${zero}H${view.layout.width}`}
        strokeWidth={1.5}
        strokeDasharray="1 5"
        strokeLinecap="round"
        style={{ stroke: palette.border }}
      />
      <Scale {...{ view, palette, scene, laneY }} />
      {/* What is drawn last lies on top. */}
      {lines
        .toSorted((one, other) => Number(isStrong(one)) - Number(isStrong(other)))
        .map((line) => (
          <Curve
            key={line.personaId}
            {...{ line, palette, scene }}
            isStrong={isStrong(line)}
            isOnly={lines.length === 1}
          />
        ))}
      {lines.length > 1 && <Names {...{ lines, isStrong, palette }} />}
    </>
  )
}

type CurveProps = { line: EmotionLine; palette: Palette; scene: Scene; isStrong: boolean; isOnly: boolean }

function Curve({ line: { points, order }, palette, scene, isStrong, isOnly }: CurveProps) {
  const color = isStrong ? palette.text : palette.dimmed
  const lowest = isStrong ? points.toSorted((one, other) => other.y - one.y)[0] : undefined
  return (
    <>
      <path
        d={smoothPath(points)}
        fill="none"
        strokeWidth={isStrong ? 2 : 1.5}
        strokeDasharray={curveDash(order)}
        style={{ stroke: color }}
        strokeLinecap="round"
      />
      {points.map(({ stageId, x, y, departmentId }) => (
        <g key={stageId}>
          <circle cx={x} cy={y} r={10} style={{ fill: palette.board }} />
          {isOnly && departmentId !== null ? (
            <DrawnDepartment
              {...{ departmentId, palette }}
              departments={scene.departments}
              x={x - 7}
              y={y - 7}
            />
          ) : (
            <CurveMarker {...{ order, x, y, color }} background={palette.board} scale={isStrong ? 1 : 0.85} />
          )}
        </g>
      ))}
      {lowest && lowest.emotion < 0 && (
        <DrawnText
          lines={[scene.say('lowestPoint')]}
          x={lowest.x}
          y={lowest.y + 11}
          size={13}
          lineHeight={16}
          style="medium92"
          anchor="middle"
          fill={palette.text}
        />
      )}
    </>
  )
}

const nameText = { size: 13, style: 'medium92', width: 74 } as const
const nameHeight = 18

type NamesProps = { lines: EmotionLine[]; isStrong: (line: EmotionLine) => boolean; palette: Palette }

/** At the end of each line; those that end in one place stand below each other. */
function Names({ lines, isStrong, palette }: NamesProps) {
  const names = lines
    .flatMap((line) => {
      const last = line.points.at(-1)
      return last ? [{ line, x: last.x + 13, y: last.y - nameHeight / 2 }] : []
    })
    .sort((one, other) => one.x - other.x || one.y - other.y)
  let before: { x: number; y: number } | null = null
  return names.map(({ line, x, y }) => {
    const place = { x, y: before && before.x === x ? Math.max(y, before.y + nameHeight) : y }
    before = place
    const text = clipText(line.name, nameText)
    return (
      <g key={line.personaId}>
        <rect
          x={x - 2}
          y={place.y}
          width={textWidth(text, nameText.size, nameText.style) + 4}
          height={nameHeight}
          style={{ fill: palette.board }}
        />
        <DrawnText
          lines={[text]}
          {...place}
          size={nameText.size}
          style={nameText.style}
          lineHeight={nameHeight}
          fill={isStrong(line) ? palette.text : palette.dimmed}
        />
      </g>
    )
  })
}

function Scale({ view, palette, scene, laneY }: Pick<Props, 'view' | 'palette' | 'scene' | 'laneY'>) {
  const marks = [
    { label: scene.say('good'), y: emotionPoint(0, laneY, 2).y - 8 + emotionLane.top / 4 },
    { label: scene.say('neutral'), y: emotionPoint(0, laneY, 0).y - 8 },
    { label: scene.say('bad'), y: emotionPoint(0, laneY, -2).y - 8 },
  ]
  const lane = view.children.lanes.find(({ props }) => props.kind === 'emotion')
  // A long title of the lane stands in the same column: the words give way to it.
  let free = laneY + laneTitleTop + laneTitleHeight(lane?.props.title ?? '') + 2
  return marks.map(({ label, y: own }) => {
    const y = Math.max(own, free)
    free = y + 16
    return (
      <DrawnText
        key={label}
        lines={[label]}
        x={laneLabelWidth - 8}
        y={y}
        size={13}
        lineHeight={16}
        style="medium92"
        anchor="end"
        fill={palette.dimmed}
      />
    )
  })
}

/** As a lane's label is drawn. */
const laneTitleTop = 14
