// A rule and a prepared poll at which two facilitators write: the second is told, and keeps every word.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { mostRules } from '#shared/facilitation/ground-rules.ts'
import { RuleId } from '#shared/ids.ts'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person } from '#tests/support/browser.ts'
import { sitAtPanel } from '#tests/support/come-in.ts'
import { does, enterAsFacilitator } from '#tests/support/lead-room.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { inSteps } from '#tests/support/steps.ts'

const newRuleId = () => RuleId.parse(crypto.randomUUID())
const ruleId = newRuleId()
let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
/** Prepares what the others change, and sees what is stored. */
let lead: Room
let ana: Person
/** At a phone. */
let kai: Person
const people: Record<string, Person> = {}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, { language: 'de' })
  lead = await enterAsFacilitator(server.origin, workshop)
  const { facilitator } = workshop.links
  people['two-writers-ana'] = ana = await sitAtPanel(browser, facilitator.replace('#', '?panel#'), 'Ana', {
    viewport: { width: 720, height: 900 },
  })
  people['two-writers-kai'] = kai = await sitAtPanel(browser, facilitator, 'Kai', {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    colorScheme: 'dark',
  })
  await does(lead, { type: 'rule.add', ruleId, rule: 'Eine Person spricht', why: null })
})
afterAll(async () => {
  lead?.close()
  await browser?.close()
  await server?.clear()
})

inSteps(() => people)

const dialog = (page: Page) => page.getByRole('dialog')
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name })

async function fromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Mehr Schritte' }).click()
  await page.getByRole('menuitem', { name }).click()
}

const storedRules = () => lead.store.getState().confirmed.checkIn.rules
const storedRule = () => storedRules().find((one) => one.ruleId === ruleId)
const storedQuestions = () =>
  lead.store.getState().confirmed.prepared.map(({ form }) => form.questions[0]?.question)

test('two change one ground rule: the second reads what the first made of it, and may keep their own words', async () => {
  for (const { page } of [ana, kai]) {
    await fromMenu(page, 'Spielregeln ändern')
    await button(page, '„Eine Person spricht“ ändern').click()
  }
  await field(kai.page, 'Regel').fill('Kai: eine Person spricht')
  await field(ana.page, 'Regel').fill('Ana: nur eine Person spricht')
  await field(ana.page, 'Warum').fill('Sonst versteht niemand etwas.')
  await button(kai.page, 'Regel speichern').click()
  await expect.poll(() => storedRule()?.rule).toBe('Kai: eine Person spricht')
  await button(ana.page, 'Regel speichern').click()

  const alert = dialog(ana.page).getByRole('alert')
  await alert.getByText('Kai: eine Person spricht').waitFor()
  expect(await field(ana.page, 'Regel').inputValue()).toBe('Ana: nur eine Person spricht')
  expect(await field(ana.page, 'Warum').inputValue()).toBe('Sonst versteht niemand etwas.')
  expect(storedRule()?.rule).toBe('Kai: eine Person spricht')
  expect(await findings(ana.page)).toEqual([])

  await alert.getByRole('button', { name: 'Meinen behalten' }).click()
  await button(ana.page, '„Ana: nur eine Person spricht“ ändern').waitFor()
  await expect
    .poll(storedRule)
    .toMatchObject({ rule: 'Ana: nur eine Person spricht', why: 'Sonst versteht niemand etwas.' })
})

test('and the other way round, at a phone, where the other words are taken', async () => {
  for (const { page } of [ana, kai]) await button(page, '„Ana: nur eine Person spricht“ ändern').click()
  await field(kai.page, 'Regel').fill('Kai: alle hören zu')
  await field(ana.page, 'Regel').fill('Ana: ausreden lassen')
  await button(ana.page, 'Regel speichern').click()
  await expect.poll(() => storedRule()?.rule).toBe('Ana: ausreden lassen')
  await button(kai.page, 'Regel speichern').click()
  const alert = dialog(kai.page).getByRole('alert')
  await alert.getByText('Ana: ausreden lassen').waitFor()
  expect(await field(kai.page, 'Regel').inputValue()).toBe('Kai: alle hören zu')
  expect(await findings(kai.page)).toEqual([])
  await alert.getByRole('button', { name: 'Anderen übernehmen' }).click()
  await button(kai.page, '„Ana: ausreden lassen“ ändern').waitFor()
  expect(storedRule()?.rule).toBe('Ana: ausreden lassen')
})

test('a rule for which there is no room any more keeps its words in the form', async () => {
  await button(ana.page, 'Regel hinzufügen').click()
  await field(ana.page, 'Regel').fill('Ana: Pausen einhalten')
  for (let count = storedRules().length; count < mostRules; count++)
    await does(lead, { type: 'rule.add', ruleId: newRuleId(), rule: `Regel ${count + 1}`, why: null })
  await button(ana.page, 'Regel hinzufügen').click()
  await ana.page.getByText('Mehr Spielregeln liest niemand.').waitFor()
  expect(await field(ana.page, 'Regel').inputValue()).toBe('Ana: Pausen einhalten')
  for (const { page } of [ana, kai]) await page.keyboard.press('Escape')
})

test('a poll is prepared once, also by somebody who presses twice', async () => {
  await ana.page.getByRole('button', { name: 'Abstimmung öffnen' }).click()
  await field(ana.page, 'Frage').fill('Was zuerst?')
  await button(ana.page, 'Für später vorbereiten').evaluate(async (element: HTMLElement) => {
    element.click()
    await new Promise((resolve) => setTimeout(resolve)) // the second is a click of its own, before the server has answered
    element.click()
  })
  await button(ana.page, 'Was zuerst? bearbeiten').first().waitFor()
  // A command of its own behind it: what was sent before is decided by then.
  await does(lead, { type: 'session.plan', startsAt: Date.UTC(2031, 4, 6) })
  expect(storedQuestions()).toEqual(['Was zuerst?'])
})

test('two change one prepared poll: the second is told, keeps the draft, and saves it only when asked again', async () => {
  await button(ana.page, 'Was zuerst? bearbeiten').click()
  await fromMenu(kai.page, 'Abstimmung öffnen') // the phone's strip has room for one step
  await dialog(kai.page).getByText('Vorbereitet (1)').click()
  await button(kai.page, 'Was zuerst? bearbeiten').click()
  await field(kai.page, 'Frage').fill('Was danach?')
  await field(ana.page, 'Frage').fill('Was zuallererst?')
  await button(kai.page, 'Änderungen speichern').click()
  await button(kai.page, 'Was danach? bearbeiten').waitFor()
  await button(ana.page, 'Änderungen speichern').click()
  await ana.page.getByText('Jemand anderes hat diese').waitFor()
  expect(await field(ana.page, 'Frage').inputValue()).toBe('Was zuallererst?')
  expect(storedQuestions()).toEqual(['Was danach?'])
  expect(await findings(ana.page)).toEqual([])

  await button(ana.page, 'Änderungen speichern').click()
  await button(ana.page, 'Was zuallererst? bearbeiten').waitFor()
  await expect.poll(storedQuestions).toEqual(['Was zuallererst?'])
})

test('no page complained', () => {
  for (const { complaints } of [ana, kai]) expect(complaints).toEqual([])
})
