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

/** Which key of some word lists a text stands for: `{ web: ['Web', 'Website'] }` finds "WEBSITE". Earlier lists go first. */
export function lookUp<Key extends string>(
  ...lists: readonly Readonly<Record<Key, readonly string[]>>[]
): (text: string) => Key | null {
  const found = new Map<string, Key>()
  for (const list of lists)
    for (const [key, words] of Object.entries<readonly string[]>(list))
      for (const word of [key, ...words].map(plainWord))
        if (word !== '' && !found.has(word)) found.set(word, key as Key) // the keys are those of the list
  return (text) => found.get(plainWord(text)) ?? null
}
