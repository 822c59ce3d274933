import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xmlText } from '#client/results/files/xml-text.ts'

test('letters of every script, emoji, tabs and line breaks stay', () => {
  const text = 'Größe\tمرحبا\n客户 👩🏽‍🚒 𝒳'
  expect(xmlText(text)).toBe(text)
})

test('control characters, halves and what is no character are left out', () => {
  expect(xmlText('a\u0000b\u0008c\u000Bd\u001Fe\u007Ff\u009Fg\uFFFEh\uFFFFi\uD83Dj')).toBe('abcdefghij')
})

test('every line break is the same', () => {
  expect(xmlText('a\r\nb\rc\u2028d\u2029e')).toBe('a\nb\nc\nd\ne')
})

test('whatever is typed, XML 1.0 allows what is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(xmlText(text)).toMatch(/^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
    }),
  )
})
