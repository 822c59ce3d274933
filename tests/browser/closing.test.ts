// The closing view between two who facilitate, in two time zones: what is taken from the parking lot, copied, printed, overdue and measured.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { ActionId, ItemId, TopicId } from '#shared/ids.ts'
import { axe, findings, wcag } from '#tests/support/axe.ts'
import { openBrowser, type Person } from '#tests/support/browser.ts'
import { sitAtPanel } from '#tests/support/come-in.ts'
import { does, enterAsFacilitator } from '#tests/support/lead-room.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { inSteps } from '#tests/support/steps.ts'

const [talk, wrap] = ['reden', 'schluss'].map((id) => ItemId.parse(id)) as [ItemId, ItemId] // two of two
const topic = 'Preise im neuen Tarif'
const topicId = TopicId.parse('b'.repeat(32))
const title = 'SMS je Wechselschritt'
const actionId = ActionId.parse('a'.repeat(32))
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let lead: Room
/** Leads, in Berlin, with half a screen. */
let mara: Person
/** Leads as well, by the link of co-facilitators, in New York, on a phone in the dark. */
let kai: Person
const people: Record<string, Person> = {}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, {
    language: 'de',
    title: 'Glasfaser: vom Auftrag bis online',
    agenda: [
      { itemId: talk, kind: 'discussion', minutes: 5, title: 'Reden' },
      { itemId: wrap, kind: 'actions', minutes: 5, title: 'Beschließen' },
    ],
  })
  lead = await enterAsFacilitator(server.origin, workshop)
  const { facilitator, 'co-facilitator': co } = workshop.links
  people['closing-mara'] = mara = await sitAtPanel(browser, facilitator.replace('#', '?panel#'), 'Mara', {
    viewport: { width: 720, height: 900 },
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  people['closing-kai'] = kai = await sitAtPanel(browser, co, 'Kai', {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    colorScheme: 'dark',
    timezoneId: 'America/New_York',
  })
  await does(lead, { type: 'session.start' })
  await does(lead, { type: 'topic.park', topicId, text: topic })
  const facts = { ownerId: null, departmentId: null, feltFrom: null, shapeId: null }
  await does(lead, { type: 'action.add', actionId, title, due: dayIn(-3), ...facts })
})
afterAll(async () => {
  lead?.close()
  await browser?.close()
  await server?.clear()
})
inSteps(() => people)

const closing = (page: Page) => page.getByRole('dialog', { name: 'Abschluss' })
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
/** In one colour scheme: with less motion, as `findings` asks for, Mantine makes a field anew, and it counts as left. */
async function findingsNow(page: Page): Promise<string[]> {
  const { violations } = await (await axe(page)).withTags(wcag).analyze()
  return violations.map(({ id }) => id)
}
async function openClosing({ page }: Person) {
  await page
    .getByRole('button', { name: /^(Zum Abschluss|Abschluss)/ })
    .first()
    .click()
  await closing(page).waitFor()
  return closing(page)
}

