// The measures of everything on a map, in px at 100 %, and the heights of cards, which follow from their texts.
import { type NoteProps, type PersonaProps, stageWidths, type TouchpointProps } from '#shared/board/shapes.ts'
import { type Wrapping, wrapText } from '#shared/board/text-lines.ts'

/** Of a stage that nobody has resized, and of a card that lies loose. */
export const columnWidth = stageWidths.usual
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
/** The text of a card is as wide as its column leaves it. */
export const cardTextWidth = (width: number): number => width - 2 * cardPadding.side
export const lineHeight = 18
/** The tab "moment of truth" above a card. */
export const momentTab = 20

const titleGap = { above: 4, below: 8 }
const track = 10
const figures = 4 + lineHeight

export const touchpointTitle = { size: 14, style: 'semibold94' } as const
export const noteText = { size: 14, style: 'regular96' } as const
export const clusterTitle = { size: 14, style: 'semibold94' } as const
export const stageTitle = { size: 20, style: 'semibold100', maxLines: 3 } as const
/** Above the map's upper edge. */
export const mapTitle = { size: 16, style: 'semibold100', height: 40 } as const
export const laneTitle = { width: laneLabelWidth - 8, size: 13, style: 'semibold86' } as const

export const hasScore = ({ actual, target }: Pick<TouchpointProps, 'actual' | 'target'>): boolean =>
  actual !== null || target !== null

/** What a card says of how sure it is, in a line of its own; an assumption, which each card is at first, says nothing. */
export const hasStateLine = ({ state }: Pick<TouchpointProps, 'state'>): boolean => state !== 'assumption'

/** Props are never changed in place. Breaking texts into lines is most of what a layout costs. */
const heights = new WeakMap<object, { width: number; height: number }>()
function remembered<Props extends object>(
  measure: (props: Props, width: number) => number,
): (props: Props, width?: number) => number {
  return (props, width = columnWidth) => {
    const known = heights.get(props)
    if (known?.width === width) return known.height
    const height = measure(props, width)
    heights.set(props, { width, height })
    return height
  }
}

export const touchpointHeight = remembered((props: TouchpointProps, width: number): number => {
  const title = wrapText(props.title, { ...touchpointTitle, width: cardTextWidth(width) }).length * lineHeight
  const score = hasScore(props) ? titleGap.below + track + figures : 0
  const state = hasStateLine(props) ? lineHeight : 0
  const tab = props.momentOfTruth ? momentTab : 0
  return tab + cardPadding.top + lineHeight + titleGap.above + title + state + score + cardPadding.bottom
})

/** A note says its kind, its author or its department in a line of its own, above the text. */
export const hasHead = ({ kind, departmentId, authorId }: NoteHead): boolean =>
  kind !== null || departmentId !== null || authorId !== null
type NoteHead = Pick<NoteProps, 'kind' | 'departmentId' | 'authorId'>

export const noteHeight = remembered((props: NoteProps, width: number): number => {
  const head = hasHead(props) ? lineHeight + 2 : 0
  const text = wrapText(props.text, { ...noteText, width: cardTextWidth(width) }).length * lineHeight
  return cardPadding.top + head + text + cardPadding.bottom
})

/** A cluster frames its notes: they are narrower than the column by its margin. */
export const clusterMargin = 8
export const clusterNoteGap = 8
export const clusterNoteWidth = (width: number): number => width - 2 * clusterMargin

/** Without its notes: where the first of them begins. */
export function clusterHeadHeight(title: string, width: number = columnWidth): number {
  const lines = wrapText(title, { ...clusterTitle, width: clusterNoteWidth(width) }).length
  return clusterMargin + lines * lineHeight + clusterMargin
}

export const laneTitleHeight = (title: string): number => wrapText(title, laneTitle).length * 16

/** The row of stage titles is as high as its longest title needs. */
export function stageRowHeight(stages: readonly { title: string; width: number }[]): number {
  const lines = stages.map(({ title, width }) => wrapText(title, { ...stageTitle, width }).length)
  return stageLine + stageLine * Math.max(1, ...lines)
}

/** A persona's card: its picture at the left, name, goal and quote beside it; two columns wide. */
export const personaWidth = 2 * columnWidth + columnGap
export const personaPicture = 56
export const personaPadding = 12
export const personaTextX = personaPadding + personaPicture + 12
const personaTextWidth = personaWidth - personaTextX - personaPadding
/** At the right of the name, where a map has several personas: how this one's curve is drawn. */
export const personaSample = 44
export const personaName = {
  width: personaTextWidth - personaSample - 8,
  size: 16,
  style: 'semibold100',
  maxLines: 2,
} as const
export const personaText = { width: personaTextWidth, size: 14, style: 'regular96', maxLines: 4 } as const
/** A quote stands behind its sign. */
export const personaQuoteIndent = 20
export const personaQuote = { ...personaText, width: personaTextWidth - personaQuoteIndent } as const
/** Between the personas and the rules of the stages. */
export const personaGap = 24

export function personaHeight({ name, goal, quote }: PersonaProps): number {
  const lines = (text: string, how: Wrapping) => (text === '' ? 0 : wrapText(text, how).length * lineHeight)
  const quoteHeight = quote === '' ? 0 : 4 + lines(quote, personaQuote)
  const text = wrapText(name, personaName).length * 22 + lines(goal, personaText) + quoteHeight
  return 2 * personaPadding + Math.max(personaPicture, text)
}
