// People who sit down at a board in real browsers, and what they do there with mouse and keys.
import type { Locator, Page } from 'playwright-core'
import type { Person } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'

/** Opens the link, says who one is, and waits for the map; warnings in the console are complaints here, too. */
export async function enter(
  link: string,
  name: string,
  department: string | null,
  person: Person,
): Promise<Person> {
  const { page, context, complaints } = person
  context.on('console', (message) => {
    if (message.type() === 'warning') complaints.push(`console warning: ${message.text()}`)
  })
  await comeIn(page, link, { name, department })
  await page.locator('.tl-shape:visible').first().waitFor()
  return person
}

/**
 * In the page: what `forged` holds is the first thing that the next connection to the board says, once; while `isOld`, connections speak
 * the board in the version of another program.
 */
export function sayFirst() {
  const page: { forged?: number[] | undefined; isOld?: boolean } & typeof globalThis = globalThis
  page.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(page.isOld ? String(url).replace(/schema=\w+/, 'schema=00000000') : url, protocols)
      if (!String(url).includes('/board/')) return // the room has a connection of its own
      this.addEventListener('open', () => {
        if (page.forged) super.send(new Uint8Array(page.forged))
        page.forged = undefined
      })
    }
  }
}

/** The browser itself writes down that it was cut off, and that a newcomer had no seat yet. */
export const isOurs = (complaint: string) =>
  !/status of 401|net::ERR_|WebSocket connection to/.test(complaint)

export const shape = (page: Page, id: string): Locator => page.locator(`.tl-shape[data-shape-id="${id}"]`)
export const tool = ({ page }: Person, name: string) =>
  page.getByRole('toolbar', { name: /Werkzeuge|Tools/ }).getByRole('button', { name, exact: true })

/** By keyboard: another kind of a tool, from the corner beside it. */
export async function chooseKind(person: Person, corner: string, kind: string): Promise<void> {
  await tool(person, corner).focus()
  await person.page.keyboard.press('Enter')
  await person.page.getByRole('menuitem', { name: kind }).focus()
  await person.page.keyboard.press('Enter')
}

/** Writes a note where one clicks, and leaves it. */
export async function writeNote(
  person: Person,
  label: string,
  words: string,
  position: { x: number; y: number },
) {
  await tool(person, label).click()
  await person.page.locator('.tl-canvas').click({ position })
  await person.page.locator('.tl-canvas textarea:focus').waitFor()
  await person.page.keyboard.type(words)
  await person.page.keyboard.press('Escape')
}

/** The note with these words, drawn line by line, found by what it holds without its spaces. */
export async function noteId(page: Page, words: string): Promise<string | null> {
  const plain = (text: string) => text.replace(/[\s\u00AD-]/g, '')
  for (const note of await page.locator('.tl-shape[data-shape-type="sticky-note"]').all())
    if (plain((await note.textContent()) ?? '').includes(plain(words)))
      return await note.getAttribute('data-shape-id')
  return null
}
export const seesNote = async ({ page }: Person, words: string) => (await noteId(page, words)) !== null

/** Once it lies still: the board may have been moved a moment ago, and shows that with its next frame. */
export async function stillBox(page: Page, id: string) {
  const element = await shape(page, id).elementHandle()
  await element?.waitForElementState('stable')
  const box = await shape(page, id).boundingBox()
  if (!box) throw new Error(`${id} is not to be seen`)
  return box
}
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await stillBox(page, id)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
/** By its upper left: what belongs to a card may lie over its middle. Forced, and so not waited for by itself. */
export async function clickCard(card: Locator): Promise<void> {
  const element = await card.elementHandle()
  await element?.waitForElementState('stable')
  await card.click({ position: { x: 60, y: 30 }, force: true })
}
export async function drag(page: Page, id: string, to: { x: number; y: number }) {
  const from = await middleOf(page, id)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}
