// Lines of text: nothing is lost, nothing is wider than its column, and each script runs its own way.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openDocument } from '#client/results/files/pdf/document.ts'
import { cleaned, type Line, linesOf } from '#client/results/files/pdf/lines.ts'
import { body } from '#client/results/files/pdf/style.ts'
import { Typefaces } from '#client/results/files/pdf/typefaces.ts'
import { fontFromDisk } from '#tests/support/font-from-disk.ts'
import { emptyReport } from '#tests/support/printed-report.ts'

const words = [
  'Fibre',
  'Kündigung',
  'Donaudampfschifffahrtsgesellschaft',
  '客户体验',
  'مرحبا',
  '10,5',
  '🚀',
  '(a)',
  '-',
]
let faces: Typefaces
let thaiFaces: Typefaces

beforeAll(async () => {
  const document = openDocument(emptyReport('en'))
  faces = await Typefaces.load(document, words, fontFromDisk)
  thaiFaces = await Typefaces.load(
    openDocument(emptyReport('en')),
    ['ลูกค้าไม่ได้รับการติดต่อกลับภายในสามวัน'],
    fontFromDisk,
  )
})

const seen = (lines: readonly Line[]) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')
const sorted = (text: string) => [...text.replace(/\s/g, '')].toSorted().join('')

test('every character that can be seen is drawn once, and no line is wider than its column', () => {
  const texts = fc.array(fc.constantFrom(...words, '\n'), { maxLength: 30 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(texts, fc.integer({ min: 24, max: 300 }), (text, width) => {
      const lines = linesOf(text, body, width, faces)
      // Brackets between Arabic words are drawn as their mirror images.
      const upright = (drawn: string) => sorted(drawn).replace(/[()]/g, '|')
      expect(upright(seen(lines))).toBe(upright(text))
      // A word that is cut is measured letter by letter, which knows nothing of how two of them stand together.
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 1.5)
    }),
    { numRuns: 150 },
  )
})

test('an empty text is one line of nothing', () => {
  expect(linesOf('', body, 100, faces)).toEqual([{ runs: [], width: 0, isRightToLeft: false }])
})

test('Arabic within English stands where it is read, from right to left', () => {
  const [line] = linesOf('Fibre مرحبا مرحبا Fibre', body, 400, faces)
  const runs = line?.runs ?? []
  expect(runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['Fibre', 'مرحبا مرحبا', 'Fibre'])
  expect(runs.map(({ x }) => x)).toEqual(runs.map(({ x }) => x).toSorted((one, other) => one - other))
})

test('a sentence that begins in Arabic begins on the right', () => {
  const [line] = linesOf('مرحبا Fibre مرحبا', body, 400, faces)
  const [first, middle, last] = line?.runs ?? []
  expect(line?.isRightToLeft).toBe(true)
  expect((first?.x ?? 0) > (middle?.x ?? 0) && (middle?.x ?? 0) > (last?.x ?? 0)).toBe(true)
})

test('line breaks of every system are line breaks, and control characters are nothing', () => {
  expect(cleaned('a\r\nb\rc\u2028d\te\u0000\u001b\ud800f')).toBe('a\nb\nc\nd ef')
})

test('a line of Thai ends between two words, which nothing else divides', () => {
  const words = ['ลูกค้า', 'ไม่', 'ได้', 'รับ', 'การ', 'ติดต่อ', 'กลับ', 'ภายใน', 'สาม', 'วัน']
  const ends = new Set(words.map((_, place) => words.slice(0, place + 1).join('')))
  let before = ''
  for (const { runs } of linesOf(words.join(''), body, 90, thaiFaces)) {
    before += runs.map(({ text }) => text).join('')
    expect(ends).toContain(before)
  }
  expect(before).toBe(words.join(''))
})
