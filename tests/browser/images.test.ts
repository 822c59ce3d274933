// Images on the board: one person puts them there, the other sees them; what is no image is refused in a sentence.
import { deflateSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { enter, isOurs, noteId, tool } from '#tests/support/board-people.ts'
import { openBrowser, type Person, photograph, sitDown } from '#tests/support/browser.ts'
import { type Cable, layCable } from '#tests/support/cable.ts'
import { chunk } from '#tests/support/palette-png.ts'
import { html, sampleImages, svg } from '#tests/support/sample-images.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

const patience = { timeout: 20_000, interval: 100 }

let server: RunningServer
let browser: Browser
/** Between the server and Ana. */
let cable: Cable
let workshop: CreatedWorkshop
let ana: Person
let bo: Person

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, { template: 'onboarding-telecom', language: 'de' })
  cable = await layCable(server.origin)
  const cabled = workshop.links.participant.replace(server.origin, cable.origin)
  ana = await enter(cabled, 'Ana', 'Abrechnung', await sitDown(browser, cable.origin))
  bo = await enter(
    workshop.links.participant,
    'Bo',
    'Vertrieb',
    await sitDown(browser, server.origin, { locale: 'en-GB' }),
  )
})
afterAll(async () => {
  await browser?.close()
  await cable?.close()
  await server?.clear()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photograph({ 'images-ana': ana, 'images-bo': bo })
})

type File = { name: string; mimeType: string; buffer: Buffer }
const file = (name: string, bytes: Uint8Array, mimeType = 'image/png'): File => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
})

async function choose(person: Person, label: string, ...files: File[]): Promise<void> {
  const { page } = person
  const chooser = page.waitForEvent('filechooser')
  await tool(person, label).click()
  await (await chooser).setFiles(files)
}

/** In the page: files are let go over the middle of the board. */
async function drop({ page }: Person, { name, mimeType, buffer }: File): Promise<void> {
  await page.evaluate(
    ([title, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], title, { type }))
      const options = { dataTransfer, bubbles: true, cancelable: true, clientX: 600, clientY: 400 }
      document.querySelector('.tl-canvas')?.dispatchEvent(new DragEvent('drop', options))
    },
    [name, mimeType, buffer.toString('base64')] as const,
  )
}

const images = (page: Page) => page.locator('.tl-shape[data-shape-type="image"] img.tl-image')
/** How many pixels each image on the board has: 0 while it is not loaded. */
const widths = (page: Page) =>
  images(page).evaluateAll((all) =>
    all.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
  )
const notice = ({ page }: Person) => page.getByRole('alert')

