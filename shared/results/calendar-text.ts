// iCalendar as text (RFC 5545): properties to lines of at most 75 bytes, texts so that nothing typed becomes a property.

export type Property = readonly [name: string, value: string]

/** Lines end as the format asks for, the last one too. */
export const calendarText = (properties: readonly Property[]): string =>
  properties.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('')

/** A value of type TEXT. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** "2027-01-15" as 20270115. */
export const dateValue = (day: string): string => day.replaceAll('-', '')

/** Epoch milliseconds as 20270115T130000Z. */
export const timeValue = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

const longestLine = 75

/** Cut between characters, never within one; the space before what follows counts as well. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = bytesOf(character)
    if (bytes + size > longestLine) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...lines, current].join('\r\n')
}

/** Of one code point in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}
