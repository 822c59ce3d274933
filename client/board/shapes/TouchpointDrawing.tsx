// A touchpoint card as SVG, the same on the canvas and in exported pictures.
import { IconFlag3, IconQuote, IconUserCheck } from '@tabler/icons-react'
import { channelText, stateText } from '#client/board/board-texts.ts'
import type { Palette } from '#client/board/palette.ts'
import type { Scene } from '#client/board/scene.ts'
import { channelIcons } from '#client/board/shapes/channel-icons.ts'
import { DrawnDepartment, departmentTitle } from '#client/board/shapes/DrawnDepartment.tsx'
import { DrawnText } from '#client/board/shapes/DrawnText.tsx'
import { formatNumber } from '#client/ui/format.ts'
import {
  cardPadding,
  cardTextWidth,
  hasScore,
  hasStateLine,
  lineHeight,
  momentTab,
  touchpointHeight,
  touchpointTitle,
} from '#shared/board/card-size.ts'
import type { TouchpointState } from '#shared/board/model.ts'
import type { TouchpointProps } from '#shared/board/shapes.ts'
import { clipText, textWidth, wrapText } from '#shared/board/text-lines.ts'

type Props = { props: TouchpointProps; width: number; palette: Palette; scene: Scene; isEditing?: boolean }

export function TouchpointDrawing({ props, width, palette, scene, isEditing = false }: Props) {
  const height = touchpointHeight(props, width)
  const top = props.momentOfTruth ? momentTab : 0
  const lines = wrapText(props.title, { ...touchpointTitle, width: cardTextWidth(width) })
  const headY = top + cardPadding.top
  const titleY = headY + lineHeight + 4
  const stateY = titleY + lines.length * lineHeight
  const scoreY = stateY + (hasStateLine(props) ? lineHeight : 0) + 8
  return (
    <>
      <CardFace palette={palette} top={top} width={width} height={height - top} />
      {props.momentOfTruth && (
        <MomentFrame palette={palette} width={width} height={height} label={scene.say('momentOfTruth')} />
      )}
      <Head props={props} width={width} palette={palette} scene={scene} y={headY} />
      {!isEditing && (
        <DrawnText
          lines={lines}
          x={cardPadding.side}
          y={titleY}
          size={touchpointTitle.size}
          style={touchpointTitle.style}
          lineHeight={lineHeight}
          fill={palette.text}
        />
      )}
      {hasStateLine(props) && (
        <State
          state={props.state}
          {...{ width, palette }}
          y={stateY}
          label={scene.say(stateText(props.state))}
        />
      )}
      {hasScore(props) && <Scores {...{ props, width, palette, scene }} y={scoreY} />}
    </>
  )
}

type Face = { palette: Palette; width: number; height: number }

function CardFace({ palette, top, width, height }: Face & { top: number }) {
  const box = { x: 0, width, height, rx: 4 }
  return (
    <>
      <rect {...box} y={top + 1} style={{ fill: palette.shadow }} />
      <rect {...box} y={top} style={{ fill: palette.card }} />
    </>
  )
}

/** An ink frame with a tab: the moments that decide. */
function MomentFrame({ palette, width, height, label }: Face & { label: string }) {
  const right = width + 2
  const tab = `M-2 ${momentTab}V2a4 4 0 0 1 4-4H${width - 2}a4 4 0 0 1 4 4V${momentTab}z`
  const frame = `M-1 ${momentTab}V${height - 3}a4 4 0 0 0 4 4H${width - 3}a4 4 0 0 0 4-4V${momentTab}`
  return (
    <>
      <path d={tab} style={{ fill: palette.text }} />
      <path d={frame} fill="none" strokeWidth={2} style={{ stroke: palette.text }} />
      <rect x={-2} y={momentTab - 1} width={right + 2} height={1} style={{ fill: palette.text }} />
      <g style={{ color: palette.paper }}>
        <IconFlag3 x={9} y={1} size={16} stroke={1.6} />
      </g>
      <DrawnText
        lines={[label]}
        x={30}
        y={0}
        size={13}
        lineHeight={18}
        style="semibold90"
        fill={palette.paper}
      />
    </>
  )
}

