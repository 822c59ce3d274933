// What the benchmark prints.

export const say = (line = '') => process.stdout.write(`${line}\n`)

export const show = (value: number, digits = 2): string =>
  Number.isNaN(value) ? 'not known here' : value.toFixed(digits)

export const verdict = (isMet: boolean): string => (isMet ? 'met' : 'MISSED')
