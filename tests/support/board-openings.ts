// Everything that opens over the canvas, and how one opens it, in German; for tests that look at all of it.
import type { Locator, Page } from 'playwright-core'
import { handleOf } from '#tests/support/board-hands.ts'
import { middleOf } from '#tests/support/board-people.ts'

type Opening = { name: string; open: (page: Page) => Promise<Locator> }

/** The bar or panel beside a shape. */
const beside = (page: Page): Locator => page.locator('#board-inspector')

async function click(page: Page, { x, y }: { x: number; y: number }): Promise<Locator> {
  await page.mouse.click(x, y)
  return beside(page)
}
/** The board has come to where it was moved. */
async function stands(page: Page): Promise<void> {
  const place = () => page.locator('.tl-html-layer').first().getAttribute('style')
  for (let before: string | null = null; before === null || before !== (await place()); ) {
    before = await place()
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    )
  }
}

/** The first of its type of which the middle lies in the open; the board is moved until there is one. */
async function seenId(page: Page, type: string): Promise<string> {
  const shapes = page.locator(`.tl-shape[data-shape-type="${type}"]`)
  const inTheOpen = (all: Element[]) =>
    all
      .find((shape) => {
        const { left, top, width, height } = shape.getBoundingClientRect()
        const isFree = (x: number, y: number) =>
          document.elementFromPoint(x, y)?.closest('.tl-canvas') != null
        return width > 0 && isFree(left + width / 2, top + height / 2) && isFree(left + 24, top + 20)
      })
      ?.getAttribute('data-shape-id')
  for (let step = 0; step < 12; step++) {
    const id = await shapes.evaluateAll(inTheOpen)
    if (id) return id
    await page.locator('.tl-canvas').hover()
    await page.mouse.wheel(0, 120)
    await stands(page)
  }
  throw new Error(`no ${type} comes into view`)
}

const part = (name: string, type: 'stage' | 'lane' | 'persona'): Opening => ({
  name,
  open: async (page) => click(page, await handleOf(page, await seenId(page, type))),
})
const flyout = (label: string): Opening => ({
  name: label,
  open: async (page) => {
    await page.getByRole('button', { name: label, exact: true }).focus()
    await page.keyboard.press('Enter')
    return page.getByRole('menu')
  },
})

export const openings: readonly Opening[] = [
  part('stage', 'stage'),
  part('lane', 'lane'),
  {
    name: 'map',
    open: async (page) => {
      await page.getByRole('button', { name: /Karte „.*“: ziehen/ }).click()
      return beside(page)
    },
  },
  part('persona', 'persona'),
  {
    name: 'touchpoint',
    open: async (page) => click(page, await middleOf(page, await seenId(page, 'touchpoint'))),
  },
  {
    name: 'note and its colours',
    open: async (page) => {
      const bar = await click(page, await middleOf(page, await seenId(page, 'sticky-note')))
      await bar.getByRole('button', { name: /^Farbe/ }).click()
      await bar.getByRole('radio').first().waitFor({ state: 'attached' })
      return bar
    },
  },
  {
    name: 'delete question',
    open: async (page) => {
      const bar = await click(page, await handleOf(page, await seenId(page, 'stage')))
      await bar.getByRole('button', { name: 'Phase löschen' }).click()
      await bar.getByRole('button', { name: 'Abbrechen' }).waitFor()
      return bar
    },
  },
  flyout('Schmerzpunkt, Chance, Beleg'),
  flyout('Textmarker, Rahmen, Laserpunkt'),
  flyout('Dateien'),
  {
    name: 'keys',
    open: async (page) => {
      await page.locator('.tl-container').focus()
      await page.keyboard.press('?')
      return page.getByRole('dialog', { name: 'Tasten' })
    },
  },
  {
    name: 'export',
    open: async (page) => {
      await page.getByRole('button', { name: 'Dateien', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Exportieren' }).click()
      return page.getByRole('dialog', { name: 'Exportieren' })
    },
  },
  {
    name: 'history',
    open: async (page) => {
      await page.getByRole('button', { name: 'Mehr', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Verlauf des Boards' }).click()
      return page.getByRole('dialog', { name: 'Verlauf des Boards' })
    },
  },
]

/** What axe looks at of a page while one of them is open. */
export const opened = '#board-inspector, [role="menu"], [role="dialog"]'

/** Opens one of them, from a board as it was on entering, and closes it again. */
export async function withOpen(page: Page, { open }: Opening, look: (what: Locator) => Promise<void>) {
  await page.getByRole('button', { name: /ganze Karte zeigen/ }).click()
  await stands(page)
  const what = await open(page)
  await what.waitFor()
  await look(what)
  await page.keyboard.press('Escape')
  await page.locator('.tl-container').focus()
  await page.keyboard.press('Escape')
  await what.waitFor({ state: 'detached' })
}
