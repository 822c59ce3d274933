// Breaking lines without a browser: nothing is lost, nothing is too wide.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipText, textWidth, wrapText } from '#shared/board/text-lines.ts'

const card = { width: 148, size: 14, style: 'semibold94' } as const

test('breaks between words as the card in the picture does', () => {
  expect(wrapText('Nachfrage: Wann wird gebaut?', card)).toEqual(['Nachfrage: Wann wird', 'gebaut?'])
})

test('parts a long word where it may be parted', () => {
  const label = { width: 70, size: 13, style: 'semibold86' } as const
  expect(wrapText('Schmerzpunkte', label)).toEqual(['Schmerz-', 'punkte'])
  expect(wrapText('Emotionskurve', label)).toEqual(['Emotions-', 'kurve'])
  expect(wrapText('Touchpoints', label)).toEqual(['Touchpoints'])
})

test('keeps line breaks, and gives an empty text one line', () => {
  expect(wrapText('eins\n\nzwei', card)).toEqual(['eins', '', 'zwei'])
  expect(wrapText('', card)).toEqual([''])
})

test('says with an ellipsis that there is more', () => {
  expect(wrapText('eins zwei drei vier fünf sechs sieben acht', { ...card, maxLines: 1 })).toEqual([
    'eins zwei drei vier fünf…',
  ])
  expect(clipText('kurz', card)).toBe('kurz')
})

test('no line is wider than its card, and every letter is there', () => {
  const letter = fc.oneof(
    fc.constantFrom(...'aeiouäöüßnstrschk -WM\n'),
    fc.constantFrom('🙂', '漢', 'ф', '‮', 'é'),
  )
  const text = fc.array(letter, { maxLength: 80 }).map((letters) => letters.join(''))
  const bare = (of: string) => of.replace(/[\s-]/g, '')
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 200 }), (any, width) => {
      const lines = wrapText(any, { ...card, width })
      for (const line of lines) expect(textWidth(line, card.size, card.style)).toBeLessThanOrEqual(width)
      expect(bare(lines.join(''))).toBe(bare(any))
    }),
  )
})
