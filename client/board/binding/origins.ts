// Whose a change to the board's document is, as its transaction says; the canvas and the table write with the same.

/** This person's own changes, which they can undo. */
export const localOrigin = Symbol('local change')
/** Changes that follow from others and are no step of anybody's to undo. */
export const quietOrigin = Symbol('quiet change')
