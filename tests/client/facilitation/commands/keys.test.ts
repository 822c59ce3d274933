// The overview of keys leaves no step out.
import { expect, test } from 'vitest'
import { steps } from '#client/facilitation/commands/keys-texts.ts'
import { usedLetters } from '#client/facilitation/commands/shortcuts.ts'

test('every letter that a step has stands in the overview, once', () => {
  expect([...steps].sort()).toEqual([...usedLetters].sort())
})
