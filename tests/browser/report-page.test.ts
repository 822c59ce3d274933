// A long report of several sessions: where one is in it, what is folded up, where an address leads, and all of it on paper.
import type { Browser, Locator, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { axe } from '#tests/support/axe.ts'
import { bringWorkshop } from '#tests/support/bring-workshop.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { longWorkshop } from '#tests/support/long-workshop.ts'
import { type RunningServer, startServer } from '#tests/support/server.ts'

const patience = { timeout: 20_000, interval: 100 }
const phone = { width: 360, height: 740 }
const file = longWorkshop({ people: 8, sessions: 3, cards: 24, polls: 8 })
const actions = 12 // four a session
const cards = 4 // that they come from: the same in each session

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await bringWorkshop(server.origin, file)
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})

async function open(viewport = { width: 1440, height: 900 }): Promise<Person> {
  const person = await sitDown(browser, server.origin, { viewport })
  await person.page.goto(workshop.links.results)
  await whole(person.page)
  return person
}

/** The last section is there, and the picture of the map. */
async function whole(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: file.workshop.title }).waitFor()
  await page.getByRole('region', { name: 'Über die Sitzungen' }).waitFor()
  await page
    .getByRole('img', { name: /^Bild der Karte/ })
    .first()
    .waitFor()
}

/** How far below the window's upper edge it begins. */
const topOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().top)
const isAtTop = (place: Locator) =>
  expect
    .poll(async () => {
      const top = await topOf(place)
      return top >= -1 && top < 120
    }, patience)
    .toBe(true)

