// A page as it looks once it has caught up with a change of its window.
import type { Page } from 'playwright-core'

/** Two frames: the first may have been under way already. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

export async function resize(page: Page, viewport: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(viewport)
  await page.waitForFunction((width) => innerWidth === width, viewport.width)
  await painted(page)
}
