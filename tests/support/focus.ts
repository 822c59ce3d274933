// The focus moves after what it moves to is there: keys that are pressed before go elsewhere.
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

export const takesFocus = (locator: Locator): Promise<void> =>
  expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true)
