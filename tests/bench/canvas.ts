// How smoothly a board moves under a real pointer: the time between two frames of a real Chromium, while panning and dragging.
import type { Browser, Page } from 'playwright-core'
import { load } from '#tests/bench/board-table.ts'
import { fillBoard } from '#tests/bench/large-board.ts'
import { say, show, verdict } from '#tests/bench/say.ts'
import { percentile } from '#tests/bench/statistics.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { createWorkshop, joinByLink, startServer } from '#tests/support/server.ts'

const cards = 2000
const aim = { openMs: 3000, frameMs: 20 }
/** How long the pointer is kept moving. */
const movingMs = 4000

export async function canvasTable(): Promise<void> {
  const server = await startServer()
  const browser = await openBrowser({ isWhole: true })
  try {
    const empty = await measure(browser, server.origin, 0)
    const full = await measure(browser, server.origin, cards)
    say(`A board of ${cards} cards on one map in headless Chromium, beside one with none; ${load()}`)
    say(
      `  open and usable after ${show(full.openMs, 0)} ms, the empty one after ${show(empty.openMs, 0)} ms (at most ${aim.openMs}: ${verdict(full.openMs <= aim.openMs)})`,
    )
    for (const what of ['pan', 'drag', 'overview'] as const)
      say(
        `  ${names[what]}: ${framesOf(full[what])}; empty ${framesOf(empty[what])} (p95 at most ${aim.frameMs}: ${verdict(percentile(full[what].frames, 0.95) <= aim.frameMs)})`,
      )
  } finally {
    await browser.close()
    await server.clear()
  }
}

const names = {
  pan: 'moving the board',
  drag: 'dragging a card',
  overview: 'moving it with everything in view',
} as const

/** `workMs`: processor time of the page's main thread, which a busy machine does not make longer by waiting. */
type Motion = { frames: number[]; workMs: number }
type Measured = { openMs: number; pan: Motion; drag: Motion; overview: Motion }

const framesOf = ({ frames, workMs }: Motion): string =>
  `p50 ${show(percentile(frames, 0.5), 1)}, p95 ${show(percentile(frames, 0.95), 1)} ms between frames, ${show(workMs / frames.length, 1)} ms of work each`

/** Of the empty board, the card that is dragged is the only one. */
async function measure(browser: Browser, origin: string, count: number): Promise<Measured> {
  const { links } = await createWorkshop(origin, { template: 'blank' })
  await fillBoard(origin, await joinByLink(links.facilitator), Math.max(1, count))
  const person = await sitDown(browser, origin, { locale: 'en-GB' })
  await join(person, links.participant)
  const openMs = await reopen(person.page)
  const pan = await framesWhile(person.page, () => panAround(person.page))
  const drag = await framesWhile(person.page, () => dragAround(person.page))
  await person.page.keyboard.press('Shift+Digit1')
  const overview = await framesWhile(person.page, () => panAround(person.page))
  await person.context.close()
  return { openMs, pan, drag, overview }
}

async function join({ page }: Person, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('textbox', { name: /Name/ }).fill('Ana')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Join' }).click()
  await card(page).waitFor()
}

const card = (page: Page) => page.locator('.tl-shape[data-shape-type="sticky-note"]').first()

/** From the address to a card that answers to a click. */
async function reopen(page: Page): Promise<number> {
  const startedAt = performance.now()
  await page.reload({ waitUntil: 'commit' })
  await card(page).waitFor()
  const box = await card(page).boundingBox()
  if (!box) throw new Error('the card is not to be seen')
  await page.mouse.click(box.x + box.width / 2, box.y + 20)
  await page.locator('.tl-shape-indicator, .tl-selection__fg').first().waitFor({ state: 'attached' })
  return performance.now() - startedAt
}

/** Milliseconds between frames while `act` runs. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<Motion> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const workMs = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  await page.evaluate(() => {
    const times: number[] = []
    const each = (now: number) => {
      times.push(now)
      watch.handle = requestAnimationFrame(each)
    }
    const watch = { times, handle: requestAnimationFrame(each) }
    Object.assign(globalThis, { watch })
  })
  const before = await workMs()
  await act()
  const worked = (await workMs()) - before
  const times = await page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { times: number[]; handle: number } } // set above
    cancelAnimationFrame(watch.handle)
    return watch.times
  })
  await devTools.detach()
  return { frames: times.slice(1).map((time, at) => time - (times[at] ?? time)), workMs: worked }
}

async function panAround(page: Page): Promise<void> {
  const middle = await middleOf(page)
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down({ button: 'middle' })
  await circle(page, middle)
  await page.mouse.up({ button: 'middle' })
}

/** The first card in the page can lie outside of the view: one that the pointer does not reach would measure a still board. */
async function dragAround(page: Page): Promise<void> {
  const middle = await middleOf(page)
  const cards = page.locator('.tl-shape[data-shape-type="sticky-note"]')
  const at = await cards.evaluateAll((all, { x, y }) => {
    const far = all.map((each) => {
      const box = each.getBoundingClientRect()
      return box.width === 0 ? Number.POSITIVE_INFINITY : Math.hypot(box.x - x, box.y - y)
    })
    return far.indexOf(Math.min(...far))
  }, middle)
  const id = await cards.nth(at).getAttribute('data-shape-id')
  const dragged = page.locator(`.tl-shape[data-shape-id="${id}"]`)
  const box = await dragged.boundingBox()
  if (!box) throw new Error('the card is not to be seen')
  await page.mouse.move(box.x + box.width / 2, box.y + 20)
  await page.mouse.down()
  await circle(page, middle)
  const now = await dragged.boundingBox()
  if (now?.x === box.x && now.y === box.y) throw new Error('the card was not dragged')
  await page.mouse.up()
}

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.tl-canvas').boundingBox()
  if (!box) throw new Error('the board is not to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** As fast as the page takes it, which is how a mouse behaves. */
async function circle(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const startedAt = performance.now()
  for (let passed = 0; passed < movingMs; passed = performance.now() - startedAt)
    await page.mouse.move(x + 250 * Math.sin(passed / 400), y + 180 * Math.sin(passed / 270))
}
