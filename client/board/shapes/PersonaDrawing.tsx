// A persona as SVG: a card with a picture or an outline in its place, name, goal and quote.
import { IconQuote, IconUser } from '@tabler/icons-react'
import type { Palette } from '#client/board/palette.ts'
import { CurveSample } from '#client/board/shapes/CurveStyle.tsx'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import {
  lineHeight,
  personaHeight,
  personaName,
  personaPadding,
  personaPicture,
  personaQuote,
  personaQuoteIndent,
  personaSample,
  personaText,
  personaTextX,
  personaWidth,
} from '#shared/board/card-size.ts'
import type { PersonaProps, PersonaShape } from '#shared/board/shapes.ts'
import { wrapText } from '#shared/board/text-lines.ts'

type Props = {
  id: PersonaShape['id']
  props: PersonaProps
  palette: Palette
  /** Of the picture; null is an outline. */
  picture: string | null
  /** How its curve is drawn, where a map has several; null where it is the only one. */
  order: number | null
}

export function PersonaDrawing({ id, props, palette, picture, order }: Props) {
  const name = wrapText(props.name, personaName)
  const goal = props.goal === '' ? [] : wrapText(props.goal, personaText)
  const quote = props.quote === '' ? [] : wrapText(props.quote, personaQuote)
  const goalY = personaPadding + name.length * 22
  const quoteY = goalY + goal.length * lineHeight + 4
  const box = { width: personaWidth, height: personaHeight(props), rx: 4 }
  const shared = { x: personaTextX, size: personaText.size, style: personaText.style, lineHeight }
  return (
    <>
      <rect {...box} y={1} style={{ fill: palette.shadow }} />
      <rect {...box} style={{ fill: palette.card }} />
      <Picture {...{ id, palette, picture }} />
      <DrawnText
        lines={name}
        x={personaTextX}
        y={personaPadding - 2}
        size={personaName.size}
        style={personaName.style}
        lineHeight={22}
        fill={palette.text}
      />
      {order !== null && (
        <CurveSample
          {...{ order, palette }}
          x={personaWidth - personaPadding - personaSample}
          y={personaPadding + 9}
          width={personaSample}
        />
      )}
      <DrawnText {...shared} lines={goal} y={goalY} fill={palette.text} />
      {quote.length > 0 && (
        <g style={{ color: palette.dimmed }}>
          <IconQuote x={personaTextX - 2} y={quoteY + 1} size={16} stroke={1.6} />
        </g>
      )}
      <DrawnText
        {...shared}
        x={personaTextX + personaQuoteIndent}
        lines={quote}
        y={quoteY}
        fill={palette.dimmed}
      />
    </>
  )
}

const middle = personaPadding + personaPicture / 2

function Picture({ id, palette, picture }: Pick<Props, 'id' | 'palette' | 'picture'>) {
  const clip = `picture-${id.slice('shape:'.length)}`
  const circle = { cx: middle, cy: middle, r: personaPicture / 2 }
  if (picture === null)
    return (
      <>
        <circle {...circle} style={{ fill: palette.board }} />
        <g style={{ color: palette.dimmed }}>
          <IconUser x={middle - 14} y={middle - 14} size={28} stroke={1.6} />
        </g>
      </>
    )
  return (
    <>
      <clipPath id={clip}>
        <circle {...circle} />
      </clipPath>
      <image
        href={picture}
        x={personaPadding}
        y={personaPadding}
        width={personaPicture}
        height={personaPicture}
        preserveAspectRatio="xMidYMid slice"
        clipPath={`url(#${clip})`}
      />
    </>
  )
}
