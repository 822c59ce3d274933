// What is left of a text that must not tell its writer: one case, one kind of space, quote and dash, bare emoji.

/**
 * Taken before a text is sealed into a ballot, not when it is shown: ballots are public once they are closed, and how
 * somebody types is how they are recognised (BALLOT 6, free-text style). The same for everyone; twice is as once.
 */
export function plainText(text: string): string {
  let before = text
  // Each step can make work for one before it (a lone accent joins its letter); two or three rounds settle everything.
  for (let round = 0; round < mostRounds; round += 1) {
    const after = once(before)
    if (after === before) return after
    before = after
  }
  return ''
}

const mostRounds = 8

const once = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(/[\p{C}\uFFFD]/gu, '') // controls, directions, joiners, half characters: nothing anybody sees
    .replace(/[\uFE00-\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '') // how an emoji is drawn, and its colour of skin
    .replace(/[„“”‟«»‹›]/g, '"')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/([!?,;.-])\1+/g, (run, sign: string) => (sign === '.' && run.length > 2 ? '...' : sign))
    .replace(/ +/g, ' ')
    .replace(/ ([!?,;.:])/g, '$1')
    .trim()

/** A plain text to be read: sentences begin with a capital. Nothing of the writer comes back by that. */
export const asSentences = (plain: string): string =>
  plain.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
