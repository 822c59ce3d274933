// The measures of everything on a map, in px at 100 %, and the heights of cards, which follow from their texts.
import type { NoteProps, TouchpointProps } from '#shared/board/shapes.ts'
import { wrapText } from '#shared/board/text-lines.ts'

export const columnWidth = 172
export const columnGap = 10
export const laneLabelWidth = 78
/** From the map's left edge to the first column. */
export const firstColumn = laneLabelWidth + columnGap
const stageLine = 26
export const cellPadding = { top: 16, bottom: 20 }
export const cardGap = 12
export const emotionLane = { top: 28, height: 132, bottom: 18 }
/** A lane without cards is still a place to put one. */
export const emptyLaneHeight = 88

export const cardPadding = { top: 9, side: 12, bottom: 10 }
export const cardTextWidth = columnWidth - 2 * cardPadding.side
export const lineHeight = 18
/** The tab "moment of truth" above a card. */
export const momentTab = 20

const titleGap = { above: 4, below: 8 }
const track = 10
const figures = 4 + lineHeight

export const touchpointTitle = { width: cardTextWidth, size: 14, style: 'semibold94' } as const
export const noteText = { width: cardTextWidth, size: 14, style: 'regular96' } as const
export const stageTitle = { width: columnWidth, size: 20, style: 'semibold100', maxLines: 3 } as const
export const laneTitle = { width: laneLabelWidth - 8, size: 13, style: 'semibold86' } as const

export const hasScore = ({ actual, target }: Pick<TouchpointProps, 'actual' | 'target'>): boolean =>
  actual !== null || target !== null

export function touchpointHeight(props: TouchpointProps): number {
  const title = wrapText(props.title, touchpointTitle).length * lineHeight
  const score = hasScore(props) ? titleGap.below + track + figures : 0
  const tab = props.momentOfTruth ? momentTab : 0
  return tab + cardPadding.top + lineHeight + titleGap.above + title + score + cardPadding.bottom
}

/** A note says its kind or its department in a line of its own, above the text. */
export const hasHead = ({ kind, departmentId }: Pick<NoteProps, 'kind' | 'departmentId'>): boolean =>
  kind !== null || departmentId !== null

export function noteHeight(props: NoteProps): number {
  const head = hasHead(props) ? lineHeight + 2 : 0
  const text = wrapText(props.text, noteText).length * lineHeight
  return cardPadding.top + head + text + cardPadding.bottom
}

export const laneTitleHeight = (title: string): number => wrapText(title, laneTitle).length * 16

/** The row of stage titles is as high as its longest title needs. */
export function stageRowHeight(titles: readonly string[]): number {
  const lines = titles.map((title) => wrapText(title, stageTitle).length)
  return stageLine + stageLine * Math.max(1, ...lines)
}
