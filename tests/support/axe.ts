// axe's rules for WCAG 2.2 AA on a page as it stands.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Says every finding, and spends no time on writing down what is well. Without frames from elsewhere axe needs no second page
 * to put its results together, either: together that is a quarter of the time.
 */
export async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await Promise.all(page.frames().map((frame) => frame.evaluate(() => 'axe' in window)))
  // By itself it would be read into the page anew for every look, and twice: half a megabyte.
  const source = isThere.every(Boolean) ? { axeSource: 'void 0' } : {}
  return new AxeBuilder({ page, ...source }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
}

/**
 * What axe holds against a page, or what is within a part of it, in both colour schemes. Serious and critical findings
 * count, the others are printed.
 */
export async function findings(page: Page, within = 'html'): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    await settled(page)
    const { violations } = await (await axe(page)).include(within).withTags(wcag).analyze()
    for (const { id, impact, nodes } of violations) {
      const line = `${colorScheme} ${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
      if (impact === 'serious' || impact === 'critical') found.push(line)
      else console.log(page.url(), line)
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return found
}

/** The colours have changed over, and no board is being drawn in the background: axe would measure what nobody sees. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.getAnimations().length === 0 && document.querySelector('body > .tl-container') === null,
  )
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  )
}
