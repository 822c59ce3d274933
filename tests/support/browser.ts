// A real headless Chromium for tests and screenshots: people as browser contexts, and a watch on what their pages do wrong.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { findChromium } from '#server/launch/chromium.mjs'

// Without these the browser looks up hosts of its own at every start, and runs into a closed network many times a second.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Opening = {
  /** Further words of Chromium's command line. */
  more?: readonly string[]
  /** Not the shell without windows that tests go faster in, but the browser that people have. */
  isWhole?: boolean
}

export async function openBrowser({ more = [], isWhole = false }: Opening = {}): Promise<Browser> {
  const executablePath = findChromium({ isWhole })
  if (!executablePath) throw new Error('No Chromium was found; npm test installs one before it comes here.')
  return chromium.launch({ executablePath, args: [...quiet, ...more] })
}

/** One human at one device: a browser context of their own, with every complaint of their pages written down. */
export type Person = {
  page: Page
  context: BrowserContext
  /** Console errors, page errors, and requests to any host but the server's. */
  complaints: string[]
}

export async function sitDown(
  browser: Browser,
  origin: string,
  { viewport = { width: 1440, height: 900 }, locale = 'de-DE', ...options }: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({ viewport, locale, ...options })
  context.setDefaultTimeout(15_000) // less than any poll's patience: what a poll asks for may be gone when it asks
  const page = await context.newPage()
  const complaints: string[] = []
  const host = new URL(origin).host
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.host !== host)
      complaints.push(`foreign host: ${request.url()}`)
  })
  context.on('weberror', (error) =>
    complaints.push(`page error: ${error.error().stack ?? error.error().message}`),
  )
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  return { page, context, complaints }
}

/** What everybody sees when a test fails, as pictures in tests/browser/artifacts/, and what their pages complained of. */
export async function photograph(people: Record<string, Person>): Promise<void> {
  for (const [name, { page, complaints }] of Object.entries(people)) {
    await page.screenshot({ path: `tests/browser/artifacts/${name}.png` })
    console.log(`${name} at ${page.url()}`, complaints)
  }
}
