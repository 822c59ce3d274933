// Scores as people write them: 0 to 10 with at most one decimal, with a comma or a point.

/** Null is an empty field: nobody has scored it. Undefined is not a score. */
export function readScore(written: string): number | null | undefined {
  const text = written.trim()
  if (text === '') return null
  if (!/^(\d{1,2})?([.,]\d?0*)?$/.test(text) || !/\d/.test(text)) return undefined
  const value = Number(text.replace(',', '.'))
  return value <= 10 ? value : undefined
}
