// The moment before the server's answer, for as long as a test wants to look at it.
import type { Page } from 'playwright-core'

/** Holds back what the server says in the room, from the next page on, until what is returned is called. */
export async function holdBackRoom(page: Page): Promise<() => void> {
  const { promise: isLetThrough, resolve } = Promise.withResolvers<void>()
  await page.routeWebSocket(/\/socket\.io\//, (near) => {
    const far = near.connectToServer()
    far.onMessage(async (message) => {
      await isLetThrough
      near.send(message)
    })
  })
  return resolve
}

/** The same for what is asked over HTTP; `asked` resolves when the first question is under way. */
export async function holdBackAnswers(
  page: Page,
  address: RegExp,
): Promise<{ asked: Promise<unknown>; letThrough: () => void }> {
  const { promise: isLetThrough, resolve } = Promise.withResolvers<void>()
  const asked = page.waitForRequest(address)
  await page.route(address, async (route) => {
    await isLetThrough
    await route.continue()
  })
  return { asked, letThrough: resolve }
}
