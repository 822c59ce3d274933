// The table twin of the map: one person on the canvas and one at the table, the keyboard alone, a phone, a screen reader's words.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { drag, isOurs, middleOf, seesNote, shape, tool } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'

const patience = { timeout: 20_000, interval: 100 }
const orderConfirmation = 'shape:touchpoint-order-confirmation'
const bookVisit = 'shape:touchpoint-book-visit'

const room = boardWorkshop('twin', { template: 'onboarding-telecom', language: 'de' })
const { map } = room
/** At the table, in German. */
let ana: Person
/** On the canvas. */
let bo: Person
let phone: Person

beforeAll(async () => {
  bo = await room.enter('participant', { name: 'Bo', department: 'Vertrieb' })
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' })
  await tool(ana, 'Tabelle').click()
  await grid(ana.page).waitFor()
})

const grid = (page: Page) => page.getByRole('grid')
const cell = (page: Page, row: string, column: string) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`)
/** Whatever has the focus holds these words. */
const isAt = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), patience).toContain(words)
const roleOfFocused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role'))
const headings = { Touchpoints: 'Karte als Tabelle', Matrix: 'Karte als Matrix', Liste: 'Karte als Liste' }
const views = ['Touchpoints', 'Matrix', 'Liste'] as const
async function show(page: Page, view: (typeof views)[number]): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Darstellung der Karte' }).getByText(view).click()
  await page.getByRole('heading', { name: headings[view] }).waitFor()
}
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const touchpoint = async (id: string) => (await map()).touchpoints.find((each) => each.id === id)
const stageTitle = async (id: string) => {
  const { stages } = await map()
  const stageId = (await touchpoint(id))?.stageId
  return stages.find((stage) => stage.id === stageId)?.title
}
/** What was said to screen readers last. */
const said = (page: Page, words: RegExp | string) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })

describe('one person on the canvas and one at the table', () => {
  test('see each other’s changes at once, both ways', async () => {
    await cell(ana.page, orderConfirmation, 'actual').focus()
    await ana.page.keyboard.type('3,5')
    await press(ana.page, 'Enter')
    await expect
      .poll(async () => (await shape(bo.page, orderConfirmation).textContent())?.includes('3,5'), patience)
      .toBe(true)

    const { x, y } = await middleOf(bo.page, orderConfirmation)
    await bo.page.mouse.click(x, y)
    const fields = bo.page.getByRole('region', { name: 'Auftragsbestätigung' })
    await fields.getByRole('textbox', { name: 'Soll' }).fill('9,5')
    await press(bo.page, 'Escape', 'Escape')
    await expect.poll(() => cell(ana.page, orderConfirmation, 'target').textContent(), patience).toBe('9,5')
  })

  test('who moves a card on the canvas moves it in the table, and it is said where the focus is', async () => {
    await cell(ana.page, orderConfirmation, 'title').focus()
    await drag(bo.page, orderConfirmation, await middleOf(bo.page, bookVisit))
    await said(ana.page, /^„Auftragsbestätigung“ steht jetzt in Termin/)
    await isAt(ana.page, 'Auftragsbestätigung')
    await expect.poll(() => stageTitle(orderConfirmation), patience).toBe('Termin')
  })

  test('type into one title at once and lose no character', async () => {
    await cell(ana.page, bookVisit, 'title').focus()
    await press(ana.page, 'Enter')
    const field = ana.page.getByRole('textbox', { name: 'Touchpoint' })
    await field.waitFor()
    await press(ana.page, 'End')
    const { x, y } = await middleOf(bo.page, bookVisit)
    await bo.page.mouse.dblclick(x, y)
    await bo.page.getByRole('textbox', { name: 'Titel' }).first().waitFor()
    await press(bo.page, 'Home')
    await Promise.all([
      ana.page.keyboard.type(' mit Technik', { delay: 20 }),
      bo.page.keyboard.type('Erste ', { delay: 20 }),
    ])
    const whole = 'Erste Terminvereinbarung mit Technik'
    await expect.poll(() => field.inputValue(), patience).toBe(whole)
    await expect.poll(async () => (await touchpoint(bookVisit))?.title, patience).toBe(whole)
    await press(ana.page, 'Enter')
    await press(bo.page, 'Escape', 'Escape')
  })

  test('see where the other is', async () => {
    const { x, y } = await middleOf(bo.page, bookVisit)
    await bo.page.mouse.click(x, y)
    await cell(ana.page, bookVisit, 'title').getByText('Bo ist hier').waitFor({ state: 'attached' })
    await cell(ana.page, orderConfirmation, 'title').focus()
    const flags = bo.page.locator('.tl-overlays').getByText('Ana', { exact: true })
    await expect.poll(() => flags.count(), patience).toBeGreaterThan(0)
    await press(bo.page, 'Escape')
  })

  test('keep the focus on their card when the other adds one above it, and get the next one when it is deleted', async () => {
    await cell(ana.page, bookVisit, 'title').focus()
    await bo.page.mouse.click(20, 700)
    const { x, y } = await middleOf(bo.page, orderConfirmation)
    await bo.page.mouse.click(x, y)
    const rows = ana.page.locator('[data-column="title"]').filter({ hasText: 'Auftragsbestätigung' })
    await expect.poll(() => rows.count(), patience).toBe(1)
    await press(bo.page, 'Control+d')
    await expect.poll(() => rows.count(), patience).toBe(2)
    await isAt(ana.page, 'Erste Terminvereinbarung')
    await bo.page.mouse.click(20, 700)
    const visit = await middleOf(bo.page, bookVisit)
    await bo.page.mouse.click(visit.x, visit.y)
    await press(bo.page, 'Delete')
    await said(ana.page, /^„Erste Terminvereinbarung mit Technik“ wurde gelöscht. Jetzt bei/)
    await expect.poll(() => roleOfFocused(ana.page), patience).toBe('rowheader')
    await press(bo.page, 'Control+z')
    await cell(ana.page, bookVisit, 'title').waitFor()
  })
})

describe('the keyboard alone', () => {
  test('adds a touchpoint in the table, fills it, moves it, and takes it all back', async () => {
    const { page } = ana
    const count = (await map()).touchpoints.length
    await cell(page, orderConfirmation, 'title').focus()
    await press(page, 'Control+Home', 'ArrowRight', 'Insert')
    await page.keyboard.type('Anruf aus dem Nichts')
    await press(page, 'Enter')
    await isAt(page, 'Anruf aus dem Nichts')
    await press(page, 'ArrowRight', 't', 'Enter') // channel: by its first letter
    await press(page, 'ArrowRight', 'ArrowRight')
    await page.keyboard.type('2')
    await press(page, 'Tab') // on to the target
    await page.keyboard.type('12')
    await press(page, 'Enter')
    await page.getByText('Eine Zahl von 0 bis 10').first().waitFor()
    await press(page, 'Backspace', 'Backspace', '8', 'Enter', 'Space')
    const made = async () => (await map()).touchpoints.find(({ title }) => title === 'Anruf aus dem Nichts')
    await expect
      .poll(made, patience)
      .toMatchObject({ channel: 'phone', actual: 2, target: 8, momentOfTruth: true })

    const id = (await made())?.id ?? ''
    await press(page, 'Alt+ArrowRight')
    await said(page, /^Touchpoint verschoben nach Phase Wechseln, Platz/)
    await expect.poll(() => stageTitle(id), patience).toBe('Wechseln')
    await press(page, 'Home', 'ArrowRight')
    await isAt(page, 'Anruf aus dem Nichts')
    await press(page, 'Delete')
    await page.getByText('„Anruf aus dem Nichts“ ist gelöscht').first().waitFor()
    await expect.poll(async () => (await map()).touchpoints.length, patience).toBe(count)
    await press(page, 'Control+z')
    await expect.poll(() => stageTitle(id), patience).toBe('Wechseln')
    await cell(page, id, 'title').waitFor()
  })

  test('discards with Esc what it has begun', async () => {
    const { page } = ana
    await cell(page, orderConfirmation, 'title').focus()
    await page.keyboard.type('X')
    await page.getByRole('textbox', { name: 'Touchpoint' }).waitFor()
    await page.keyboard.type('YZ')
    await press(page, 'Escape')
    await isAt(page, 'Auftragsbestätigung')
    const { length } = (await map()).touchpoints
    await press(page, 'Insert', 'Escape')
    // What comes after it is on the board, and nothing of what was discarded.
    await cell(page, bookVisit, 'actual').focus()
    await page.keyboard.type('4,5')
    await press(page, 'Enter')
    await expect.poll(async () => (await touchpoint(bookVisit))?.actual, patience).toBe(4.5)
    expect((await touchpoint(orderConfirmation))?.title).toBe('Auftragsbestätigung')
    expect((await map()).touchpoints.length).toBe(length)
  })

  test('writes a note with N, and comes back to its cell', async () => {
    const { page } = ana
    await cell(page, bookVisit, 'pain-points').focus()
    await press(page, 'n')
    await page.getByRole('textbox', { name: 'Text' }).waitFor()
    await page.keyboard.type('Niemand ruft zurück')
    await press(page, 'Escape')
    await expect.poll(() => seesNote(bo, 'Niemand ruft zurück'), patience).toBe(true)
    await expect
      .poll(
        async () => (await map()).notes.find(({ text }) => text === 'Niemand ruft zurück')?.kind,
        patience,
      )
      .toBe('pain-points')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-column')), patience)
      .toBe('pain-points')
  })

  test('moves a stage, and deletes one only after asking what happens to its cards', async () => {
    const { page } = ana
    await show(page, 'Matrix')
    await page.getByRole('columnheader', { name: 'Termin' }).focus()
    await press(page, 'Alt+ArrowLeft')
    await said(page, '„Termin“ ist jetzt an Stelle 2 von 6')
    await expect.poll(async () => (await map()).stages[1]?.title, patience).toBe('Termin')
    await isAt(page, 'Termin')
    const before = await map()
    await press(page, 'Delete')
    const dialog = page.getByRole('dialog', { name: 'Phase „Termin“ löschen' })
    await dialog.getByRole('radio', { name: 'Verschieben nach' }).waitFor()
    await dialog.getByRole('combobox').selectOption({ label: 'Einleben' })
    await dialog.getByRole('button', { name: 'Phase löschen' }).press('Enter')
    await page.getByText('„Termin“ ist gelöscht').first().waitFor()
    await expect.poll(async () => (await map()).stages.length, patience).toBe(before.stages.length - 1)
    const after = await map()
    expect(after.touchpoints.length).toBe(before.touchpoints.length)
    expect(after.notes.length).toBe(before.notes.length)
    await page.getByRole('button', { name: 'Rückgängig' }).first().press('Enter')
    await expect
      .poll(async () => (await map()).stages.map(({ title }) => title), patience)
      .toEqual(before.stages.map(({ title }) => title))
  })

  test('goes into a cell of the matrix and moves a card to the next lane', async () => {
    const { page } = ana
    await page.getByRole('gridcell', { name: /^Wechseln, Schmerzpunkte/ }).focus()
    await press(page, 'Enter')
    // On the card: the cell around it holds its words, too.
    await expect.poll(() => roleOfFocused(page), patience).not.toBe('gridcell')
    await isAt(page, 'Schmerzpunkt')
    await press(page, 'Alt+ArrowDown')
    await said(page, /^Notiz verschoben nach Wechseln, Chancen, Platz/)
    await isAt(page, 'Chance')
    await press(page, 'Escape')
    await expect.poll(() => roleOfFocused(page), patience).toBe('gridcell')
    await show(page, 'Touchpoints')
  })
})

test('a screen reader hears the table as rows of named cells, and the matrix as cells with their cards', async () => {
  const { page } = ana
  const row = page.getByRole('row').filter({ has: cell(page, orderConfirmation, 'title') })
  const lines = (await row.ariaSnapshot()).split('\n').map((line) => line.trim())
  for (const line of [
    '- gridcell "Termin"',
    '- gridcell "E-Mail"',
    '- gridcell "Vertrieb"',
    '- gridcell "3,5"',
    '- gridcell "9,5"',
    '- img "Ist 3,5, Soll 9,5 von 10"',
    '- button "Mehr zu „Auftragsbestätigung“"',
  ])
    expect(lines).toContain(line)
  expect(lines.some((line) => line.startsWith('- rowheader "Auftragsbestätigung'))).toBe(true)
  const heads = await page.getByRole('columnheader').allTextContents()
  expect(heads.map((head) => head.replaceAll('\u00AD', ''))).toEqual([
    'Phase',
    'Touchpoint',
    'Kanal',
    'Abteilung',
    'Ist',
    'Soll',
    '0 bis 10',
    'Emotion',
    'Schmerzpunkte',
    'Chancen',
    'Belege',
    'Stand',
    'Mehr',
  ])
})

describe('on a phone', () => {
  test('somebody adds a note and moves a card with a finger', async () => {
    phone = await room.sitDown({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
    })
    const { page } = phone
    await comeIn(page, room.links.participant, { name: 'Cem', department: 'Marketing' })
    await page.getByRole('navigation').getByRole('button', { name: 'Karte' }).tap()
    await page.getByRole('button', { name: 'Notiz anlegen, Wechseln' }).tap()
    await page.getByRole('textbox', { name: 'Text' }).fill('Vom Telefon aus')
    await page.getByRole('button', { name: 'Schließen', exact: true }).tap()
    await expect.poll(() => seesNote(bo, 'Vom Telefon aus'), patience).toBe(true)

    await page.locator(`main [data-card="${orderConfirmation}"]`).tap()
    await page.getByRole('button', { name: 'Verschieben nach …' }).tap()
    const sheet = page.getByRole('dialog', { name: 'Verschieben nach …' })
    await sheet.getByRole('combobox', { name: 'Phase' }).selectOption({ label: 'Einleben' })
    await sheet.getByRole('button', { name: 'Verschieben', exact: true }).tap()
    await expect.poll(() => stageTitle(orderConfirmation), patience).toBe('Einleben')
  })

  test('nothing that is tapped there is smaller than a finger', async () => {
    const { page } = phone
    await page.getByRole('button', { name: 'Schließen', exact: true }).tap()
    await page.getByRole('button', { name: 'Notiz anlegen, Wechseln' }).waitFor()
    const small = await page.locator('main button:visible, main select:visible').evaluateAll((targets) =>
      targets
        .map((target) => ({ box: target.getBoundingClientRect(), text: target.textContent }))
        .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
        .map(({ text }) => text),
    )
    expect(small).toEqual([])
  })
})

describe('axe finds nothing serious', () => {
  test('in the table, the matrix, the list and what opens over them', async () => {
    const { page } = ana
    for (const view of views) {
      await show(page, view)
      expect(await findings(page), view).toEqual([])
    }
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Aufbau' }).click()
    await dialog.getByRole('heading', { name: 'Phasen' }).waitFor()
    expect(await findings(page), 'Aufbau').toEqual([])
    await dialog.getByRole('button', { name: 'Einleben', exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Breite der Spalte' }).waitFor()
    expect(await findings(page), 'Phase').toEqual([])
    await press(page, 'Escape', 'Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.locator(`[data-card="${bookVisit}"]`).click()
    await dialog.getByRole('textbox', { name: 'Titel' }).waitFor()
    expect(await findings(page), 'Touchpoint').toEqual([])
    await press(page, 'Escape')
    await dialog.waitFor({ state: 'detached' })
    await show(page, 'Touchpoints')
  })

  test('on the phone, and at 200% zoom nothing goes beyond the window', async () => {
    expect(await findings(phone.page)).toEqual([])
    const { page } = ana
    await page.setViewportSize({ width: 720, height: 450 })
    const beyond = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    for (const view of views) {
      await show(page, view)
      await expect.poll(beyond, { ...patience, message: view }).toBe(0)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

test('an observer reads all of it, is told why nothing can be changed, and finds no dead controls', async () => {
  const olga = await room.enter('observer', { name: 'Olga', department: 'IT' })
  const { page } = olga
  const before = (await touchpoint(bookVisit))?.title
  await tool(olga, 'Tabelle').click()
  await page.getByText('Sie schauen zu').waitFor()
  await expect
    .poll(() => page.getByRole('toolbar').getByRole('button').allTextContents(), patience)
    .toEqual(['Dateien', 'Board'])
  await cell(page, bookVisit, 'title').focus()
  await page.keyboard.type('nein')
  await press(page, 'Enter', 'Delete', 'Insert')
  expect(await page.getByRole('textbox').count()).toBe(0)
  await press(page, 'Shift+Enter')
  await page.getByRole('dialog').waitFor()
  expect(await page.getByRole('dialog').getByRole('textbox').count()).toBe(0)
  expect(await page.getByRole('dialog').getByRole('button').allTextContents()).toEqual([''])
  expect((await touchpoint(bookVisit))?.title).toBe(before)
  expect(olga.complaints.filter(isOurs)).toEqual([])
  await olga.context.close()
})

test('nobody’s console complains, and no other host is asked', () => {
  expect([ana, bo, phone].flatMap(({ complaints }) => complaints).filter(isOurs)).toEqual([])
})
