// The columns of the table of touchpoints, in their order.

export const columns = [
  'stage',
  'title',
  'channel',
  'department',
  'actual',
  'target',
  'track',
  'emotion',
  'pain-points',
  'opportunities',
  'evidence',
  'state',
  'more',
] as const
export type Column = (typeof columns)[number]

/** What these say is the stage's: it is the same for all of its touchpoints. */
export const stageColumns: ReadonlySet<Column> = new Set([
  'stage',
  'emotion',
  'pain-points',
  'opportunities',
  'evidence',
])
/** Are edited in place; the others open something. */
export const editedInPlace: ReadonlySet<Column> = new Set([
  'stage',
  'title',
  'channel',
  'department',
  'actual',
  'target',
  'emotion',
  'state',
])
