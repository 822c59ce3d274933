// How much a board takes: tldraw stops there silently, in the middle of what is being put on it.

/** Elements of every kind: maps, stages, lanes, cards, drawings. */
export const maxElements = 4000

/** Of `wanted` elements more than there is room for; 0 when all fit. */
export const elementsTooMany = (present: number, wanted: number): number =>
  Math.max(0, present + wanted - maxElements)
