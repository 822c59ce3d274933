// How much room a text takes in Arial, so that it can be cut where a slide ends: slides cannot measure while they are made.

/** Widths of the characters 32 to 126 in thousandths of the font size, from the font's own metrics. */
const asciiWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const wide = /^[\u1100-\u11FF\u2E80-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u
const emoji = /^\p{Extended_Pictographic}|^\p{Regional_Indicator}/u

/** In em: a character with whatever is combined with it. */
function characterWidth(character: string): number {
  const code = character.normalize('NFD').codePointAt(0) ?? 0
  const known = asciiWidths[code - 32]
  if (known !== undefined) return known / 1000
  if (emoji.test(character)) return 1.4
  return wide.test(character) ? 1 : 0.7
}

export type Room = {
  /** In inches, without margins. */
  width: number
  /** In points. */
  size: number
  lines: number
  bold?: boolean
}

const segmenter = new Intl.Segmenter()
// Letters of the languages we write in, and punctuation: nothing is combined with them, so no segmenter is asked, which is slow.
const isPlain = /^[\n\t -\u02FF\u2010-\u2027]*$/
const charactersOf = (text: string) =>
  isPlain.test(text) ? text.split('') : [...segmenter.segment(text)].map(({ segment }) => segment)
// Longer than any room on a slide.
const longest = 1500
// Programs differ a little in how they set a line.
const caution = 0.96

/** The text where it fits; else as much of it as fits, and "…". */
export function fitted(text: string, room: Room): string {
  const characters = charactersOf(text.trim().slice(0, longest))
  const isWhole = text.trim().length <= longest
  if (isWhole && lineCount(characters, room) <= room.lines) return characters.join('')
  let fits = 0
  let tooMuch = characters.length
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2)
    if (lineCount([...characters.slice(0, middle), '…'], room) <= room.lines) fits = middle
    else tooMuch = middle
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`
}

/** How many lines a text takes. */
export const linesOf = (text: string, room: Omit<Room, 'lines'>): number =>
  lineCount(charactersOf(text), room)

/** In inches, on one line. */
export const widthOf = (text: string, { size, bold = false }: Pick<Room, 'size' | 'bold'>): number =>
  charactersOf(text).reduce((sum, character) => sum + characterWidth(character), 0) * inches(size, bold)

// Bold letters are about a fifteenth wider.
const inches = (size: number, bold: boolean) => (size / 72) * (bold ? 1.07 : 1)

/** Words go to the next line whole, but for those that are longer than a line. */
function lineCount(
  characters: readonly string[],
  { width, size, bold = false }: Omit<Room, 'lines'>,
): number {
  const room = (width * caution) / inches(size, bold)
  let lines = 1
  let used = 0
  let word = 0
  for (const character of characters) {
    if (character === '\n') {
      lines += 1
      used = 0
      word = 0
      continue
    }
    const next = characterWidth(character)
    const isBreak = character === ' ' || wide.test(character)
    if (used + next > room && character !== ' ') {
      lines += 1
      // A word that fills the line is broken where the line ends.
      used = isBreak || word >= used ? 0 : word
    }
    used += next
    word = isBreak ? 0 : word + next
  }
  return lines
}
