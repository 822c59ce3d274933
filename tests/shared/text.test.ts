// What becomes of a text from elsewhere before it is a note: always one that the server takes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asLines, lines } from '#shared/text.ts'

test('breaks and tabs stay, what cannot be printed is a space, half a letter at the limit goes', () => {
  expect(asLines(' eins\r\n\tzwei\u0007drei\u2028vier ', 100)).toBe('eins\r\n\tzwei drei vier')
  expect(asLines('ab😀', 3)).toBe('ab')
})

test('whatever it is, nothing is left of it or a text that is taken', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('\ud83d', '\u0085', '\u2029', '\0'),
  )
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      fc.integer({ min: 1, max: 30 }),
      (text, max) => {
        const kept = asLines(text, max)
        expect(kept === '' || lines(max).parse(kept) === kept).toBe(true)
      },
    ),
  )
})
