// Actions from a card to a list that everybody sees: two people at desks and one on a phone, an owner who is not there.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { clickCard } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'
import { takesFocus } from '#tests/support/focus.ts'

const room = boardWorkshop('actions', { template: 'onboarding-telecom', language: 'de' })
let lead: Person
let ana: Person
let phone: Person

beforeAll(async () => {
  lead = await room.enter('facilitator', { name: 'Leyla', department: null })
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' }, { colorScheme: 'dark' })
  phone = await room.sitDown({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  await comeIn(phone.page, room.links.participant, { name: 'Cem' })
  await phone.page.getByRole('button', { name: 'Maßnahmen' }).waitFor()
})

const form = (page: Page) => page.getByRole('dialog')
const gone = (page: Page) => form(page).waitFor({ state: 'detached' })

test('an action is written with an owner who is not here, dates, and a card that is picked on the board', async () => {
  const { page } = ana
  await page.getByRole('tab', { name: 'Maßnahmen' }).click()
  await page.getByRole('button', { name: 'Maßnahme hinzufügen' }).click()
  await form(page).getByRole('textbox', { name: 'Was wird getan?' }).fill('Fenster von zwei Stunden')
  await form(page).getByLabel('Verantwortlich, genau eine Person').selectOption('else')
  await form(page).getByLabel('Name', { exact: true }).fill('Frau Kern')
  await form(page).getByLabel('Fällig am').fill('2020-01-15')
  await form(page).getByText('Das liegt in der Vergangenheit.').waitFor()
  await form(page).getByLabel('Fällig am').fill('2099-01-15')
  await form(page).getByLabel('Für Kunden spürbar ab').fill('2099-03-01')
  expect(await findings(page)).toEqual([])
  await form(page).getByRole('button', { name: 'Auf dem Board wählen' }).click()
  await gone(page)
  await page.getByRole('button', { name: 'Besuch vor Ort wählen' }).click()
  await form(page).getByText('Besuch vor Ort').waitFor()
  await form(page).getByRole('button', { name: 'Hinzufügen', exact: true }).click()
  await gone(page)
  for (const part of [
    'Frau Kern',
    'Fällig 15. Januar 2099',
    'spürbar ab 1. März 2099',
    'Aus: Besuch vor Ort',
  ])
    await page.getByText(part).waitFor()
  await page.getByText('Jede Maßnahme hat eine verantwortliche Person und ein Datum.').waitFor()
  // On the card itself.
  await lead.page.getByRole('img', { name: '1 Maßnahme' }).waitFor()
})

test('a card becomes an action, and what is open about it is named', async () => {
  const { page } = lead
  await clickCard(page.locator('.tl-shape[data-shape-type="touchpoint"]').filter({ hasText: 'Statusseite' }))
  await page.getByRole('button', { name: 'Maßnahme daraus machen' }).click()
  await form(page).getByRole('textbox', { name: 'Was wird getan?' }).fill('Sagen, was als Nächstes passiert')
  await form(page).getByText('Statusseite').waitFor()
  await form(page).getByRole('button', { name: 'Hinzufügen', exact: true }).click()
  await gone(page)
  await page.getByRole('tab', { name: 'Maßnahmen' }).click()
  await page.getByText('Offen: 1 Maßnahme ohne Verantwortliche, 1 ohne Datum').waitFor()
})

test('order, state and deletion: a facilitator and the owner change it, and what is deleted comes back', async () => {
  const { page } = lead
  const titles = page.getByRole('tabpanel', { name: 'Maßnahmen' }).getByRole('listitem')
  await page.getByRole('button', { name: '„Sagen, was als Nächstes passiert“ nach oben' }).click()
  await expect.poll(() => titles.first().textContent()).toContain('Sagen, was')
  await expect.poll(() => ana.page.getByRole('listitem').first().textContent()).toContain('Sagen, was')
  // Ana has not written it and does not own it.
  expect(
    await ana.page.getByRole('button', { name: '„Sagen, was als Nächstes passiert“ ändern' }).count(),
  ).toBe(0)

  await page.getByRole('button', { name: '„Sagen, was als Nächstes passiert“ ändern' }).click()
  await form(page).getByLabel('Verantwortlich, genau eine Person').selectOption({ label: 'Ana' })
  await form(page).getByRole('button', { name: 'Speichern' }).click()
  await gone(page)
  await ana.page.getByRole('button', { name: '„Sagen, was als Nächstes passiert“ ändern' }).click()
  await form(ana.page).getByLabel('Stand').selectOption('live')
  await form(ana.page).getByLabel('Spürbar seit').fill('2026-03-01')
  await form(ana.page).getByRole('button', { name: 'Speichern' }).click()
  await gone(ana.page)
  await page.getByText(/für Kunden spürbar seit 1. März/).waitFor()

  await ana.page.getByRole('button', { name: '„Sagen, was als Nächstes passiert“ ändern' }).click()
  await form(ana.page).getByRole('button', { name: 'Löschen' }).click()
  await gone(ana.page)
  await expect.poll(() => titles.count()).toBe(1)
  await ana.page
    .getByRole('tabpanel', { name: 'Maßnahmen' })
    .getByRole('button', { name: 'Rückgängig' })
    .click()
  await expect.poll(() => titles.count()).toBe(2)
})

test('on a phone an action is written with one thumb, its card picked in the list', async () => {
  const { page } = phone
  await page.getByRole('button', { name: 'Maßnahmen' }).click()
  await page.getByRole('button', { name: 'Maßnahme hinzufügen' }).click()
  await form(page).getByRole('textbox', { name: 'Was wird getan?' }).fill('Die Rechnung mit Bild erklären')
  await form(page).getByRole('button', { name: 'Auf dem Board wählen' }).click()
  await gone(page)
  await page.getByRole('button', { name: /Rückfrage zur Rechnung/ }).click()
  await page.getByRole('button', { name: 'Für die Maßnahme wählen' }).click()
  await page.getByRole('dialog', { name: 'Neue Maßnahme' }).getByText('Rückfrage zur Rechnung').waitFor()
  await form(page).getByRole('button', { name: 'Hinzufügen', exact: true }).click()
  await gone(page)
  await page.getByRole('button', { name: 'Maßnahmen' }).click()
  await page.getByText('Aus: Rückfrage zur Rechnung').waitFor()
  expect(await findings(page)).toEqual([])
  await expect
    .poll(() => ana.page.getByText('Die Rechnung mit Bild erklären', { exact: true }).count())
    .toBe(1)
  for (const { complaints } of [lead, ana, phone])
    expect(complaints.filter((one) => !/401/.test(one))).toEqual([])
})

test('a facilitator renames an owner who is not here, and erases that name and the name of somebody who is', async () => {
  const people = lead.page.getByRole('button', { name: /^3 Personen/ })
  await people.click()
  await lead.page.getByRole('button', { name: 'Frau Kern umbenennen' }).click()
  await lead.page.getByRole('textbox', { name: 'Name' }).fill('Frau Dr. Kern')
  await lead.page.getByRole('textbox', { name: 'Name' }).press('Enter')
  await ana.page.getByText('Frau Dr. Kern').waitFor()
  await lead.page.getByRole('button', { name: 'Namen löschen: Frau Dr. Kern' }).click()
  const sure = lead.page.getByRole('group', { name: 'Namen löschen: Frau Dr. Kern' })
  await takesFocus(sure.getByRole('button', { name: 'Behalten' }))
  await sure.getByRole('button', { name: 'Ja, löschen' }).click()
  await ana.page.getByText('Frau Dr. Kern').waitFor({ state: 'detached' })
  await lead.page.getByRole('button', { name: 'Was darf Cem?' }).click()
  await lead.page.getByRole('button', { name: 'Namen löschen: Cem' }).click()
  expect(await findings(lead.page)).toEqual([])
  await lead.page.getByRole('button', { name: 'Ja, löschen' }).click()
  await lead.page.getByRole('button', { name: 'Was darf Cem?' }).waitFor({ state: 'detached' })
  await people.click()
  expect(lead.complaints).toEqual([])
})