/** A PNG of one colour, so large that it takes a while. */
function plain(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((width + 1) * height), { level: 1 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('an image that one person chooses is seen by the other, also after a reload', async () => {
  await choose(ana, 'Bild', file('foto.png', plain(300, 200)))
  await expect.poll(() => widths(ana.page), patience).toEqual([300])
  await expect.poll(() => widths(bo.page), patience).toEqual([300])
  const address = await images(bo.page).getAttribute('src')
  expect(address).toMatch(new RegExp(`^/api/workshops/${workshop.id}/images/[0-9a-z]{26}$`))
  await bo.page.reload()
  await expect.poll(() => widths(bo.page), patience).toEqual([300])
})

test('undo takes an image from the board as one step, and redo brings it back', async () => {
  await ana.page.keyboard.press('Control+z')
  await expect.poll(() => widths(bo.page), patience).toEqual([])
  await ana.page.keyboard.press('Control+Shift+z')
  await expect.poll(() => widths(bo.page), patience).toEqual([300])
})

test('an image that is let go over the board comes there', async () => {
  await drop(bo, file('drawing.gif', sampleImages.gif, 'image/gif'))
  await expect.poll(() => widths(ana.page), patience).toHaveLength(2)
})

test.each([
  ['SVG', file('logo.svg', svg, 'image/svg+xml'), /logo\.svg.*SVG-Datei/],
  ['SVG under the name of a PNG', file('logo.png', svg), /logo\.png.*SVG-Datei/],
  ['HTML under the name of a PNG', file('seite.png', html), /seite\.png.*kein PNG, JPEG/],
  ['a damaged PNG', file('kaputt.png', sampleImages.png.slice(0, 24)), /kaputt\.png.*beschädigt/],
  [
    'an image of 100 megapixels',
    file('riesig.png', plain(10_000, 10_000)),
    /riesig\.png.*40 Millionen Pixel/,
  ],
])('%s is refused in a sentence, and nothing on the board changes', async (_name, chosen, sentence) => {
  const before = await images(ana.page).count()
  await choose(ana, 'Bild', chosen)
  await notice(ana).getByText(sentence).waitFor()
  expect(await images(ana.page).count()).toBe(before)
  expect(await images(bo.page).count()).toBe(before)
  await notice(ana).getByRole('button', { name: 'Verstanden' }).click()
})

test('of several files those that are images come, and the other one is named', async () => {
  const before = await images(ana.page).count()
  await choose(
    bo,
    'Image',
    file('one.png', plain(80, 60)),
    file('two.svg', svg),
    file('three.png', plain(90, 60)),
  )
  await notice(bo)
    .getByText(/two\.svg.*SVG file/)
    .waitFor()
  await expect.poll(() => images(ana.page).count(), patience).toBe(before + 2)
  await notice(bo).getByRole('button', { name: 'Got it' }).click()
})

test('without a connection it says so, and tries again when asked', async () => {
  const before = await images(bo.page).count()
  cable.pullOut()
  await choose(ana, 'Bild', file('später.png', plain(120, 60)))
  await notice(ana)
    .getByText(/Keine Verbindung.*später\.png/)
    .waitFor()
  cable.plugIn()
  await notice(ana).getByRole('button', { name: 'Noch einmal versuchen' }).click()
  await expect.poll(() => images(bo.page).count(), patience).toBe(before + 1)
  await notice(ana).getByText('später.png').waitFor({ state: 'detached' })
})

test('a picture of the board holds its images', async () => {
  const { page } = await sitDown(browser, server.origin)
  await page.goto(workshop.links.results)
  const picture = page.locator('section img[src^="data:image/svg+xml"]')
  await picture.waitFor()
  const [, packed = ''] = (await picture.getAttribute('src'))?.split(',') ?? []
  const drawn = Buffer.from(packed, 'base64').toString('utf8')
  expect(drawn.match(/<image [^>]*href="data:image\//g)).toHaveLength(await images(ana.page).count())
  expect(drawn).not.toMatch(/href="(?!data:|#)/)
})

test('a link that is pasted stays a text', async () => {
  const { page, context } = bo
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('.tl-canvas').click({ position: { x: 500, y: 700 } })
  await page.evaluate(() => navigator.clipboard.writeText('https://example.org/film.mp4'))
  await page.keyboard.press('Control+v')
  await expect.poll(() => noteId(ana.page, 'https://example.org/film.mp4'), patience).not.toBeNull()
  const types = await ana.page
    .locator('.tl-shape')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-shape-type')))
  expect(types.filter((type) => type && ['bookmark', 'embed', 'video'].includes(type))).toEqual([])
})

test('what was copied on one board comes onto another one with its images', async () => {
  const other = await createWorkshop(server.origin, { template: 'onboarding-telecom', language: 'en' })
  const { page } = bo
  const box = await images(page).first().boundingBox()
  await page.mouse.click((box?.x ?? 0) + 3, (box?.y ?? 0) + 3)
  await page.keyboard.press('Control+c')
  const there = await bo.context.newPage()
  const loaded = async () => (await widths(there)).map((width) => width > 0)
  await there.goto(other.links.participant)
  await there.getByRole('textbox', { name: /Name/ }).fill('Bo')
  await there
    .getByRole('radio', { name: 'Vertrieb' })
    .or(there.getByRole('radio', { name: 'Sales' }))
    .check()
  await there.getByRole('button', { name: 'Join' }).click()
  await there.locator('.tl-shape[data-shape-type="touchpoint"]').first().waitFor()
  await there.locator('.tl-canvas').click({ position: { x: 500, y: 700 } })
  await there.keyboard.press('Control+v')
  await expect.poll(loaded, patience).toEqual([true])
  expect(await images(there).getAttribute('src')).toContain(other.id)
  await there.reload()
  await expect.poll(loaded, patience).toEqual([true])
  await there.close()
})

test('nothing complained meanwhile', () => {
  for (const person of [ana, bo]) expect(person.complaints.filter(isOurs)).toEqual([])
})
