// Every refusal has a sentence in both languages, and the exact one where there is one.
import { afterEach, expect, test } from 'vitest'
import { refusalText, refusalTexts } from '#client/facilitation/refusal-texts.ts'
import { i18n, textsNow } from '#client/ui/texts.ts'
import { commandOf } from '#shared/facilitation/commands.ts'
import type { RefusalCode } from '#shared/facilitation/decision.ts'

afterEach(() => i18n.changeLanguage('de'))

// A record, so that a new code does not compile without an entry.
const codes: Record<RefusalCode, true> = {
  'not-allowed': true,
  'not-found': true,
  'already-done': true,
  overtaken: true,
  'not-now': true,
  'group-too-small': true,
  'too-similar': true,
  'server-only': true,
  invalid: true,
  busy: true,
}

test.each(['de', 'en'])('every code is a sentence in %s', async (language) => {
  await i18n.changeLanguage(language)
  for (const code of Object.keys(codes) as RefusalCode[]) // the keys of that record are the codes
    expect(refusalText(textsNow(refusalTexts), { command: 'floor.yield', code })).toMatch(
      /^[A-ZÄÖÜ].{10,}\.$/,
    )
})

test('a command with a sentence of its own gets that one', async () => {
  const text = () => refusalText(textsNow(refusalTexts), { command: 'hand.call', code: 'not-found' })
  expect(text()).toBe('Diese Hand ist nicht mehr oben.')
  await i18n.changeLanguage('en')
  expect(text()).toBe('That hand is no longer up.')
})

test('each sentence of a command names one that exists with a code that exists, and is a sentence in both languages', async () => {
  const exact = Object.keys(i18n.getResourceBundle('de', 'refusal')).filter((key) => key.includes(' '))
  expect(exact).not.toEqual([])
  for (const key of exact) {
    const [command = '', code = ''] = key.split(' ')
    expect(
      Object.values(commandOf).some((isOne) => isOne({ type: command })),
      key,
    ).toBe(true)
    expect(Object.keys(codes)).toContain(code)
    for (const language of ['de', 'en'])
      expect(i18n.getResource(language, 'refusal', key), key).toMatch(/^[A-ZÄÖÜ].{10,}\.$/)
  }
})
