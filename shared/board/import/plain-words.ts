// Words as people type them into a spreadsheet, made comparable: without case, accents, umlauts, spaces and marks.

/** "Gefühl", "GEFUEHL" and "ge-fühl" are one word. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/([aou])e/g, '$1')
}

/** One line, trimmed, with single spaces: for names, which are compared. */
export const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()

/** Trimmed, without control characters other than tab and line break; Unicode's own line ends become plain ones. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim()

/** Which entry of a word list a text stands for: `{ web: ['Web', 'Website'] }` finds "WEBSITE". */
export function lookUp<Key extends string>(
  words: Readonly<Record<Key, readonly string[]>>,
): (text: string) => Key | null {
  const found = new Map<string, Key>()
  // The keys are those of `words`.
  for (const [key, list] of Object.entries<readonly string[]>(words))
    for (const word of [key, ...list]) if (!found.has(plainWord(word))) found.set(plainWord(word), key as Key)
  return (text) => found.get(plainWord(text)) ?? null
}
