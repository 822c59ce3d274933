// Makes what people typed harmless in Markdown: it reads as they wrote it, and never becomes markup, HTML or a rule of the document.

// Controls that turn the direction of the text around them; letters of right-to-left scripts need none of these.
const directionControls = /[\u202A-\u202E\u2066-\u2069]/g
// Everything a parser gives a meaning to anywhere in a line (CommonMark, GitHub's tables, strike-through and formulas).
const anywhere = /[\\`*_[\]<>|~&$]/g
// What begins a heading, list, quote or rule when it stands first in a line; "1." and "1)" begin a numbered list.
const lineStart = /^(\s*)([#+\-=:>])|^(\s*\d+)([.)])/
// What stands at the end of a heading for nothing but the end of it.
const headingEnd = /(^|\s)(#+)$/

/** On one line, for headings and the like: line breaks become spaces. */
export const inline = (text: string): string => escapeLine(oneLine(text)).replace(headingEnd, '$1\\$2')

/** In a cell of a table, where no line begins. */
export const inCell = (text: string): string => escapeAnywhere(oneLine(text))

const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim()

/** Several lines under a list item: each break is a break, and every line stays inside the item. */
export const inItem = (text: string): string => escapedLines(text).join('\\\n  ')

/** Several lines of one paragraph: each break is a break. */
export const inParagraph = (text: string): string => escapedLines(text).join('\\\n')

const escapedLines = (text: string): string[] =>
  plain(text)
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== '')

const escapeAnywhere = (line: string): string => line.replace(anywhere, '\\$&')

const escapeLine = (line: string): string =>
  escapeAnywhere(line).replace(lineStart, (_, space = '', mark = '', digits = '', dot = '') =>
    mark ? `${space}\\${mark}` : `${digits}\\${dot}`,
  )

const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(directionControls, '')
