// What belongs to a map as a whole: the lines between lanes and the emotion curve through its stages.
import type { MapView } from '#client/board/map-of.ts'
import type { Palette } from '#client/board/palette.ts'
import type { Scene } from '#client/board/scene.ts'
import { DrawnDepartment } from '#client/board/shapes/DrawnDepartment.tsx'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { emotionPoint, smoothPath } from '#client/board/shapes/emotion-curve.ts'
import { emotionLane, firstColumn, laneLabelWidth } from '#shared/board/card-size.ts'
import { mainEmotion } from '#shared/board/map-parts.ts'

type Props = { view: MapView; palette: Palette; scene: Scene }

export function MapDrawing({ view, palette, scene }: Props) {
  const { layout, children } = view
  return (
    <>
      {children.lanes.slice(1).map(({ id }) => {
        const y = (layout.lanes.get(id)?.y ?? 0) + 0.5
        return (
          <path key={id} d={`M0 ${y}H${layout.width}`} strokeWidth={1} style={{ stroke: palette.hairline }} />
        )
      })}
      {children.lanes
        .filter(({ props }) => props.kind === 'emotion')
        .map(({ id }) => (
          <EmotionCurve
            key={id}
            view={view}
            palette={palette}
            scene={scene}
            laneY={layout.lanes.get(id)?.y ?? 0}
          />
        ))}
    </>
  )
}

function EmotionCurve({ view, palette, scene, laneY }: Props & { laneY: number }) {
  const points = pointsOf(view, laneY)
  const lowest = points.toSorted((one, other) => other.y - one.y)[0]
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
      <Scale palette={palette} scene={scene} laneY={laneY} />
      <path
        d={smoothPath(points)}
        fill="none"
        strokeWidth={2}
        style={{ stroke: palette.text }}
        strokeLinecap="round"
      />
      {points.map(({ id, x, y, departmentId }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={10} style={{ fill: palette.board }} />
          {departmentId === null ? (
            <circle cx={x} cy={y} r={5} style={{ fill: palette.text }} />
          ) : (
            <DrawnDepartment
              {...{ departmentId, palette }}
              departments={scene.departments}
              x={x - 7}
              y={y - 7}
            />
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

function Scale({ palette, scene, laneY }: Omit<Props, 'view'> & { laneY: number }) {
  const marks = [
    { label: scene.say('good'), value: 2 },
    { label: scene.say('neutral'), value: 0 },
    { label: scene.say('bad'), value: -2 },
  ]
  return marks.map(({ label, value }) => (
    <DrawnText
      key={value}
      lines={[label]}
      x={laneLabelWidth - 8}
      y={emotionPoint(0, laneY, value).y - 8 + (value === 2 ? emotionLane.top / 4 : 0)}
      size={13}
      lineHeight={16}
      style="medium92"
      anchor="end"
      fill={palette.dimmed}
    />
  ))
}

/** A stage's point wears the shape of the department that owns its first touchpoint, or of its moment of truth. */
function pointsOf({ children, layout }: MapView, laneY: number) {
  const touchpoints = children.cards.filter((card) => card.type === 'touchpoint')
  return children.stages.flatMap(({ id, props, meta }) => {
    const place = layout.stages.get(id)
    const emotion = mainEmotion(props, meta, children.personas)
    if (emotion === null || !place) return []
    const own = touchpoints.filter((card) => card.props.stageId === id)
    const owner =
      own.find((card) => card.props.momentOfTruth) ?? own.toSorted((one, other) => one.y - other.y)[0]
    const point = emotionPoint(place.x + place.width / 2, laneY, emotion)
    return [{ id, ...point, emotion, departmentId: owner?.props.departmentId ?? null }]
  })
}
