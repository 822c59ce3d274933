// A facilitator prepares an agenda, runs it and changes it while it runs; somebody whose clock is wrong sees the same.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { axe, findings, wcag } from '#tests/support/axe.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'
import { takesFocus } from '#tests/support/focus.ts'
import { does, enterAsFacilitator, haveCaughtUp } from '#tests/support/lead-room.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { inSteps } from '#tests/support/steps.ts'

let server: RunningServer
let browser: Browser
/** Leads, in German. */
let ana: Person
/** Takes part in English, with a clock that is five minutes fast and will be set back by ten. */
let bo: Person
let workshop: CreatedWorkshop
/** A second facilitator, without a screen. */
let kai: Room

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, {
    title: 'Probe',
    template: 'blank',
    agenda: 'agenda-30',
  })
  const { links } = workshop
  ana = await sitDown(browser, server.origin)
  bo = await sitDown(browser, server.origin, { locale: 'en-GB' })
  await bo.page.addInitScript(wrongClock)
  await comeIn(ana.page, links.facilitator, { name: 'Ana' })
  await ana.page.getByRole('button', { name: 'Sitzung beginnen' }).waitFor()
  await comeIn(bo.page, links.participant, { name: 'Bo' })
  await bo.page.getByRole('heading', { name: 'Not started yet' }).waitFor()
})
afterAll(async () => {
  kai?.close()
  await browser?.close()
  await server?.clear()
})

inSteps(() => ({ ana, bo }))

test('before the start a facilitator prepares, and whoever is early sees who is there and the ground rules', async () => {
  await bo.page.getByRole('list', { name: 'Already here' }).getByText('Ana').waitFor()
  await bo.page.getByRole('list', { name: 'Ground rules' }).getByRole('listitem').first().waitFor()
  await expect.poll(titles).toHaveLength(8)
  const [first] = await titles()
  const now = panel(ana.page)
  await now.getByLabel('Geplanter Beginn').fill('2031-05-06T09:30')
  await now.getByLabel('Geplanter Beginn').press('Enter')
  await now.getByText('09:30–10:00', { exact: false }).first().waitFor()
  await now
    .getByRole('listitem')
    .filter({ hasText: first ?? '' })
    .getByText('09:30–09:32')
    .waitFor()
  await bo.page.getByRole('heading', { name: 'Starts on 6 May 2031 at 09:30' }).waitFor()
})

test('an item goes to another place by the keyboard, keeps the focus, and comes back by undo', async () => {
  const before = await titles()
  const row = panel(ana.page)
    .getByRole('button', { name: / bearbeiten$/ })
    .filter({ hasText: before[2] ?? '' })
  await row.press('Alt+ArrowUp')
  await expect.poll(titles).toEqual([before[0], before[2], before[1], ...before.slice(3)])
  await takesFocus(row)
  await row.press('Alt+ArrowUp')
  await expect.poll(titles).toEqual([before[2], before[0], before[1], ...before.slice(3)])
  await panel(ana.page).getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(titles).toEqual([before[0], before[2], before[1], ...before.slice(3)])
  await panel(ana.page).getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(titles).toEqual(before)
})

test('an item is dragged to another place', async () => {
  const before = await titles()
  const now = panel(ana.page)
  const from = await middle(now.getByRole('button', { name: `${before[0]} verschieben`, exact: false }))
  const to = await middle(now.getByRole('button', { name: `${before[1]} verschieben`, exact: false }))
  await ana.page.mouse.move(from.x, from.y)
  await ana.page.mouse.down()
  await ana.page.mouse.move(to.x, to.y, { steps: 4 })
  await ana.page.mouse.up()
  await expect.poll(titles).toEqual([before[1], before[0], ...before.slice(2)])
  await now.getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(titles).toEqual(before)
})

