// axe's rules for WCAG 2.2 AA on a page as it stands.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { painted } from '#tests/support/painted.ts'

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

type Scheme = 'light' | 'dark'
type Look = { scheme: Scheme; within: string; rules: readonly string[] | null }

/** Those of WCAG that read colours. The others find the same in both schemes wherever the page says the same in both. */
const ofColours = ['color-contrast', 'link-in-text-block']

/**
 * What axe holds against a page, or what is within a part of it, in both colour schemes. Serious and critical findings
 * count, the others are printed. The page is left in the other scheme than it was in: changing over draws a board anew,
 * which takes longer than looking, and the next look begins there as well.
 */
export async function findings(page: Page, within = 'html'): Promise<string[]> {
  const first = await page.evaluate(
    (): Scheme => (document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light'),
  )
  const second = first === 'light' ? 'dark' : 'light'
  await changeOver(page, first)
  const found = await look(page, { scheme: first, within, rules: null })
  const before = await outline(page)
  await changeOver(page, second)
  const isAlike = (await outline(page)) === before
  found.push(...(await look(page, { scheme: second, within, rules: isAlike ? ofColours : null })))
  await page.emulateMedia({ reducedMotion: null })
  return found
}

async function look(page: Page, { scheme, within, rules }: Look): Promise<string[]> {
  const found: string[] = []
  const wanted = (await axe(page)).include(within)
  const { violations } = await (rules ? wanted.withRules([...rules]) : wanted.withTags(wcag)).analyze()
  for (const { id, impact, nodes } of violations) {
    const line = `${scheme} ${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
    if (impact === 'serious' || impact === 'critical') found.push(line)
    else console.log(page.url(), line)
  }
  return found
}

/** Everything that rules could go by except colours: elements, attributes, what can be seen, and what has words. */
const outline = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const looks = /^(?:class|style|fill|stroke|d|src)$|^data-/
    const isWord = ({ nodeType, nodeValue }: Node) => nodeType === Node.TEXT_NODE && !!nodeValue?.trim()
    const lines = [...document.querySelectorAll('body, body *')].map((element) => {
      const attributes = [...element.attributes].filter(({ name }) => !looks.test(name))
      const isSeen = element.checkVisibility({ visibilityProperty: true })
      const hasWords = [...element.childNodes].some(isWord)
      const said = attributes.map(({ name, value }) => `${name}=${value}`)
      return [element.tagName, isSeen, hasWords, ...said].join(' ')
    })
    return lines.join('\n')
  })

async function changeOver(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
  await settled(page)
}

/** The colours have changed over, and no board is being drawn in the background: axe would measure what nobody sees. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.getAnimations().length === 0 && document.querySelector('body > .tl-container') === null,
  )
  await painted(page)
}
