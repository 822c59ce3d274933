// How long a browser keeps its seat.

/** As long as a workshop is kept unless somebody says otherwise. */
export const lifetimeMs = 90 * 24 * 3_600_000