const headText = { size: 13, style: 'medium92' } as const

function Head({ props, width, palette, scene, y }: Props & { y: number }) {
  const Icon = channelIcons[props.channel]
  const title = departmentTitle(scene.departments, props.departmentId) ?? scene.say('noDepartment')
  const { departmentId } = props
  return (
    <>
      <DrawnDepartment
        {...{ departmentId, palette }}
        departments={scene.departments}
        x={cardPadding.side}
        y={y + 2}
      />
      <DrawnText
        lines={[clipText(title, { ...headText, width: cardTextWidth(width) - 20 - 24 })]}
        x={cardPadding.side + 20}
        y={y}
        size={headText.size}
        lineHeight={lineHeight}
        style={headText.style}
        fill={palette.dimmed}
      />
      <g style={{ color: palette.text }}>
        <title>{scene.say(channelText(props.channel))}</title>
        <Icon x={width - cardPadding.side - 18} y={y} size={18} stroke={1.6} />
      </g>
    </>
  )
}

const stateLine = { size: 13, style: 'medium92' } as const

type StateProps = { state: TouchpointState; label: string; width: number; palette: Palette; y: number }

/** How sure one can be of the card, by sign and word. */
function State({ state, label, width, palette, y }: StateProps) {
  const Icon = state === 'validated' ? IconUserCheck : IconQuote
  return (
    <>
      <g style={{ color: palette.dimmed }}>
        <Icon x={cardPadding.side - 1} y={y + 1} size={16} stroke={1.6} />
      </g>
      <DrawnText
        lines={[clipText(label, { ...stateLine, width: cardTextWidth(width) - 20 })]}
        x={cardPadding.side + 20}
        y={y}
        {...stateLine}
        lineHeight={lineHeight}
        fill={palette.dimmed}
      />
    </>
  )
}

/** Filled dot: today. Ring: the target. The line between them is the work. */
function Scores({ props: { actual, target }, width, palette, scene, y }: Props & { y: number }) {
  const track = cardTextWidth(width)
  const at = (score: number) => cardPadding.side + 5 + (score / 10) * (track - 10)
  const middle = y + 5
  const figures = [
    { label: scene.say('actual'), value: actual, anchor: 'start' as const },
    { label: scene.say('target'), value: target, anchor: 'end' as const },
  ]
  const right = cardPadding.side + track
  return (
    <>
      <path
        d={`M${cardPadding.side} ${middle}H${right}`}
        strokeWidth={1}
        style={{ stroke: palette.border, opacity: 0.55 }}
      />
      {actual !== null && target !== null && (
        <path d={`M${at(actual)} ${middle}H${at(target)}`} strokeWidth={2} style={{ stroke: palette.text }} />
      )}
      {target !== null && (
        <circle
          cx={at(target)}
          cy={middle}
          r={4}
          strokeWidth={2}
          style={{ fill: palette.card, stroke: palette.text }}
        />
      )}
      {actual !== null && <circle cx={at(actual)} cy={middle} r={5} style={{ fill: palette.text }} />}
      {figures
        .filter(({ value }) => value !== null)
        .map(({ label, value, anchor }) => (
          <Figure
            key={anchor}
            label={label}
            value={formatNumber(value ?? 0, scene.language)}
            x={anchor === 'start' ? cardPadding.side : right}
            y={y + 14}
            {...{ anchor, palette }}
          />
        ))}
    </>
  )
}

type FigureProps = {
  label: string
  value: string
  x: number
  y: number
  anchor: 'start' | 'end'
  palette: Palette
}

function Figure({ label, value, x, y, anchor, palette }: FigureProps) {
  const valueWidth = textWidth(value, 13, 'medium92')
  const labelWidth = textWidth(label, 13, 'medium92') + 4
  const isLeft = anchor === 'start'
  const shared = { y, size: 13, lineHeight, style: 'medium92', anchor } as const
  return (
    <>
      <DrawnText {...shared} lines={[label]} x={isLeft ? x : x - valueWidth - 4} fill={palette.dimmed} />
      <DrawnText {...shared} lines={[value]} x={isLeft ? x + labelWidth : x} fill={palette.text} />
    </>
  )
}
