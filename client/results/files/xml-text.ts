// What may stand in an XML file: people paste characters that XML 1.0 forbids, and one of them makes a whole file unreadable.

// Control characters but tab and line break, code points that are no characters, and what half a character was replaced by.
const forbidden = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}|\uFFFD/gu

/** The same text without what XML forbids; every line break is a single \n. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(forbidden, '')
