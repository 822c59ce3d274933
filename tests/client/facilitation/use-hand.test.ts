// The key H is the hand; the same key with a modifier belongs to the browser or to the board.
import { expect, test } from 'vitest'
import { isHandKey } from '#client/facilitation/use-hand.ts'

const key = (
  name: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('H alone is the hand, also with caps lock', () => {
  expect([isHandKey(key('h')), isHandKey(key('H'))]).toEqual([true, true])
  expect(isHandKey(key('j'))).toBe(false)
})

test.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'] as const)('with %s it is not', (modifier) => {
  expect(isHandKey(key('h', { [modifier]: true }))).toBe(false)
})
