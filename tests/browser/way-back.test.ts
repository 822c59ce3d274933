// People take up the seat they had by a link of the facilitator's: after an import, and when their own browser has lost it.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { copiedBy } from '#tests/support/clipboard.ts'

const room = boardWorkshop('way-back', {
  template: 'onboarding-telecom',
  language: 'de',
  title: 'Glasfaser: vom Auftrag bis online',
})
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }
let lead: Person
let bo: Person

beforeAll(async () => {
  lead = await room.enter('facilitator', { name: 'Leyla', department: null }, clipboard)
  bo = await room.enter('participant', { name: 'Bo', department: 'Technik' })
})

const copies = ({ page }: Person, button: Locator) => copiedBy(page, () => button.press('Enter'))
async function openPeople({ page }: Person): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Wer ist da|Person/ })
    .first()
    .click()
  return page.getByRole('region', { name: 'Wer ist da?' })
}
const continues = async (page: Page, name: string) => {
  await page.getByText(/Dieser Link ist von der Leitung und gilt einmal/).waitFor()
  await page.getByRole('button', { name: `Weiter als ${name}` }).press('Enter')
  await page.locator('.tl-shape:visible').first().waitFor()
}

test('the facilitator makes a new way in; whoever opens it is that person, and the old browser is told', async () => {
  const people = await openPeople(lead)
  await people.getByRole('button', { name: 'Was darf Bo?' }).click()
  await people.getByRole('button', { name: 'Neuer Zugang für Bo' }).press('Enter')
  const question = people.getByRole('group', { name: 'Neuer Zugang für Bo' })
  await question.getByText(/kein(en)? Stimmzettel/).waitFor()
  expect(await findings(lead.page)).toEqual([])
  // The focus has gone to the harmless answer.
  await lead.page.keyboard.press('Enter')
  await question.waitFor({ state: 'detached' })
  await people.getByRole('button', { name: 'Neuer Zugang für Bo' }).press('Enter')
  await question.getByRole('button', { name: 'Link machen' }).press('Enter')
  const copy = people.getByRole('button', { name: 'Link kopieren: Link für Bo' })
  await copy.waitFor()
  await expect.poll(() => copy.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await findings(lead.page)).toEqual([])
  const link = await copies(lead, copy)

  const phone = await room.sitDown({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
  await phone.page.goto(link)
  await phone.page.getByText(/auf allen anderen Geräten endet der Zugang/).waitFor()
  expect(await findings(phone.page)).toEqual([])
  await phone.page.getByRole('button', { name: 'Weiter als Bo' }).click()
  await phone.page.waitForURL(/\?seat=participant$/)
  await bo.page.getByRole('heading', { name: 'Dieser Platz wurde woanders eingenommen' }).waitFor()
  expect(await findings(bo.page)).toEqual([])
  await people.getByText(/Technik · mit neuem Zugang seit \d\d:\d\d/).waitFor()
  // What was opened is worth nothing any more.
  await people.getByRole('button', { name: 'Neuer Zugang für Bo' }).waitFor()
  expect([...phone.complaints, ...lead.complaints]).toEqual([])

  // Opened again, it leads to where the seat is, and elsewhere to nothing.
  await phone.page.goto(link)
  await phone.page.waitForURL(/\?seat=participant$/)
  const stranger = await room.sitDown()
  await stranger.page.goto(link)
  await stranger.page.getByText(/Dieser Link gilt nicht oder nicht mehr/).waitFor()
  await phone.context.close()
  await stranger.context.close()
  await lead.page.keyboard.press('Escape')
})

test('after an import those of the file get a link each, and come back as who they were', async () => {
  const { page } = lead
  const file = await page.evaluate(async () => {
    const path = `/api${location.pathname.replace('/w/', '/workshops/')}/workshop.json${location.search}`
    return (await fetch(path)).text()
  })
  const other = await room.sitDown(clipboard)
  await other.page.goto(room.origin)
  await other.page
    .getByLabel('Mit einer Datei weitermachen', { exact: true })
    .and(other.page.locator('input'))
    .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  const sheet = other.page.getByRole('dialog', { name: /Der Workshop steht/ })
  const missing = sheet.getByRole('region', { name: 'Noch ohne Zugang' })
  await missing.getByText('Leyla').waitFor({ timeout: 60_000 })
  expect(await findings(other.page)).toEqual([])
  const bos = missing.getByRole('listitem').filter({ hasText: 'Bo' })
  await bos.getByText('Technik').waitFor()
  await bos.getByRole('button', { name: 'Link machen: Bo' }).press('Enter')
  const link = await copies(other, bos.getByRole('button', { name: 'Link kopieren: Link für Bo' }))

  const back = await room.sitDown()
  await back.page.goto(link)
  await continues(back.page, 'Bo')
  await bos.waitFor({ state: 'detached' })

  await missing.getByRole('button', { name: /Links für alle \d machen/ }).press('Enter')
  const list = await copies(other, missing.getByRole('button', { name: /Liste kopieren/ }))
  expect(list).toMatch(/^Leyla\t\thttp\S+$/m)
  expect(await findings(other.page)).toEqual([])
  const leyla = await room.sitDown({ viewport: { width: 720, height: 900 } })
  await leyla.page.goto(/^Leyla\t\t(\S+)$/m.exec(list)?.[1] ?? '')
  await continues(leyla.page, 'Leyla')
  await leyla.page.getByRole('button', { name: 'Einladen' }).waitFor()
  for (const { context } of [leyla, back, other]) await context.close()
})
