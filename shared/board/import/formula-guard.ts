// Keeps a spreadsheet program from running a text as a formula, in a way that can be taken back without loss.

// ASCII and the full-width forms that East Asian versions take for the same.
const risky = /^'*[=+\-@\t\r＝＋－＠]/

/** A text that a program would run gets an apostrophe before it, the programs' own sign for "this is text". */
export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text)

/** Takes back what `guarded` put before a text; an apostrophe that the text itself begins with stays. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && risky.test(text) ? text.slice(1) : text
