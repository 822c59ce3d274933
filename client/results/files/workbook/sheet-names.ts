// Names for the sheets of a workbook that every spreadsheet program accepts.
import { xmlText } from '#client/results/files/xml-text.ts'

const maxLength = 31
// Excel keeps this name for itself, in every language of its own.
const reserved = /^history$/i

/** One name for each title, in their order; `spare` where nothing of a title may stay. */
export function sheetNames(titles: readonly string[], spare: string): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const name = uniqueName(cleaned(title) || spare, taken)
    taken.add(name.toLowerCase())
    return name
  })
}

const cleaned = (title: string): string => {
  const text = xmlText(title)
    .replaceAll(/[[\]:*?/\\\s]+/g, ' ')
    .replaceAll(/^['\s]+|['\s]+$/g, '')
  return reserved.test(text) ? `${text}.` : text
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : ` ${count}`
    const candidate = shortened(name, maxLength - ending.length) + ending
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}

/** Counted in UTF-16 units, as Excel does, but no character is cut in half; nor may a name end with an apostrophe. */
function shortened(name: string, length: number): string {
  if (name.length <= length) return name
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (short.length + segment.length > length - 1) break
    short += segment
  }
  return `${short.replace(/['\s]+$/, '')}…`
}
