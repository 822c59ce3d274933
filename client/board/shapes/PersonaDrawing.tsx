// A persona as SVG: a picture or an outline in its place, name, goal and quote.
import { IconUser } from '@tabler/icons-react'
import type { Palette } from '#client/board/palette.ts'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import {
  lineHeight,
  personaName,
  personaPadding,
  personaPicture,
  personaText,
  personaTextX,
} from '#shared/board/card-size.ts'
import type { PersonaProps } from '#shared/board/shapes.ts'
import { wrapText } from '#shared/board/text-lines.ts'

export function PersonaDrawing({ props, palette }: { props: PersonaProps; palette: Palette }) {
  const name = wrapText(props.name, personaName)
  const goal = props.goal === '' ? [] : wrapText(props.goal, personaText)
  const quote = props.quote === '' ? [] : wrapText(props.quote, personaText)
  const goalY = personaPadding + name.length * 22
  const middle = personaPadding + personaPicture / 2
  const shared = { x: personaTextX, size: personaText.size, style: personaText.style, lineHeight }
  return (
    <>
      <circle
        cx={middle}
        cy={middle}
        r={personaPicture / 2}
        style={{ fill: palette.card, stroke: palette.hairline }}
      />
      <g style={{ color: palette.dimmed }}>
        <IconUser x={middle - 14} y={middle - 14} size={28} stroke={1.6} />
      </g>
      <DrawnText
        lines={name}
        x={personaTextX}
        y={personaPadding}
        size={personaName.size}
        style={personaName.style}
        lineHeight={22}
        fill={palette.text}
      />
      <DrawnText {...shared} lines={goal} y={goalY} fill={palette.text} />
      <DrawnText {...shared} lines={quote} y={goalY + goal.length * lineHeight + 4} fill={palette.dimmed} />
    </>
  )
}