test('an item is added and named, one is deleted and comes back, and another agenda takes the place of all', async () => {
  const before = await titles()
  const now = panel(ana.page)
  await now.getByRole('button', { name: 'Punkt hinzufügen' }).click()
  const title = now.getByRole('textbox', { name: 'Titel' })
  await title.fill('Ausklang')
  await title.press('Enter')
  await expect.poll(titles).toEqual([...before, 'Ausklang'])
  await now.getByRole('button', { name: 'Löschen' }).click()
  await expect.poll(titles).toEqual(before)
  await now.getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(titles).toEqual([...before, 'Ausklang'])
  await now.getByRole('button', { name: 'Vorlagen' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Agenda aus einer Vorlage' })
  await dialog.getByRole('button', { name: /^90 Minuten/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await titles()).length).toBe(12)
  await now.getByRole('button', { name: 'Rückgängig' }).click()
  await expect.poll(titles).toEqual([...before, 'Ausklang'])
})

test('what is prepared can be read by everybody', async () => {
  await editorOf(0)
  expect(await findings(ana.page)).toEqual([])
  expect(await findings(bo.page)).toEqual([])
  await editorOf(0)
})

test('the session starts, and a browser whose clock is wrong and is set back shows the same time', async () => {
  await ana.page.getByRole('button', { name: 'Sitzung beginnen' }).click()
  for (const { page } of [ana, bo]) await page.getByRole('timer').waitFor()
  await bo.page.getByText('Arrive and listen.', { exact: false }).waitFor()
  await expect.poll(sameClock).toBe(true)
  await bo.page.evaluate(() => Object.assign(globalThis, { clockIsOffByMs: -300_000 }))
  await expect.poll(sameClock).toBe(true)
})

test('script and notes are for facilitators, and notes are saved by themselves', async () => {
  await ana.page.getByRole('button', { name: 'Eigene Notizen' }).click()
  await panel(ana.page).getByRole('textbox', { name: 'Notizen' }).fill('Bo zuerst fragen.')
  await ana.page.getByRole('button', { name: 'Sprechtext zeigen' }).click()
  await ana.page.getByText('Schön, dass alle da sind.', { exact: false }).first().waitFor()
  await ana.page.getByRole('button', { name: 'Eigene Notizen ausblenden' }).click()
  await ana.page.getByText('Gespeichert', { exact: true }).waitFor()
  await ana.page.reload()
  await expect
    .poll(() => panel(ana.page).getByRole('textbox', { name: 'Notizen' }).inputValue())
    .toBe('Bo zuerst fragen.')
  expect(await bo.page.getByRole('button', { name: /script/i }).count()).toBe(0)
})

test('two facilitators write at the same notes: the one who is still writing is told, and chooses', async () => {
  kai = await enterAsFacilitator(server.origin, workshop)
  const notes = panel(ana.page).getByRole('textbox', { name: 'Notizen' })
  const alert = panel(ana.page).getByRole('alert')
  const itemId = kai.store.getState().view.agenda.current?.itemId
  if (!itemId) throw new Error('An item is running.')
  const saved = () =>
    kai.store.getState().view.agenda.items.find((item) => item.itemId === itemId)?.notes ?? null
  /** Both within the moment in which Ana's words are not saved yet; on a slow machine it takes more than one try. */
  const atOnce = async (mine: string, theirs: string) => {
    let round = 0
    await expect
      .poll(
        async () => {
          round += 1
          await notes.fill(`${mine} ${round}`)
          await does(kai, { type: 'item.change', itemId, change: { notes: `${theirs} ${round}` } })
          return alert.count()
        },
        { timeout: 20_000, interval: 300 },
      )
      .toBe(1)
    return round
  }
  const first = await atOnce('Meins', 'Deren')
  expect(saved()).toBe(`Deren ${first}`)
  // In one colour scheme: with less motion, as `findings` asks for, Mantine makes the field anew, and it counts as left.
  const { violations } = await (await axe(ana.page)).withTags(wcag).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await alert.getByRole('button', { name: 'Meinen behalten' }).click()
  await expect.poll(saved).toBe(`Meins ${first}`)
  const second = await atOnce('Wieder meins', 'Wieder deren')
  await alert.getByRole('button', { name: 'Anderen übernehmen' }).click()
  await expect.poll(() => notes.inputValue()).toBe(`Wieder deren ${second}`)
  expect(saved()).toBe(`Wieder deren ${second}`)
  await alert.waitFor({ state: 'detached' })
  await haveCaughtUp(kai, [bo.page])
  for (const words of ['Bo zuerst fragen', 'Meins', 'Deren'])
    expect(await bo.page.content()).not.toContain(words)
})

test('the running item takes new words and minutes, and gives a minute back', async () => {
  await ana.page.getByRole('tab', { name: 'Agenda' }).click()
  await editorOf(0)
  const now = panel(ana.page)
  await now.getByRole('textbox', { name: 'Titel' }).fill('Hallo zusammen')
  await now.getByRole('textbox', { name: 'Titel' }).press('Enter')
  await bo.page.getByRole('heading', { name: 'Hallo zusammen' }).waitFor()
  await now.getByRole('textbox', { name: 'Minuten' }).fill('20')
  await now.getByRole('textbox', { name: 'Minuten' }).press('Tab')
  await expect.poll(() => secondsOf(bo.page)).toBeGreaterThan(600)
  const before = await secondsOf(bo.page)
  await ana.page.getByRole('button', { name: 'Mehr Schritte' }).click()
  await ana.page.getByRole('menuitem', { name: '−1 Min für diesen Punkt' }).click()
  await expect.poll(() => secondsOf(bo.page)).toBeLessThanOrEqual(before - 60)
  await editorOf(0)
})

test('an item begins out of turn, what was jumped over is left out, and back is back', async () => {
  const before = await titles()
  await editorOf(3)
  await panel(ana.page).getByRole('button', { name: 'Jetzt beginnen' }).click()
  await bo.page.getByRole('heading', { name: before[3] ?? '', exact: true }).waitFor()
  await panel(ana.page).getByText('ausgelassen').nth(1).waitFor()
  await ana.page.getByRole('button', { name: 'Mehr Schritte' }).click()
  await ana.page.getByRole('menuitem', { name: `Zurück zu: ${before[2]}` }).click()
  await bo.page.getByRole('heading', { name: before[2] ?? '', exact: true }).waitFor()
  expect(await findings(ana.page)).toEqual([])
})

test('time that has run out is told, and what that does to the end', async () => {
  await bo.page.evaluate(() => Object.assign(globalThis, { steadyIsAheadByMs: 33 * 60_000 }))
  await bo.page.getByText(/^\d+ minutes over$/).waitFor()
  await bo.page.getByText('Over time').first().waitFor()
  await bo.page.evaluate(() => Object.assign(globalThis, { steadyIsAheadByMs: 0 }))
  await expect.poll(sameClock).toBe(true)
})

test('the session ends with its agenda, goes on after all, ends, and the next one has what was left open', async () => {
  await ana.page.getByRole('tab', { name: 'Jetzt' }).click()
  const end = async () => {
    await ana.page.getByRole('button', { name: 'Mehr Schritte' }).click()
    await ana.page.getByRole('menuitem', { name: 'Sitzung beenden' }).click()
    await bo.page.getByRole('heading', { name: 'The session has ended' }).waitFor()
  }
  await end()
  await panel(ana.page).getByRole('button', { name: 'Doch weitermachen' }).click()
  await bo.page.getByRole('timer').waitFor()
  await end()
  await ana.page.getByRole('button', { name: 'Nächste Sitzung vorbereiten' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Nächste Sitzung vorbereiten' })
  await dialog.getByRole('button', { name: /^Was offen blieb/ }).click()
  await dialog.waitFor({ state: 'detached' })
  // With what has happened since last time before it.
  await expect.poll(async () => (await titles()).length).toBe(7)
  await bo.page.getByRole('heading', { name: 'Not started yet' }).waitFor()
  await ana.page.getByRole('button', { name: 'Sitzung beginnen' }).click()
  await bo.page.getByRole('timer').waitFor()
  expect([...ana.complaints, ...bo.complaints]).toEqual([])
})

/** The panel's view that is in sight: the agenda stands behind its tab as well. */
const panel = (page: Page) => page.getByRole('complementary').getByRole('tabpanel')

/** Of the agenda's items, as they stand in the facilitator's panel. */
async function titles(): Promise<string[]> {
  const rows = panel(ana.page).getByRole('button', { name: / bearbeiten$/ })
  return rows.evaluateAll((all) => all.map((row) => row.firstElementChild?.textContent ?? ''))
}

/** Opens the item's fields, or closes them. */
async function editorOf(place: number): Promise<void> {
  const row = panel(ana.page)
    .getByRole('button', { name: / bearbeiten$/ })
    .nth(place)
  const wasOpen = await row.getAttribute('aria-expanded')
  await row.click()
  await expect.poll(() => row.getAttribute('aria-expanded')).toBe(wasOpen === 'true' ? 'false' : 'true')
}

async function middle(locator: ReturnType<Page['getByRole']>): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('What is to be dragged is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const secondsOf = async (page: Page): Promise<number> => {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await page.getByRole('timer').textContent()) ?? '') ?? []
  return Number(minutes) * 60 + Number(seconds)
}

/** Read one after the other, the two may be a second apart. */
async function sameClock(): Promise<boolean> {
  return Math.abs((await secondsOf(ana.page)) - (await secondsOf(bo.page))) <= 1
}

/** Runs in the page before anything else: its wall clock is five minutes fast, and both of its clocks can be set. */
function wrongClock(): void {
  const set = Object.assign(globalThis, { clockIsOffByMs: 300_000, steadyIsAheadByMs: 0 })
  const rightNow = Date.now.bind(Date)
  const steady = performance.now.bind(performance)
  const origin = performance.timeOrigin + set.clockIsOffByMs
  Date.now = () => rightNow() + set.clockIsOffByMs
  performance.now = () => steady() + set.steadyIsAheadByMs
  Object.defineProperty(performance, 'timeOrigin', { get: () => origin })
}
