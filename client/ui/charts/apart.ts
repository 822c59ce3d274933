// Keeps figures that stand one above the other from lying on each other.

/** Heights at least `room` from their neighbours, in the order they came in; no further from where they were than needed. */
export function apart(heights: readonly number[], room: number): number[] {
  const placed = [...heights]
  const downwards = heights.map((_, place) => place).toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  for (const [at, place] of downwards.entries()) {
    const above = downwards[at - 1]
    if (above === undefined) continue
    const missing = room - ((placed[place] ?? 0) - (placed[above] ?? 0))
    if (missing <= 0) continue
    // Both give way by half; with more than two, those further up have been placed before and stay.
    if (at === 1) placed[above] = (placed[above] ?? 0) - missing / 2
    placed[place] = (placed[above] ?? 0) + room
  }
  return placed
}
