// A persona's picture on the canvas: uploaded by one, seen by the other, and whole in an exported file.
import { beforeAll, expect, test } from 'vitest'
import { handleOf } from '#tests/support/board-hands.ts'
import { isOurs, shape } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { svgFromResults } from '#tests/support/results-svg.ts'
import { html, sampleImages } from '#tests/support/sample-images.ts'

const henrik = 'shape:persona'

const room = boardWorkshop('picture', { template: 'complaint', language: 'de' })
let ana: Person
let bo: Person

beforeAll(async () => {
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' })
  bo = await room.enter('participant', { name: 'Bo', department: 'Vertrieb' })
})

async function choosePicture(button: string, name: string, bytes: Uint8Array) {
  const { page } = ana
  const chooser = page.waitForEvent('filechooser')
  await page.locator('#board-inspector').getByRole('button', { name: button }).click()
  await (await chooser).setFiles([{ name, mimeType: 'image/png', buffer: Buffer.from(bytes) }])
}

test('what is no image is refused in a sentence, and the outline stays', async () => {
  const { x, y } = await handleOf(ana.page, henrik)
  await ana.page.mouse.click(x, y)
  await choosePicture('Bild wählen', 'falsch.png', html)
  await ana.page.getByRole('alert').getByText('falsch.png').waitFor()
  await ana.page.getByRole('alert').getByRole('button', { name: 'Verstanden' }).click()
  expect(await shape(ana.page, henrik).locator('image').count()).toBe(0)
})

test('a picture that one person chooses is on the card for both', async () => {
  await choosePicture('Bild wählen', 'henrik.png', sampleImages.png)
  for (const { page } of [ana, bo]) await shape(page, henrik).locator('image').waitFor({ state: 'attached' })
})

test('an exported picture carries it, without anything that only browsers draw', async () => {
  const svg = await svgFromResults(room)
  expect(svg).toMatch(/<image[^>]+href="data:image\/png;base64,/)
  expect(svg).not.toContain('/api/workshops/')
})

test('it is taken away again, and undone', async () => {
  await ana.page.locator('#board-inspector').getByRole('button', { name: 'Ohne Bild' }).click()
  const pictures = (page: Person['page']) => shape(page, henrik).locator('image').count()
  await expect.poll(() => pictures(bo.page), { timeout: 20_000 }).toBe(0)
  await ana.page.locator('.tl-container').focus()
  await ana.page.keyboard.press('Control+z')
  await expect.poll(() => pictures(bo.page), { timeout: 20_000 }).toBe(1)
})

test('the console stays clean', () => {
  expect([ana, bo].flatMap(({ complaints }) => complaints).filter(isOurs)).toEqual([])
})
