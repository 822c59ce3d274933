// The key of a question of one's own, made of its words, so that the same one at the start and at the end is recognised.

/** At most 80 characters. */
export function ownKey(question: string): string {
  const words = question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `own-${words.slice(0, 60)}-${checksum(question.toLowerCase())}`
}

/** FNV-1a: keeps apart long questions that begin alike. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