test('a parked topic becomes the next item, and whoever changes it late is told', async () => {
  const { page } = mara
  await page.getByRole('button', { name: 'Themenspeicher 1 offen' }).click()
  await page.getByRole('button', { name: `„${topic}“ ändern` }).click()
  await page.getByRole('textbox', { name: 'Thema', exact: true }).fill('Preise')
  await does(lead, { type: 'topic.change', topicId, text: `${topic} ab März` })
  await page.getByRole('button', { name: 'Speichern' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Inzwischen hat jemand anderes' })
  await alert.getByText(`${topic} ab März`).waitFor()
  expect(await page.getByRole('textbox', { name: 'Thema', exact: true }).inputValue()).toBe('Preise')
  expect(await findingsNow(page)).toEqual([])
  await alert.getByRole('button', { name: 'Anderen übernehmen' }).click()
  await does(lead, { type: 'topic.change', topicId, text: topic })

  await page.getByRole('button', { name: 'Als nächster Punkt' }).click()
  await page.getByText('steht auf der Agenda').waitFor()
  const titles = () => lead.store.getState().confirmed.agenda.items.map((item) => item.title)
  await expect.poll(titles).toEqual(['Reden', topic, 'Beschließen'])
  await page.getByRole('button', { name: 'Erledigt', exact: true }).click()
  await does(lead, { type: 'agenda.begin', itemId: wrap, fromItemId: talk })
})

test('the next session’s time is one moment in both time zones, which the summary names', async () => {
  const dialog = await openClosing(mara)
  await dialog.getByText('Zeitzone dieses Geräts: Mitteleuropäische Zeit.').waitFor()
  await dialog.getByLabel('Tag und Uhrzeit').fill('2031-01-15T14:00')
  await dialog.getByLabel('Tag und Uhrzeit').press('Enter')
  const theirs = await openClosing(kai)
  await expect.poll(() => theirs.getByLabel('Tag und Uhrzeit').inputValue()).toBe('2031-01-15T08:00')
  const text = (of: typeof dialog) =>
    of.getByRole('textbox', { name: 'Text der Zusammenfassung' }).inputValue()
  await expect.poll(() => text(dialog), { timeout: 20_000 }).toContain('15. Januar 2031 um 14:00 MEZ')
  await expect.poll(() => text(theirs), { timeout: 20_000 }).toContain('15. Januar 2031 um 08:00 GMT-5')
  // A co-facilitator is told the link to the results as well.
  await expect.poll(() => text(theirs)).toContain(workshop.links.results)
})

test('the summary is copied as it stands there', async () => {
  const dialog = closing(mara.page)
  await dialog.getByRole('button', { name: /^Text kopieren/ }).click()
  await dialog.getByRole('button', { name: /^Kopiert/ }).waitFor()
  const text = await dialog.getByRole('textbox', { name: 'Text der Zusammenfassung' }).inputValue()
  expect(await mara.page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  expect(text).toContain(title)
  for (const { page } of [mara, kai]) {
    expect(await findings(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  }
})

test('an action that both complete at once asks the second one, and keeps what either touched', async () => {
  const dialog = closing(mara.page)
  await dialog.getByRole('button', { name: `„${title}“ ergänzen` }).click()
  const form = mara.page.getByRole('dialog', { name: 'Maßnahme' })
  await form.getByRole('textbox', { name: 'Was wird getan?' }).fill('SMS zu jedem Schritt')
  await does(lead, {
    type: 'action.change',
    actionId,
    change: { title: 'Brief je Schritt', feltFrom: dayIn(1) },
  })
  await form.getByRole('button', { name: 'Speichern' }).click()
  const alert = form.getByRole('alert')
  await alert.getByText('Brief je Schritt').waitFor()
  expect(await findingsNow(mara.page)).toEqual([])
  await alert.getByRole('button', { name: 'Meinen behalten' }).click()
  await form.waitFor({ state: 'detached' })
  await expect
    .poll(() => lead.store.getState().confirmed.actions.list)
    .toMatchObject([{ title: 'SMS zu jedem Schritt', feltFrom: dayIn(1), due: dayIn(-3) }])
})

test('what is printed from here is the report, without anything to press', async () => {
  await closing(mara.page).getByRole('button', { name: 'Sitzung beenden' }).click()
  const link = closing(mara.page).getByRole('link', { name: 'Ergebnisse ansehen' })
  const [report] = await Promise.all([mara.context.waitForEvent('page'), link.click()])
  await report.getByRole('heading', { level: 1 }).waitFor()
  await report.emulateMedia({ media: 'print' })
  await report.getByText('SMS zu jedem Schritt').first().waitFor()
  // It is drawn from top to bottom: below its end there is nothing more to press.
  await report.getByText(/bleibt bis/).waitFor({ state: 'attached' })
  const pressed = report.getByRole('button').filter({ visible: true })
  await expect.poll(() => pressed.allTextContents()).toEqual([])
  expect(await report.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await report.close()
})

test('the next session begins with what is overdue, said so', async () => {
  await does(lead, {
    type: 'session.prepare',
    number: 2,
    items: [{ itemId: ItemId.parse('zwei'), kind: 'welcome', minutes: 5, title: 'Wieder da' }],
  })
  await kai.page.keyboard.press('Escape')
  const due = kai.page.locator('[data-due]')
  await due.getByText(/^überfällig seit/).waitFor()
  expect(await findings(kai.page)).toEqual([])
  expect(await sideways(kai.page)).toBe(0)
})

test('no page complained', () => {
  for (const { complaints } of [mara, kai]) expect(complaints).toEqual([])
})
