// A poll that was prepared for an item: the facilitator's next step when the item runs, and put into order by mouse, finger and keys.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { PollForm } from '#shared/facilitation/poll-form.ts'
import { ItemId, PreparedId } from '#shared/ids.ts'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person } from '#tests/support/browser.ts'
import { sitAtPanel } from '#tests/support/come-in.ts'
import { dragByFinger, dragByMouse } from '#tests/support/dragging.ts'
import { does, enterAsFacilitator } from '#tests/support/lead-room.ts'
import { heard } from '#tests/support/live-region.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { inSteps } from '#tests/support/steps.ts'

const [talk, decide] = ['reden', 'entscheiden'].map((id) => ItemId.parse(id)) as [ItemId, ItemId] // two of two
const labels = ['Rechnung', 'Hotline', 'App']
const form: PollForm = {
  mode: 'open',
  durationMs: null,
  questions: [
    {
      question: 'Was zuerst?',
      questionKey: 'own-ranking',
      phase: 'during',
      asks: { kind: 'ranking', options: labels.map((label, place) => ({ optionId: `o${place}`, label })) },
    },
  ],
}

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let lead: Room
let mara: Person
let bo: Person
let cem: Person
const people: Record<string, Person> = {}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, {
    language: 'de',
    agenda: [
      { itemId: talk, kind: 'discussion', minutes: 5, title: 'Reden' },
      { itemId: decide, kind: 'vote', minutes: 5, title: 'Entscheiden' },
    ],
  })
  lead = await enterAsFacilitator(server.origin, workshop)
  const { facilitator, participant } = workshop.links
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
  people['prepared-mara'] = mara = await sitAtPanel(browser, facilitator.replace('#', '?panel#'), 'Mara', {
    viewport: { width: 720, height: 900 },
  })
  people['prepared-bo'] = bo = await sitAtPanel(browser, participant.replace('#', '?panel#'), 'Bo', {
    colorScheme: 'dark',
  })
  people['prepared-cem'] = cem = await sitAtPanel(browser, participant, 'Cem', phone)
  await does(lead, {
    type: 'poll.prepare',
    preparedId: PreparedId.parse('b'.repeat(32)),
    itemId: decide,
    form,
  })
  await does(lead, { type: 'session.start' })
})
afterAll(async () => {
  lead?.close()
  await browser?.close()
  await server?.clear()
})

inSteps(() => people)

const strip = () => mara.page.getByRole('region', { name: 'Leitung des Workshops' })
const step = () => strip().getByRole('button', { name: 'Was zuerst? öffnen' })
const order = (page: Page) =>
  page.getByRole('list', { name: 'Antworten' }).getByRole('listitem').allTextContents()
const grip = (page: Page, option: string) =>
  page.getByRole('button', { name: new RegExp(`^${option}, Platz \\d\\. Mit den Pfeiltasten verschieben`) })
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('it is the next step as soon as its item runs, and not before', async () => {
  await strip().getByRole('button', { name: 'Nächster Punkt' }).waitFor()
  expect(await step().count()).toBe(0)
  await does(lead, { type: 'agenda.advance', fromItemId: talk })
  await step().waitFor()
  // One thing now: it alone is filled.
  await expect
    .poll(() => strip().locator('[data-variant="filled"]').allTextContents())
    .toEqual(['Was zuerst? öffnen'])
  expect(await findings(mara.page)).toEqual([])
  expect(await sideways(mara.page)).toBe(0)
  for (const { page } of [bo, cem]) {
    await page.getByRole('heading', { name: 'Entscheiden' }).waitFor()
    expect(await page.getByText('Was zuerst?').count()).toBe(0)
  }
})

test('one press opens it for everybody, and closing it is the next step', async () => {
  await step().press('Enter')
  for (const { page } of [bo, cem]) await page.getByRole('heading', { name: 'Was zuerst?' }).waitFor()
  await strip().getByRole('button', { name: 'Abstimmung schließen' }).waitFor()
  await step().waitFor({ state: 'detached' })
})

test('the options are put into order by mouse, by finger and with arrow keys', async () => {
  await dragByMouse(bo.page, grip(bo.page, 'App'), grip(bo.page, 'Rechnung'), async () => {
    await bo.page.locator('[data-drop="before"]').waitFor()
  })
  await expect.poll(() => order(bo.page)).toEqual(['1App', '2Rechnung', '3Hotline'])
  await heard(bo.page, 'App: jetzt Platz 1 von 3.')
  await grip(bo.page, 'Rechnung').press('ArrowDown')
  await expect.poll(() => order(bo.page)).toEqual(['1App', '2Hotline', '3Rechnung'])
  expect(await findings(bo.page)).toEqual([])

  await dragByFinger(cem.page, grip(cem.page, 'Rechnung'), grip(cem.page, 'App'))
  await expect.poll(() => order(cem.page)).toEqual(['1Hotline', '2App', '3Rechnung'])
  expect(await findings(cem.page)).toEqual([])
  expect(await sideways(cem.page)).toBe(0)
})

test('both orders are counted', async () => {
  for (const { page } of [bo, cem]) {
    await page.getByRole('button', { name: 'Offen antworten' }).click()
  }
  const answers = () => lead.store.getState().confirmed.polls[0]
  await expect
    .poll(() => Object.keys((answers() as { answers?: object } | undefined)?.answers ?? {}).length)
    .toBe(2)
  await strip().getByRole('button', { name: 'Abstimmung schließen' }).click()
  await mara.page.getByText('Mittlerer Platz aus 2 Antworten.').first().waitFor()
  const place = (option: string) =>
    mara.page
      .getByRole('listitem')
      .filter({ hasText: option })
      .getByText(/^Platz/)
  expect(await Promise.all(labels.map((option) => place(option).textContent()))).toEqual([
    'Platz 3,0',
    'Platz 1,5',
    'Platz 1,5',
  ])
  expect(await findings(mara.page)).toEqual([])
})

test('no page complained', () => {
  for (const { complaints } of [mara, bo, cem]) expect(complaints).toEqual([])
})
