// The workshop's data in people's hands: a workshop taken along as a file, and gone on with.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person, photograph, sitDown } from '#tests/support/browser.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'

let server: RunningServer
let browser: Browser
let lead: Person

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const { links } = await createWorkshop(server.origin, {
    template: 'onboarding-telecom',
    language: 'de',
    title: 'Glasfaser: vom Auftrag bis online',
  })
  lead = await sitDown(browser, server.origin)
  await lead.page.goto(links.facilitator)
  await lead.page.getByRole('textbox', { name: /Name/ }).fill('Leyla')
  await lead.page.getByRole('button', { name: 'Beitreten' }).click()
  await seesMap(lead.page)
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await photograph({ 'data-lead': lead })
})

const seesMap = (page: Page) =>
  page.locator('.tl-shape[data-shape-type="touchpoint"]').first().waitFor({ timeout: 60_000 })

async function openData(page: Page) {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Daten und Löschen' }).click()
  return page.getByRole('dialog', { name: 'Daten und Löschen' })
}

test('a facilitator saves the whole workshop, and it goes on from the file as a new one with new links', async () => {
  const dialog = await openData(lead.page)
  expect(await findings(lead.page)).toEqual([])
  const [download] = await Promise.all([
    lead.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Ganzer Workshop (JSON)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('Glasfaser-vom-Auftrag-bis-online.runde.json')
  await dialog.getByText('Gespeichert', { exact: true }).waitFor()
  const buffer = await readFile(await download.path())

  const other = await sitDown(browser, server.origin)
  await other.page.goto(server.origin)
  await other.page
    .getByLabel('Mit einer Datei weitermachen', { exact: true })
    .and(other.page.locator('input'))
    .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer })
  const invitation = other.page.getByRole('dialog', { name: /Der Workshop steht/ })
  await invitation.waitFor({ timeout: 60_000 })
  await invitation.getByRole('button', { name: 'Zum Board' }).click()
  await seesMap(other.page)
  expect(new URL(other.page.url()).pathname).not.toBe(new URL(lead.page.url()).pathname)
  expect(other.complaints).toEqual([])
  await other.context.close()
})

test('a file that was cut off makes nothing and says so', async () => {
  const other = await sitDown(browser, server.origin)
  await other.page.goto(server.origin)
  await other.page
    .getByLabel('Mit einer Datei weitermachen', { exact: true })
    .and(other.page.locator('input'))
    .setInputFiles({
      name: 'w.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"runde-workshop","ver'),
    })
  await other.page
    .getByRole('alert')
    .getByText(/abgeschnitten oder beschädigt/)
    .waitFor()
  expect(await findings(other.page)).toEqual([])
  await other.context.close()
})