test('an address that names a section leads to it, and what is drawn above it later does not push it away', async () => {
  const { context, complaints } = await open()
  // In a tab that has nothing yet: where the report stands already, the same address would only move it.
  const page = await context.newPage()
  await page.goto(`${server.origin}/w/${workshop.id}/results?seat=results#concerns`)
  await whole(page)
  await isAtTop(page.getByRole('region', { name: 'Bedenken' }))
  const contents = page.getByRole('navigation', { name: 'Inhalt' })
  await contents.getByRole('link', { name: 'Commitments' }).click()
  await expect
    .poll(
      () => contents.locator('[aria-current="location"]').filter({ visible: true }).textContent(),
      patience,
    )
    .toBe('Commitments')
  await contents.getByRole('link', { name: 'Nach oben' }).click()
  await expect.poll(() => page.evaluate(() => window.scrollY), patience).toBe(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('the latest session is open, those before are folded up and open by keyboard', async () => {
  const { page, context } = await open()
  const section = page.getByRole('region', { name: 'Commitments' })
  const promises = section.getByText('Ich rufe 1 Kunden an.')
  await expect.poll(() => promises.count(), patience).toBe(3)
  await expect.poll(() => promises.filter({ visible: true }).count(), patience).toBe(1)
  await section.getByRole('heading', { name: /^Sitzung 1/ }).waitFor()
  await section.locator('summary').filter({ hasText: 'Sitzung 1' }).press('Enter')
  await expect.poll(() => promises.filter({ visible: true }).count(), patience).toBe(2)
  // One session alone has nothing to fold up.
  await page
    .getByRole('navigation', { name: 'Sitzung wählen' })
    .getByRole('link', { name: /^Sitzung 2/ })
    .click()
  await expect.poll(() => promises.count(), patience).toBe(1)
  await promises.waitFor()
  await context.close()
})

test('on a phone the contents stay above the report, lead to a section and say which one it is', async () => {
  const { page, context, complaints } = await open(phone)
  const bar = page.getByRole('navigation', { name: 'Inhalt' })
  await page.getByRole('region', { name: 'Wer da war' }).scrollIntoViewIfNeeded()
  await expect.poll(() => topOf(bar), patience).toBeLessThan(1)
  const summary = bar.locator('summary')
  await summary.press('Enter')
  const link = bar.getByRole('link', { name: 'Bedenken' })
  await link.waitFor()
  const { violations } = await (await axe(page)).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await link.press('Escape')
  await link.waitFor({ state: 'hidden' })
  await expect
    .poll(() => summary.evaluate((element) => element === document.activeElement), patience)
    .toBe(true)
  await summary.click()
  await link.click()
  await link.waitFor({ state: 'hidden' })
  await isAtTop(page.getByRole('region', { name: 'Bedenken' }))
  await expect.poll(() => summary.textContent(), patience).toContain('Bedenken')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await context.close()
})

test.each([
  ['the button', (page: Page) => page.getByRole('button', { name: 'Drucken' }).click()],
  ['the keyboard', (page: Page) => page.keyboard.press('Control+p')],
  ['a key that is held down', (page: Page) => page.evaluate(holdsPrintKey)],
])(
  'printed by %s, every session is open and every action shows its way with the picture',
  async (_, print) => {
    const { page, context, complaints } = await open()
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.evaluate(printsInstantly)
    const folds = page.locator('main details:not([open])')
    const foldedUp = await folds.count()
    expect(foldedUp).toBeGreaterThan(0)
    await print(page)
    const printed = () => page.evaluate(() => (window as unknown as Printed).printed)
    await expect.poll(async () => (await printed()) !== undefined, patience).toBe(true)
    const once = { times: 1, scheme: 'light', ways: actions, pictures: actions, folded: 0 }
    expect(await printed()).toEqual(once)
    // And afterwards all is as it was.
    await expect.poll(() => folds.count(), patience).toBe(foldedUp)
    expect(await printed()).toEqual(once)
    await expect
      .poll(() => page.getByRole('list', { name: 'Der Weg dieser Maßnahme' }).count(), patience)
      .toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('the browser’s own print menu, which gives no time to draw, finds every picture drawn', async () => {
  const { page, context, complaints } = await sitDown(browser, server.origin)
  await page.addInitScript(countsPictures)
  await page.goto(workshop.links.results)
  await whole(page)
  // Nothing is asked of the page meanwhile: it draws when it has time.
  const drawn = () => page.evaluate(() => (window as unknown as { pictures: number }).pictures)
  await expect.poll(drawn, { ...patience, timeout: 40_000 }).toBe(cards)
  const text = await wordsOnPaper(page)
  expect(text).not.toContain('Dieser Teil des Boards wird gezeichnet')
  // What stands in the pictures can be read on the paper; without them it is missing.
  await page.addStyleTag({ content: 'main img[alt^="Das Board rund um"] { visibility: hidden }' })
  expect(text.length).toBeGreaterThan((await wordsOnPaper(page)).length + actions * 100)
  expect(complaints).toEqual([])
  await context.close()
})

/** Runs in the page before everything else: how many parts of the board have been drawn. */
function countsPictures(): void {
  Object.assign(window, { pictures: 0 })
  const create = URL.createObjectURL
  URL.createObjectURL = (source) => {
    if (source instanceof Blob && source.type.startsWith('image/svg')) {
      const counted = window as unknown as { pictures: number }
      counted.pictures += 1
    }
    return create(source)
  }
}

/** Of the whole print, those in its pictures, too. */
async function wordsOnPaper(page: Page): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(await page.pdf()))
  const { text } = await extractText(document, { mergePages: true })
  return text
}

test('with twenty sessions no figure of a trend lies on another, and one session is chosen from a list', async () => {
  const long = await bringWorkshop(
    server.origin,
    longWorkshop({ people: 6, sessions: 20, cards: 24, polls: 40 }),
  )
  const { page, context, complaints } = await sitDown(browser, server.origin, { viewport: phone })
  await page.goto(long.links.results)
  const trends = page.getByRole('region', { name: 'Über die Sitzungen' })
  await trends.getByRole('img').first().waitFor()
  for (const width of [phone.width, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await trends.evaluate(touching)).toEqual([])
  }
  const choice = page.getByRole('combobox', { name: 'Sitzung wählen' })
  await choice.selectOption({ label: 'Sitzung 7, 16. November 2026' })
  await expect.poll(() => new URL(page.url()).searchParams.get('session'), patience).toBe('7')
  await page.getByText('Bericht zum Workshop, Sitzung 7').waitFor()
  await choice.selectOption({ label: 'Alle Sitzungen' })
  await page.getByText('Bericht zum Workshop, 20 Sitzungen').waitFor()
  const { violations } = await (await axe(page)).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

/** Runs in the page: the words in its charts that lie on each other, or on the chart's title. */
function touching(section: Element): string[] {
  return [...section.querySelectorAll('figure')].flatMap((figure) => {
    const words = [...figure.querySelectorAll('figcaption bdi, text')].map((element) => ({
      text: element.textContent,
      box: element.getBoundingClientRect(),
    }))
    return words.flatMap((one, at) =>
      words
        .slice(at + 1)
        .filter(
          ({ box }) =>
            box.left < one.box.right - 1 &&
            one.box.left < box.right - 1 &&
            box.top < one.box.bottom - 3 && // a line of writing is higher than what is written
            one.box.top < box.bottom - 3,
        )
        .map(({ text }) => `${figure.querySelector('figcaption')?.textContent}: ${one.text} on ${text}`),
    )
  })
}

type Printed = {
  printed?: { times: number; scheme: string | null; ways: number; pictures: number; folded: number }
}

/** Runs in the page: the key comes again before anything has been prepared. */
function holdsPrintKey(): void {
  for (const repeat of [false, true])
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, repeat }))
}

/** Runs in the page: what a browser does, without a dialog, and what would be on the paper. */
function printsInstantly(): void {
  window.print = () => {
    window.dispatchEvent(new Event('beforeprint'))
    const root = document.documentElement
    const images = [...document.querySelectorAll<HTMLImageElement>('main img[alt^="Das Board rund um"]')]
    const printed = {
      times: ((window as unknown as Printed).printed?.times ?? 0) + 1,
      scheme: root.getAttribute('data-mantine-color-scheme'),
      ways: document.querySelectorAll('main [aria-label="Der Weg dieser Maßnahme"]').length,
      pictures: images.filter((image) => image.complete && image.naturalWidth > 100).length,
      folded: document.querySelectorAll('main > section details:not([open])').length,
    }
    Object.assign(window, { printed })
    window.dispatchEvent(new Event('afterprint'))
  }
}

test('the language of the files is chosen by keyboard', async () => {
  const { page, context } = await open()
  const choice = page.getByRole('radiogroup', { name: 'Sprache der Dateien' })
  await choice.getByRole('radio', { name: 'Deutsch' }).press('ArrowRight')
  await expect.poll(() => choice.getByRole('radio', { name: 'English' }).isChecked(), patience).toBe(true)
  await context.close()
})
