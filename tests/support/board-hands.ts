// What people do on a map with the mouse, from one point of the page to another.
import type { Locator, Page } from 'playwright-core'
import { stillBox } from '#tests/support/board-people.ts'

/** A stage, lane or persona is taken by its title, at its upper left. */
export async function handleOf(page: Page, id: string) {
  const box = await stillBox(page, id)
  return { x: box.x + 24, y: box.y + 20 }
}
export async function dragBetween(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}
export async function middle(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
