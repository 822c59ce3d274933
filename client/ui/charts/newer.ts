// What the newer of two counts is called.

/** In the room it is now; in a report it was afterwards. */
export type Newer = 'now' | 'after'
