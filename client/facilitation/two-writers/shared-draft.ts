// What one is writing beside what everybody has: whether somebody else has changed it, and how both can stay.

/**
 * `base`: what it read when one began, or what one has saved last. `sent`: what is on its way to the server; null when nothing is.
 */
export type Mine = { text: string; base: string; sent: string | null }

/** Null when all of it is saved and somebody else has gone on from there: then one reads what they have written. */
export const stillMine = (mine: Mine | null, value: string): Mine | null =>
  mine && mine.sent === null && mine.text.trim() === mine.base && value !== mine.base ? null : mine

/** The text that somebody else has written since; null while there is nothing to choose between, or the server has not answered. */
export function theirChange({ text, base, sent }: Mine, value: string): string | null {
  return sent === null && value !== base && value !== text.trim() ? value : null
}

/** Whoever leaves without choosing loses nothing, and neither do the others. */
export const bothTexts = (theirs: string, mine: string): string => `${theirs}\n\n${mine.trim()}`.trim()
