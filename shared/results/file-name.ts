// What a downloaded file is called: after the workshop's title, safe on every file system.

// In characters; file systems stop at 255 bytes, and a character has up to four.
const maxLength = 60
// Windows opens a device under these names, whatever the ending; raised digits count as digits.
const reserved = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])$/i

/** "Glasfaser: vom Auftrag bis online" and "md" make "Glasfaser-vom-Auftrag-bis-online.md"; letters of every script are kept. */
export function fileName(title: string, ending: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  let name = ''
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`
    // Counted in characters, so that no letter outside the basic plane is cut in half.
    if ([...longer].length > maxLength) break
    name = longer
  }
  if (name === '') name = [...(words[0] ?? '')].slice(0, maxLength).join('')
  if (name === '' || reserved.test(name)) name = `Workshop${name && `-${name}`}`
  return `${name}.${ending}`
}
