// How wide columns and how high rows must be; not every program works that out when it opens a file.
import type { CellObject } from 'write-excel-file/universal'

// In widths of a digit; what is longer wraps.
const narrowest = 9
const widest = 60
// Room for the margins and the filter's arrow.
const besides = 3

// In points.
const lineHeight = 15
const highest = 405

/** What takes the room; a date is as wide as its format. */
export const shown = (cell: CellObject | null | undefined): string =>
  cell == null ? '' : cell.type === Date ? (cell.format ?? '') : String(cell.value)

/** Of a column with these texts in it. */
export function widthOf(texts: readonly string[]): number {
  const longest = texts.flatMap(lines).reduce((most, line) => Math.max(most, digitsOf(line)), 0)
  return Math.min(widest, Math.max(narrowest, longest + besides))
}

/** Of a row with a text in each column. */
export function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const high = texts.map((text, place) => {
    const room = (widths[place] ?? widest) - 1
    return lines(text).reduce((sum, line) => sum + Math.max(1, Math.ceil(digitsOf(line) / room)), 0)
  })
  return Math.min(highest, lineHeight * Math.max(1, ...high))
}

const lines = (text: string) => text.split('\n')

/** Letters of East Asia are as wide as two digits. */
const digitsOf = (line: string) =>
  line.length + (line.match(/[\u1100-\u11FF\u2E80-\uD7AF\uFF00-\uFF60]/g)?.length ?? 0)
