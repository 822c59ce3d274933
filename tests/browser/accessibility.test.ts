// Every view for everybody: axe's rules for WCAG 2.2 AA in light and dark, the keyboard alone, 200% zoom, no motion.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { resize } from '#tests/support/painted.ts'
import { type RunningServer, startServer } from '#tests/support/server.ts'
import { type Stage, setStage } from '#tests/support/stage.ts'
import { stageWords } from '#tests/support/stage-words.ts'

const t = stageWords.de
const widths = {
  desk: { viewport: { width: 1440, height: 900 } },
  half: { viewport: { width: 720, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
} satisfies Record<string, BrowserContextOptions>

let server: RunningServer
let browser: Browser
let stage: Stage
let watcher: Person

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  stage = await setStage({ browser, server, language: 'de' })
  watcher = await sitDown(browser, server.origin)
  await watcher.page.goto(stage.links.observer)
  await watcher.page.getByRole('button', { name: t.join }).click()
  await watcher.page.getByRole('timer').waitFor()
})
afterAll(async () => {
  await watcher?.context.close()
  await stage?.clear()
  await browser?.close()
  await server?.clear()
})

/** How far the page can be scrolled sideways, in CSS pixels: what is beyond the edge is lost to many. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function visit(address: string, width: keyof typeof widths, ready: (page: Page) => Promise<void>) {
  const person = await sitDown(browser, server.origin, widths[width])
  try {
    await person.page.goto(address)
    await ready(person.page)
    expect(await findings(person.page)).toEqual([])
    expect(await sideways(person.page)).toBe(0)
  } finally {
    await person.context.close()
  }
}

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name, level: 1 }).waitFor()

describe.each(['desk', 'phone'] as const)('plain pages (%s)', (width) => {
  test('the start page', async () => {
    await visit(server.origin, width, (page) =>
      page.getByRole('radio', { name: t.template }).waitFor({ state: 'attached' }),
    )
  })

  test('the join page', async () => {
    await visit(stage.links.participant, width, heading(/Glasfaser/))
  })

  test('the results', async () => {
    await visit(stage.links.results, width, async (page) => {
      await heading(/Glasfaser/)(page)
      await page.getByRole('img', { name: /Karte/ }).first().waitFor()
    })
  })

  test('how polls stay secret', async () => {
    await visit(`${server.origin}/secrecy`, width, async (page) => {
      await page.getByRole('heading', { level: 2 }).first().waitFor()
    })
  })

  test('an address that leads nowhere', async () => {
    await visit(`${server.origin}/nirgends`, width, heading('Diese Seite gibt es nicht'))
  })

  test('a workshop to which this browser has no key', async () => {
    const { pathname } = new URL(stage.links.participant)
    await visit(`${server.origin}${pathname}`, width, heading('Hier geht es nicht weiter'))
  })
})

describe('the room', () => {
  test.each(['lead', 'desk', 'watcher'] as const)('of the %s, whole, half and on a phone', async (who) => {
    const { page } = who === 'watcher' ? watcher : stage[who]
    for (const { viewport } of [widths.half, widths.phone, widths.desk]) {
      await resize(page, viewport)
      await (viewport.width < 600
        ? page.getByRole('navigation').getByRole('button', { name: 'Redeliste' })
        : page.locator('.tl-shape:visible').first()
      ).waitFor()
      await page.getByRole('timer').waitFor()
      expect(await findings(page), `${viewport.width} wide`).toEqual([])
      expect(await sideways(page), `${viewport.width} wide`).toBe(0)
    }
  })

  test('on a phone, behind each of its tabs', async () => {
    const { page } = stage.phone
    for (const tab of ['Redeliste', 'Karte', 'Agenda', 'Jetzt']) {
      await page.getByRole('navigation').getByRole('button', { name: tab }).click()
      if (tab === 'Karte')
        await page
          .getByText(t.touchpoints[1] ?? '')
          .first()
          .waitFor()
      expect(await findings(page), tab).toEqual([])
    }
  })

  test('with what opens over it: links, menu, people, form of a poll', async () => {
    const { page } = stage.lead
    const invitation = page.getByRole('dialog', { name: 'Wer kommt dazu?' })
    const openings = [
      // With its links, which the server is asked for.
      { button: 'Einladen', shows: invitation.getByRole('img', { name: /^QR-Bild/ }) },
      { button: 'Mehr', shows: page.getByRole('menu') },
      { button: /^\d+ Personen/, shows: page.getByRole('heading', { name: 'Personen' }) },
      { button: t.openPoll, shows: page.getByRole('dialog', { name: t.composer }) },
    ]
    for (const { button, shows } of openings) {
      await page.getByRole('button', { name: button, exact: typeof button === 'string' }).click()
      await shows.waitFor()
      expect(await findings(page), String(button)).toEqual([])
      await page.keyboard.press('Escape')
      await shows.waitFor({ state: 'detached' })
    }
  })

  test('keeps the facilitator’s strip in one row, at any width', async () => {
    const { page } = stage.lead
    const strip = page.getByRole('region', { name: 'Leitung des Workshops' })
    for (const { viewport } of [widths.half, widths.phone, widths.desk]) {
      await resize(page, viewport)
      expect((await strip.boundingBox())?.height).toBeLessThanOrEqual(72)
    }
  })
})

describe('the keyboard alone', () => {
  test('leads from the start page to a workshop of one’s own, with the focus always to be seen', async () => {
    const { page, context } = await sitDown(browser, server.origin)
    await page.goto(server.origin)
    await page.getByRole('radio', { name: t.template }).waitFor({ state: 'attached' })
    await tabTo(page, 'textbox', t.about)
    await page.keyboard.type('Ohne Maus')
    await tabTo(page, 'button', t.create)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /Der Workshop steht/ }).waitFor()
    await tabTo(page, 'button', t.toBoard)
    await page.keyboard.press('Enter')
    await tabTo(page, 'button', t.startAgenda)
    await page.keyboard.press('Enter')
    await page.getByRole('timer').waitFor()
    await context.close()
  })

  test('casts a secret vote', async () => {
    await stage.ask('start')
    const { page } = stage.desk
    // Past the board and its tools, as whoever works without a mouse goes.
    await tabTo(page, 'button', 'Zur Seitenleiste')
    await page.keyboard.press('Enter')
    await tabTo(page, 'radio', /^1/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('radio', { name: /^3/ }).isChecked()).toBe(true)
    await page.getByRole('button', { name: t.cast }).waitFor()
    for (const who of ['desk', 'phone', 'lead'] as const)
      expect(await findings(stage[who].page), who).toEqual([])
    await tabTo(page, 'button', t.cast)
    await page.keyboard.press('Enter')
    await page.getByText(t.sealed).waitFor()
    expect(await findings(page)).toEqual([])
  })
})

describe('a poll', () => {
  test('that is counted can be read by everybody', async () => {
    await stage.close()
    for (const who of ['desk', 'phone', 'lead'] as const)
      expect(await findings(stage[who].page), who).toEqual([])
  })
})

describe('at 200% zoom', () => {
  test('nothing is cut off or covered on the start page, the join page and in the room', async () => {
    const zoomed = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }
    const { page, context } = await sitDown(browser, server.origin, zoomed)
    await page.goto(server.origin)
    await page.getByRole('radio', { name: t.template }).waitFor({ state: 'attached' })
    expect(await sideways(page)).toBe(0)
    await page.goto(stage.links.participant)
    await page.getByRole('button', { name: t.join }).click()
    await page.getByRole('timer').waitFor()
    expect(await sideways(page)).toBe(0)
    // Covered or outside of the window, a click would fail.
    await page.getByRole('button', { name: t.raise }).click({ trial: true })
    await page.getByRole('button', { name: 'Mehr', exact: true }).click({ trial: true })
    await context.close()
  })
})

describe('with reduced motion', () => {
  test('nothing on the page moves for longer than an instant', async () => {
    const { page, context } = await sitDown(browser, server.origin, { reducedMotion: 'reduce' })
    await page.goto(stage.links.participant)
    await page.getByRole('button', { name: t.join }).waitFor()
    const longest = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          return [transitionDuration, animationDuration].flatMap((times) =>
            times.split(',').map(Number.parseFloat),
          )
        }),
      ),
    )
    expect(longest).toBeLessThanOrEqual(0.001)
    await context.close()
  })

  // Everything that has its colour from its parent did, one after the other: on a board for longer than a second.
  test('nothing passes from its old colour to its new one when the colours change over', async () => {
    const { page, context } = await sitDown(browser, server.origin, { reducedMotion: 'reduce' })
    await page.goto(stage.links.participant)
    await page.getByRole('button', { name: t.join }).waitFor()
    const passing = await page.evaluate(() => {
      document.documentElement.dataset.mantineColorScheme = 'dark'
      const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition)
      return transitions.map(({ transitionProperty }) => transitionProperty)
    })
    expect(new Set(passing)).toEqual(new Set())
    await context.close()
  })
})

/** Presses Tab until the named thing has the focus. Every stop on the way must show that it is one. */
async function tabTo(page: Page, role: 'button' | 'radio' | 'textbox', name: string | RegExp): Promise<void> {
  const goal = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  const mostStops = 60
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    expect(await unmarkedFocus(page)).toBeNull()
    if (await goal.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${mostStops} times Tab did not lead to the ${role} "${name}".`)
}

/** What has the focus without a ring around it, or around what stands for it (a card, a row); null when all is well. */
const unmarkedFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement
    // tldraw's watermark stays as tldraw made it: its licence asks for that.
    if (!focused || focused === document.body || focused.closest('[class*="tl-watermark"]')) return null
    const marked = (element: Element | null) => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    }
    const label = focused.closest('label')
    const around = [focused, label, ...(label?.children ?? []), ...(focused.parentElement?.children ?? [])]
    return around.some(marked) ? null : focused.outerHTML.slice(0, 200)
  })
