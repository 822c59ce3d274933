// The board's history in the room: kept states to look at, and the way back to one and back again.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { seesNote, writeNote } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { takesFocus } from '#tests/support/focus.ts'

const patience = { timeout: 20_000, interval: 100 }
const room = boardWorkshop('history', { template: 'onboarding-telecom', language: 'de' })
let lead: Person
let ana: Person

beforeAll(async () => {
  lead = await room.enter('facilitator', { name: 'Leyla', department: null })
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' })
})

async function openHistory(page: Page) {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Verlauf des Boards' }).click()
  return page.getByRole('dialog', { name: 'Verlauf des Boards' })
}
const close = (page: Page) => page.keyboard.press('Escape')

test('before anything was kept, it says what the history is for', async () => {
  const dialog = await openHistory(lead.page)
  await dialog.getByRole('heading', { name: 'Noch kein festgehaltener Stand' }).waitFor()
  await close(lead.page)
})

test('an agenda item begins with a kept state, and a facilitator keeps one by name', async () => {
  await lead.page.getByRole('button', { name: 'Sitzung beginnen' }).click()
  await lead.page.getByRole('button', { name: /Nächster Punkt/ }).waitFor()
  const dialog = await openHistory(lead.page)
  await dialog.getByText(/^Beginn: /).waitFor()
  await dialog.getByRole('textbox', { name: 'Name des Stands' }).fill('Vor dem Wagnis')
  await dialog.getByRole('button', { name: 'Festhalten' }).click()
  await dialog.getByText('Vor dem Wagnis', { exact: true }).waitFor()
  await dialog.getByText('von Leyla').waitFor()
  expect(await findings(lead.page)).toEqual([])
  await close(lead.page)
})

test('a participant looks at an old state, which is marked as old, and cannot change anything with it', async () => {
  const dialog = await openHistory(ana.page)
  const look = dialog.getByRole('button', { name: /Vor dem Wagnis.*ansehen/ })
  await look.waitFor()
  expect(await dialog.getByRole('textbox').count()).toBe(0)
  await look.click()
  await dialog.getByRole('heading', { name: /Alter Stand.*Vor dem Wagnis/ }).waitFor()
  await dialog.getByRole('img', { name: /Das Board, wie es um/ }).waitFor()
  expect(await dialog.getByRole('button', { name: /zurücksetzen/ }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Zum Verlauf' }).click()
  await dialog.getByText('Vor dem Wagnis', { exact: true }).waitFor()
  await close(ana.page)
})

test('a facilitator sets the board back, everyone sees it, and takes it back again', async () => {
  await writeNote(ana, 'Notiz', 'Kam später dazu', { x: 420, y: 560 })
  await expect.poll(() => seesNote(lead, 'Kam später dazu'), patience).toBe(true)
  const dialog = await openHistory(lead.page)
  await dialog.getByRole('button', { name: /Vor dem Wagnis.*ansehen/ }).click()
  await dialog.getByText(/Verloren geht nichts/).waitFor()
  await dialog.getByRole('button', { name: 'Board auf diesen Stand zurücksetzen' }).click()
  await dialog.getByText(/Das Board ist wieder wie um/).waitFor()
  for (const person of [ana, lead])
    await expect.poll(() => seesNote(person, 'Kam später dazu'), patience).toBe(false)
  await dialog.getByRole('button', { name: 'Doch nicht: wieder wie eben' }).click()
  await dialog.getByText('Das Board ist wieder wie eben.').waitFor()
  for (const person of [ana, lead])
    await expect.poll(() => seesNote(person, 'Kam später dazu'), patience).toBe(true)
  await dialog.getByRole('button', { name: 'Zum Verlauf' }).click()
  await dialog.getByText('Bevor zurückgegangen wurde').first().waitFor()
  await close(lead.page)
})

test('all of it works by keyboard', async () => {
  const { page } = lead
  await page.getByRole('button', { name: 'Mehr', exact: true }).focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: 'Verlauf des Boards' })
  await item.waitFor()
  await item.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Verlauf des Boards' })
  const look = dialog.getByRole('button', { name: /Vor dem Wagnis.*ansehen/ })
  await look.waitFor()
  await look.focus()
  await page.keyboard.press('Enter')
  await takesFocus(dialog.getByRole('heading', { name: /Alter Stand/ }))
  await dialog.getByRole('img', { name: /Das Board/ }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('a named state is deleted only after a second word', async () => {
  const dialog = await openHistory(lead.page)
  await dialog.getByRole('button', { name: /Vor dem Wagnis.*ansehen/ }).click()
  await dialog.getByRole('button', { name: 'Diesen Stand löschen' }).click()
  await dialog.getByText(/verschwindet endgültig/).waitFor()
  await dialog.getByRole('button', { name: 'Stand löschen', exact: true }).click()
  await dialog.getByText(/^Beginn: /).waitFor()
  expect(await dialog.getByText('Vor dem Wagnis', { exact: true }).count()).toBe(0)
  await close(lead.page)
})

test('no page complains of anything', () => {
  for (const { complaints } of [lead, ana]) expect(complaints).toEqual([])
})
