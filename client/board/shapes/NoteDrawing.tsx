// A sticky note as SVG: pain point, opportunity, evidence or plain, told by colour, sign and word.
import { IconQuote } from '@tabler/icons-react'
import type { Palette } from '#client/board/palette.ts'
import type { Scene } from '#client/board/scene.ts'
import { DrawnDepartment, departmentTitle } from '#client/board/shapes/DrawnDepartment.tsx'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { departmentPlace } from '#client/ui/department-shapes.ts'
import {
  cardPadding,
  cardTextWidth,
  hasHead,
  lineHeight,
  noteHeight,
  noteText,
} from '#shared/board/card-size.ts'
import type { NoteKind, NoteProps } from '#shared/board/shapes.ts'
import { clipText, wrapText } from '#shared/board/text-lines.ts'

const noteColor = ({ color, kind }: NoteProps, palette: Palette): string =>
  color !== null
    ? palette.notes[color]
    : kind === null
      ? palette.note
      : { 'pain-points': palette.pain, opportunities: palette.chance, evidence: palette.quote }[kind]

/** A note wears its department's colour at its edge, so that whose it is can be told from afar. */
const bandWidth = 4

type Props = { props: NoteProps; width: number; palette: Palette; scene: Scene; isEditing?: boolean }

export function NoteDrawing({ props, width, palette, scene, isEditing = false }: Props) {
  const height = noteHeight(props, width)
  const textY = cardPadding.top + (hasHead(props) ? lineHeight + 2 : 0)
  return (
    <>
      <rect y={1} width={width} height={height} rx={2} style={{ fill: palette.shadow }} />
      <rect width={width} height={height} rx={2} style={{ fill: noteColor(props, palette) }} />
      <Band {...{ props, height, palette, scene }} />
      {hasHead(props) && <Head props={props} width={width} palette={palette} scene={scene} />}
      {!isEditing && (
        <DrawnText
          lines={wrapText(props.text, { ...noteText, width: cardTextWidth(width) })}
          x={cardPadding.side}
          y={textY}
          size={noteText.size}
          style={noteText.style}
          lineHeight={lineHeight}
          fill={palette.noteInk}
        />
      )}
    </>
  )
}

function Band({ props, height, palette, scene }: Omit<Props, 'width'> & { height: number }) {
  const author = props.authorId === null ? null : scene.authorOf(props.authorId)
  const place = departmentPlace(scene.departments, props.departmentId ?? author?.departmentId ?? null)
  const color = palette.departments[place % palette.departments.length]
  if (place < 0 || !color) return null
  return (
    <path
      d={`M${bandWidth} 0H2a2 2 0 0 0-2 2V${height - 2}a2 2 0 0 0 2 2H${bandWidth}z`}
      style={{ fill: color }}
    />
  )
}

const headText = { size: 13, style: 'semibold90' } as const

function Head({ props, width, palette, scene }: Props) {
  const { kind, authorId } = props
  const author = authorId === null ? null : scene.authorOf(authorId)
  const departmentId = props.departmentId ?? author?.departmentId ?? null
  const department = departmentTitle(scene.departments, departmentId) ?? scene.say('noDepartment')
  const label = [kind && scene.say(kind), author?.name].filter(Boolean).join(' · ') || department
  const isSignWide = kind === 'evidence'
  const shape = { departmentId, palette, departments: scene.departments, y: cardPadding.top + 2 }
  return (
    <>
      {kind ? (
        <Sign kind={kind} color={palette.noteDim} />
      ) : (
        <DrawnDepartment {...shape} x={cardPadding.side} />
      )}
      <DrawnText
        lines={[clipText(label, { ...headText, width: cardTextWidth(width) - 36 })]}
        x={cardPadding.side + (kind && !isSignWide ? 15 : 20)}
        y={cardPadding.top}
        size={headText.size}
        style={headText.style}
        lineHeight={lineHeight}
        fill={palette.noteDim}
      />
      {kind && departmentId !== null && <DrawnDepartment {...shape} x={width - cardPadding.side - 14} />}
    </>
  )
}

function Sign({ kind, color }: { kind: NoteKind; color: string }) {
  if (kind === 'evidence')
    return (
      <g style={{ color }}>
        <IconQuote x={cardPadding.side - 1} y={cardPadding.top + 1} size={16} stroke={1.6} />
      </g>
    )
  const path = kind === 'pain-points' ? 'M0 0h10L5 9z' : 'M5 0l5 9H0z'
  return (
    <path
      d={path}
      transform={`translate(${cardPadding.side} ${cardPadding.top + 5})`}
      style={{ fill: color }}
    />
  )
}
