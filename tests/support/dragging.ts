// A drag as a person does it, by mouse or by finger; what it comes to is for the page to say.
import type { Locator, Page } from 'playwright-core'

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox()
  if (!box) throw new Error('What is to be dragged is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Only when both lie where they stay: bringing the second one into view may move the first. */
async function ends(from: Locator, to: Locator) {
  for (const one of [from, to]) await one.scrollIntoViewIfNeeded()
  return [await middle(from), await middle(to)] as const
}

/** `beforeDrop` waits for what the page shows meanwhile. */
export async function dragByMouse(
  page: Page,
  from: Locator,
  to: Locator,
  beforeDrop: () => Promise<unknown> = async () => {},
): Promise<void> {
  const [start, end] = await ends(from, to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await beforeDrop()
  await page.mouse.up()
}

export async function dragByFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = await ends(from, to)
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove', { x, y }: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
  await touch('touchStart', start)
  await touch('touchMove', { x: start.x, y: (start.y + end.y) / 2 })
  await touch('touchMove', end)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
