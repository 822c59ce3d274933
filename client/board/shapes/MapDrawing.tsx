// What belongs to a map as a whole: its title, the lines between lanes, and the emotion curves through its stages.
import type { EmotionDrag } from '#client/board/emotion-drag.ts'
import type { MapView } from '#client/board/map-of.ts'
import type { Palette } from '#client/board/palette.ts'
import type { Scene } from '#client/board/scene.ts'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { EmotionDrawing } from '#client/board/shapes/EmotionDrawing.tsx'
import { mapTitle } from '#shared/board/card-size.ts'
import { clipText } from '#shared/board/text-lines.ts'

type Props = {
  view: MapView
  palette: Palette
  scene: Scene
  chosenId: string | null
  drag: EmotionDrag | null
  /** False while it is being written. */
  hasTitle: boolean
}

export function MapDrawing({ view, palette, scene, chosenId, drag, hasTitle }: Props) {
  const { layout, children, map } = view
  const title = map.props.title || scene.say('untitledMap')
  return (
    <>
      {hasTitle && (
        <DrawnText
          lines={[clipText(title, { ...mapTitle, width: layout.width })]}
          x={0}
          y={-mapTitle.height + 6}
          size={mapTitle.size}
          style={mapTitle.style}
          lineHeight={22}
          fill={palette.text}
        />
      )}
      {children.lanes.slice(1).map(({ id }) => {
        const y = (layout.lanes.get(id)?.y ?? 0) + 0.5
        return (
          <path key={id} d={`M0 ${y}H${layout.width}`} strokeWidth={1} style={{ stroke: palette.hairline }} />
        )
      })}
      {children.lanes
        .filter(({ props }) => props.kind === 'emotion')
        .map(({ id }) => (
          <EmotionDrawing
            key={id}
            {...{ view, palette, scene, chosenId, drag }}
            laneY={layout.lanes.get(id)?.y ?? 0}
          />
        ))}
    </>
  )
}
