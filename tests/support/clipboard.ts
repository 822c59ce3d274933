// What a page puts on the clipboard: by itself, a moment after one has asked for it.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** For contexts that may read and write it. What lay there before does not count. */
export async function copiedBy(page: Page, ask: () => Promise<unknown>): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await ask()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).not.toBe('')
  return copied()
}
