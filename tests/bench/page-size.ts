// How much JavaScript somebody loads who opens an invitation: a real Chromium opens it, and what it asked for is weighed.
import { gzipSync } from 'node:zlib'
import { openBrowser, sitDown } from '#tests/support/browser.ts'
import { createWorkshop, startServer } from '#tests/support/server.ts'

/** Bytes after gzip of all scripts until the page rests, whatever loaded them. Needs a built client and a Chromium. */
export async function joinPageBytes(): Promise<number> {
  const server = await startServer()
  const browser = await openBrowser({ isWhole: true })
  try {
    const { links } = await createWorkshop(server.origin)
    const { page } = await sitDown(browser, server.origin)
    const scripts = new Map<string, Promise<number>>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith('.js')) {
        scripts.set(
          pathname,
          response.body().then((body) => gzipSync(body).length),
        )
      }
    })
    await page.goto(links.participant)
    await page.getByRole('button').first().waitFor()
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all(scripts.values())
    return sizes.reduce((sum, size) => sum + size, 0)
  } finally {
    await browser.close()
    await server.clear()
  }
}
