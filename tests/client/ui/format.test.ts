// Numbers, clocks and dates in both languages.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatClock, formatDate, formatNumber } from '#client/ui/format.ts'

test('decimals have a comma in German and a point in English', () => {
  expect(formatNumber(3.6, 'de')).toBe('3,6')
  expect(formatNumber(3.6, 'en')).toBe('3.6')
  expect(formatNumber(4, 'de')).toBe('4,0')
  expect(formatNumber(7, 'en', 0)).toBe('7')
})

test('a negative number has a minus sign, not a hyphen', () => {
  expect(formatNumber(-1.25, 'en')).toBe('−1.3')
})

test('the clock shows minutes and seconds, hours when there are any', () => {
  expect(formatClock(761_000)).toBe('12:41')
  expect(formatClock(5_000)).toBe('0:05')
  expect(formatClock(3_725_000)).toBe('1:02:05')
  expect(formatClock(0)).toBe('0:00')
})

test('a second that has begun is not over, on either side of zero', () => {
  expect(formatClock(999)).toBe('0:01')
  expect(formatClock(-1)).toBe('0:00')
  expect(formatClock(-30_000)).toBe('−0:30')
  expect(formatClock(-90_500)).toBe('−1:30')
})

test('the clock never shows sixty', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000_000, max: 40_000_000 }), (ms) => {
      expect(formatClock(ms)).toMatch(/^−?(\d+:[0-5])?\d:[0-5]\d$|^−?[0-5]?\d:[0-5]\d$/)
    }),
  )
})

test('a day of this year goes without the year', () => {
  const now = Date.UTC(2026, 10, 23, 12)
  expect(formatDate(Date.UTC(2026, 10, 3, 12), 'de', now)).toBe('3. November')
  expect(formatDate(Date.UTC(2026, 10, 3, 12), 'en', now)).toBe('3 November')
  expect(formatDate(Date.UTC(2025, 9, 20, 12), 'de', now)).toBe('20. Oktober 2025')
})
