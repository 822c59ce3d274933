// How high a silent note is drawn: as the note it will be, with a head that says who sees it.
import { cardPadding, cardTextWidth, lineHeight, noteText } from '#shared/board/card-size.ts'
import { wrapText } from '#shared/board/text-lines.ts'

export const draftHead = lineHeight + 4
/** Room for typing in an empty one. */
const leastLines = 2

function draftLines(text: string, width: number): number {
  return Math.max(leastLines, wrapText(text, { ...noteText, width: cardTextWidth(width) }).length)
}

export const draftHeight = ({ text }: { text: string }, width: number): number =>
  cardPadding.top + draftHead + draftLines(text, width) * lineHeight + cardPadding.bottom
