// What a page says to screen readers: one sentence at a time, each in the place of the one before.
import type { Page } from 'playwright-core'

/**
 * Resolves when the page says it, or has said it last. Looks at every frame. Where another sentence may follow soon, this is
 * begun before the deed, and awaited after it.
 */
export async function heard(page: Page, words: string | RegExp): Promise<void> {
  const { source, flags } =
    typeof words === 'string' ? new RegExp(words.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')) : words
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role="status"][aria-live="polite"]')].some(({ textContent }) =>
        new RegExp(wanted.source, wanted.flags).test(textContent ?? ''),
      ),
    { source, flags },
  )
}
