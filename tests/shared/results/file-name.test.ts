// Files are called after the workshop, on every file system.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '#shared/results/file-name.ts'
import { hostileTexts } from './sample-results.ts'

test.each([
  ['Glasfaser: vom Auftrag bis online', 'Glasfaser-vom-Auftrag-bis-online.md'],
  ['  Ärger & Ökostrom  ', 'Ärger-Ökostrom.md'],
  ['../../etc/passwd', 'etc-passwd.md'],
  ['a\u0308rger', 'ärger.md'],
  ['مرحبا بالعالم', 'مرحبا-بالعالم.md'],
  ['???', 'Workshop.md'],
  ['con', 'Workshop-con.md'],
  ['LPT1', 'Workshop-LPT1.md'],
  ['COM¹', 'Workshop-COM¹.md'],
  ['x'.repeat(200), `${'x'.repeat(60)}.md`],
  [`${'lang '.repeat(20)}`, `${'lang-'.repeat(12).slice(0, -1)}.md`],
])('%j becomes %j', (title, expected) => {
  expect(fileName(title, 'md')).toBe(expected)
})

// Any UTF-16 at all, halves of characters included.
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
  .map((units) => String.fromCharCode(...units))

test('whatever the title, the name is short, visible and without a path', () => {
  fc.assert(
    fc.property(fc.oneof(anyUnits, fc.constantFrom(...hostileTexts)), (title) => {
      const name = fileName(title, 'json')
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.json$/u)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
    }),
  )
})
