// The moment before the first answer: what nobody knows yet is shown neither as empty nor as none, and takes no words that would be lost.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser, type Person, photograph } from '#tests/support/browser.ts'
import { sitAtPanel } from '#tests/support/come-in.ts'
import { takesFocus } from '#tests/support/focus.ts'
import { holdBackAnswers, holdBackRoom } from '#tests/support/hold-back.ts'
import { does, enterAsFacilitator } from '#tests/support/lead-room.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

let server: RunningServer
let browser: Browser
/** Facilitates. */
let mara: Person
let bo: Person
let resultsLink: string

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const workshop = await createWorkshop(server.origin, { language: 'de', agenda: 'agenda-30' })
  const { links } = workshop
  resultsLink = links.results
  mara = await sitAtPanel(browser, links.facilitator.replace('#', '?panel#'), 'Mara')
  bo = await sitAtPanel(browser, links.participant.replace('#', '?panel#'), 'Bo')
  const lead = await enterAsFacilitator(server.origin, workshop)
  await does(lead, { type: 'session.start' })
  lead.close()
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photograph({ 'first-moment-mara': mara, 'first-moment-bo': bo })
})

const tab = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name })
/** Loads the page again and stops before the room has answered. */
async function comeBack({ page }: Person): Promise<() => void> {
  const letIn = await holdBackRoom(page)
  await page.reload()
  await page.getByText('Verbindung zum Workshop wird aufgebaut').waitFor()
  return letIn
}
async function chooseFromMenu({ page }: Person, item: string | RegExp) {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading').first().waitFor()
  return dialog
}

test('a room that is not connected yet says neither that nobody is there or waits nor that there is no agenda', async () => {
  const { page } = bo
  const letIn = await comeBack(bo)
  await tab(page, 'Redeliste').click()
  await page.getByRole('heading', { name: 'Redeliste' }).waitFor()
  expect(await page.getByText('Niemand wartet.').count()).toBe(0)
  await tab(page, 'Agenda').click()
  await page.getByRole('heading', { name: 'Agenda' }).waitFor()
  expect(await page.getByText('Dieser Workshop hat keine Agenda').count()).toBe(0)
  await page.getByText('Verbindung zum Workshop wird aufgebaut').waitFor()
  await tab(page, 'Personen').click()
  await page.getByRole('heading', { name: 'Personen' }).waitFor()
  expect(await page.getByText(/Noch ist niemand da|^0 /).count()).toBe(0)
  await page.getByText('Verbindung zum Workshop wird aufgebaut').waitFor()
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Wer ist da?' }).waitFor()
  await page.keyboard.press('Escape')
  letIn()
  await page.getByText('Bo (Sie)').waitFor()
  await tab(page, 'Redeliste').click()
  await page.getByText('Niemand wartet.').waitFor()
})

test('one’s own name stands in its field before it can be changed, and the focus goes there', async () => {
  const letIn = await comeBack(bo)
  const dialog = await chooseFromMenu(bo, 'Mein Name')
  const field = dialog.getByRole('textbox')
  expect(await field.count()).toBe(0)
  letIn()
  await field.waitFor()
  expect(await field.inputValue()).toBe('Bo')
  await takesFocus(field)
  await bo.page.keyboard.press('Escape')
})

test('who may delete the workshop is not told otherwise before it is known who they are', async () => {
  const letIn = await comeBack(mara)
  const dialog = await chooseFromMenu(mara, 'Daten und Löschen')
  await dialog.getByRole('heading', { name: 'Workshop löschen' }).waitFor()
  expect(await dialog.getByText('Das kann nur die Leitung').count()).toBe(0)
  letIn()
  await dialog.getByRole('button', { name: 'Workshop löschen' }).waitFor()
  await mara.page.keyboard.press('Escape')
})

test('the summary to send is not there to be copied before it has the link to the results', async () => {
  const { page } = mara
  const { asked, letThrough } = await holdBackAnswers(page, /\/links(\?|$)/)
  const results = page.waitForResponse(/\/results\.json/)
  await page
    .getByRole('region', { name: 'Leitung des Workshops' })
    .getByRole('button', { name: 'Mehr Schritte' })
    .click()
  await page.getByRole('menuitem', { name: 'Abschluss' }).click()
  await asked
  await (await results).finished()
  const summary = page.getByRole('dialog').getByRole('textbox', { name: 'Text der Zusammenfassung' })
  const first = summary.inputValue()
  await page.getByRole('dialog').getByText('Wird geschrieben …').waitFor()
  letThrough()
  expect(await first).toContain(resultsLink)
})

test('no page complained', () => {
  for (const { complaints } of [mara, bo]) expect(complaints).toEqual([])
})
