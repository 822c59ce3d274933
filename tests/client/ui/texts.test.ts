// Texts in two languages: chosen by the person, else by the browser; both have the same words to say.
import { afterEach, expect, test } from 'vitest'
import { defineTexts, i18n, preferredLanguage, textsNow } from '#client/ui/texts.ts'

const texts = defineTexts('texts-test', {
  de: { hello: 'Hallo {{name}}', cards_one: '{{count}} Karte', cards_other: '{{count}} Karten' },
  en: { hello: 'Hello {{name}}', cards_one: '{{count}} card', cards_other: '{{count}} cards' },
})
afterEach(() => i18n.changeLanguage('de'))

test('what was chosen here before wins over the browser', () => {
  expect(preferredLanguage('en', ['de-DE'])).toBe('en')
  expect(preferredLanguage('fr', ['de-DE'])).toBe('de')
})

test('the first language of the browser that we speak is taken, English when we speak none', () => {
  expect(preferredLanguage(null, ['fr-FR', 'de-AT', 'en'])).toBe('de')
  expect(preferredLanguage(null, ['pt-BR', 'en-GB', 'de'])).toBe('en')
  expect(preferredLanguage(null, ['fr'])).toBe('en')
  expect(preferredLanguage(null, [])).toBe('en')
})

test('values and counts are put in, in the language of the moment', async () => {
  expect(textsNow(texts)('cards', { count: 1 })).toBe('1 Karte')
  await i18n.changeLanguage('en')
  expect(textsNow(texts)('cards', { count: 2 })).toBe('2 cards')
})

test('a language that was asked for wins over that of the moment', () => {
  expect(textsNow(texts, 'en')('cards', { count: 2 })).toBe('2 cards')
  expect(textsNow(texts)('cards', { count: 2 })).toBe('2 Karten')
})

test('a value with markup or braces in it stays as it was typed', () => {
  expect(textsNow(texts)('hello', { name: '<b>{{count}}</b> & Söhne' })).toBe(
    'Hallo <b>{{count}}</b> & Söhne',
  )
})
