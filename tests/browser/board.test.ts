// The board as two people at desks and an observer use it at the same time, against the real server.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardMap } from '#shared/board/model.ts'
import { addSticky } from '#tests/server/board/sample-records.ts'
import {
  drag,
  isOurs,
  middleOf,
  noteId,
  seesNote,
  shape,
  tool,
  writeNote,
} from '#tests/support/board-people.ts'
import { askBoard } from '#tests/support/board-wire.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { type Cable, layCable } from '#tests/support/cable.ts'
import { takesFocus } from '#tests/support/focus.ts'
import { svgFromResults } from '#tests/support/results-svg.ts'
import { joinByLink } from '#tests/support/server.ts'

const patience = { timeout: 20_000, interval: 100 }
const orderConfirmation = 'shape:touchpoint-order-confirmation'
const numberTransfer = 'shape:touchpoint-number-transfer'
const bookVisit = 'shape:touchpoint-book-visit'

const room = boardWorkshop('board', { template: 'onboarding-telecom', language: 'de' })
const { board } = room
/** Between the server and Bo. */
let cable: Cable
/** In German and light. */
let ana: Person
/** In English and dark. */
let bo: Person
let observer: Person

beforeAll(async () => {
  cable = await layCable(room.origin)
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' })
  const abroad = { locale: 'en-GB', colorScheme: 'dark' } as const
  bo = await room.enter('participant', { name: 'Bo', department: 'Vertrieb', cable }, abroad)
  observer = await room.enter('observer', { name: 'Olga', department: 'IT' })
})
afterAll(() => cable?.close())

async function map(): Promise<BoardMap> {
  const [first] = (await board()).maps
  if (!first) throw new Error('there is no map on the board')
  return first
}
const noteTexts = async () => (await map()).notes.map(({ text }) => text)
const touchpoint = async (id: string) => (await map()).touchpoints.find((each) => each.id === id)

describe('two people on one board', () => {
  test('who type into one note at once lose no character', async () => {
    await writeNote(ana, 'Notiz', 'Anfang', { x: 200, y: 420 })
    await expect.poll(() => seesNote(bo, 'Anfang'), patience).toBe(true)
    const id = await noteId(ana.page, 'Anfang')
    if (!id) throw new Error('the note is not on the board')
    for (const { page } of [ana, bo]) {
      const { x, y } = await middleOf(page, id)
      await page.mouse.dblclick(x, y)
      await takesFocus(page.getByRole('textbox', { name: /Notiz|Note/ }))
    }
    await ana.page.keyboard.press('Home')
    await bo.page.keyboard.press('End')
    const [before, after] = ['Ganz am ', ' und am Ende auch noch']
    await Promise.all([
      ana.page.keyboard.type(before, { delay: 15 }),
      bo.page.keyboard.type(after, { delay: 15 }),
    ])
    const whole = `${before}Anfang${after}`
    await expect.poll(noteTexts, patience).toContain(whole)
    for (const { page } of [ana, bo]) {
      await expect
        .poll(() => page.getByRole('textbox', { name: /Notiz|Note/ }).inputValue(), patience)
        .toBe(whole)
      await page.keyboard.press('Escape')
    }
  })

  test('see a card in the cell the other has dragged it to, also after loading the page again', async () => {
    const target = await middleOf(ana.page, bookVisit)
    await drag(ana.page, orderConfirmation, target)
    const appointment = (await touchpoint(bookVisit))?.stageId
    await expect.poll(async () => (await touchpoint(orderConfirmation))?.stageId, patience).toBe(appointment)
    const isInColumn = async (page: Page) => {
      const [card, other] = [
        await shape(page, orderConfirmation).boundingBox(),
        await shape(page, bookVisit).boundingBox(),
      ]
      return card && other ? Math.abs(card.x - other.x) < 2 : false
    }
    for (const { page } of [ana, bo]) await expect.poll(() => isInColumn(page), patience).toBe(true)
    await bo.page.reload()
    await shape(bo.page, orderConfirmation).waitFor()
    await expect.poll(() => isInColumn(bo.page), patience).toBe(true)
  })

  test('both keep their stage when they add one at once and one of them is cut off', async () => {
    cable.pullOut()
    await bo.page
      .getByText(/^Offline/)
      .first()
      .waitFor()
    for (const [person, button, title] of [
      [ana, 'Phase anlegen', 'Von Ana'],
      [bo, 'Add a stage', 'By Bo'],
    ] as const) {
      await person.page.getByRole('button', { name: button }).press('Enter')
      await takesFocus(person.page.getByRole('textbox', { name: /^(Phase|Stage)$/ }))
      await person.page.keyboard.type(title)
      await person.page.keyboard.press('Enter')
    }
    const titles = async () => (await map()).stages.map(({ title }) => title)
    await expect.poll(titles, patience).toContain('Von Ana')
    expect(await titles()).not.toContain('By Bo')
    cable.plugIn()
    await expect.poll(titles, patience).toEqual(expect.arrayContaining(['Von Ana', 'By Bo']))
    expect(await titles()).toHaveLength(8)
    for (const { page } of [ana, bo])
      await expect.poll(() => page.locator('.tl-shape[data-shape-type="stage"]').count(), patience).toBe(8)
  })

  test('undo, right after leaving a note, only what they did themselves', async () => {
    await writeNote(ana, 'Notiz', 'Bleibt stehen', { x: 350, y: 420 })
    await writeNote(bo, 'Note', 'Goes again', { x: 500, y: 420 })
    await expect.poll(noteTexts, patience).toEqual(expect.arrayContaining(['Bleibt stehen', 'Goes again']))
    await bo.page.keyboard.press('Control+z')
    await expect.poll(noteTexts, patience).not.toContain('Goes again')
    await expect.poll(() => seesNote(ana, 'Goes again'), patience).toBe(false)
    expect(await noteTexts()).toContain('Bleibt stehen')
    await bo.page.keyboard.press('Control+Shift+z')
    await expect.poll(noteTexts, patience).toContain('Goes again')
    await expect.poll(() => seesNote(ana, 'Goes again'), patience).toBe(true)
  })

  test('bring back what they deleted, where it was and with all it said', async () => {
    const before = await touchpoint(numberTransfer)
    const { x, y } = await middleOf(ana.page, numberTransfer)
    await ana.page.mouse.click(x, y)
    await ana.page.locator('.tl-container').press('Delete')
    await expect.poll(() => shape(bo.page, numberTransfer).count(), patience).toBe(0)
    await expect.poll(() => touchpoint(numberTransfer), patience).toBeUndefined()
    await ana.page.keyboard.press('Control+z')
    await expect.poll(() => touchpoint(numberTransfer), patience).toEqual(before)
    await shape(bo.page, numberTransfer).waitFor()
  })

  test('see each other’s pointer with its name while it moves and is on the board', async () => {
    const flag = bo.page.locator('.tl-canvas').getByText('Ana', { exact: true })
    await ana.page.mouse.move(600, 500)
    await flag.waitFor()
    const resting = bo.page.locator('[data-resting]').filter({ hasText: 'Ana' })
    await expect.poll(() => resting.count(), patience).toBe(1)
    await ana.page.mouse.move(610, 510)
    await expect.poll(() => resting.count(), patience).toBe(0)
    await flag.waitFor()
    await ana.page.mouse.move(600, 20)
    await expect.poll(() => flag.count(), patience).toBe(0)
  })
})

describe('somebody who may only look', () => {
  test('has no tools, and neither keys nor the mouse change anything', async () => {
    const before = await board()
    const { page } = observer
    expect(await page.getByRole('toolbar').getByRole('button').allTextContents()).toEqual([
      'Dateien',
      'Tabelle',
    ])
    expect(await page.getByRole('button', { name: 'Phase anlegen' }).count()).toBe(0)
    await drag(page, bookVisit, { x: 300, y: 600 })
    const { x, y } = await middleOf(page, bookVisit)
    await page.mouse.dblclick(x, y)
    await page.keyboard.type('nto')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+z')
    expect(await middleOf(page, bookVisit)).toEqual({ x, y })
    // What Ana writes after it has passed the server; had anything come from the observer, it would have come first.
    await writeNote(ana, 'Notiz', 'Danach', { x: 650, y: 420 })
    await expect.poll(noteTexts, patience).toContain('Danach')
    expect((await board()).maps.map(({ touchpoints }) => touchpoints)).toEqual(
      before.maps.map(({ touchpoints }) => touchpoints),
    )
  })

  test('is not believed by the server either', async () => {
    const guest = await joinByLink(room.links.observer)
    const doc = await askBoard(room.origin, guest)
    const known = Y.encodeStateVector(doc)
    addSticky(doc, 'forged', { x: 1 })
    const after = await askBoard(room.origin, guest, Y.encodeStateAsUpdate(doc, known))
    expect(after.getMap('records').has('shape:forged')).toBe(false)
    expect(after.getMap('records').size).toBeGreaterThan(20)
  })
})

describe('the board itself', () => {
  test('is worked on without a mouse: a touchpoint is made, named and renamed', async () => {
    const { page } = ana
    await page.locator('body').press('Escape')
    await page.getByRole('button', { name: 'Touchpoint', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Titel' }).waitFor()
    await page.keyboard.type('Rückruf')
    await page.keyboard.press('Enter')
    const titles = async () => (await map()).touchpoints.map(({ title }) => title)
    await expect.poll(titles, patience).toContain('Rückruf')
    await page
      .getByRole('status', { name: 'Auswahl auf dem Board' })
      .getByText(/^Rückruf, Touchpoint/)
      .waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Titel' }).fill('Rückruf am selben Tag')
    await page.keyboard.press('Escape')
    await expect.poll(titles, patience).toContain('Rückruf am selben Tag')
    await page.locator('#board-inspector').waitFor()
    await page.keyboard.press('i')
    await tabTo(page, 'Notizen')
    await page.keyboard.type('Versprochen, selten gehalten')
    const notes = async () => (await map()).touchpoints.map((each) => each.notes)
    await expect.poll(notes, patience).toContain('Versprochen, selten gehalten')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Titel' }).inputValue())
      .toBe('Rückruf am selben Tag')
    await page.keyboard.press('Escape')
  })

  test.each(['light', 'dark'] as const)('shows the watermark uncovered in the %s scheme', async (scheme) => {
    const { page } = scheme === 'light' ? ana : bo
    const watermark = page.locator('.tl-watermark_SEE-LICENSE')
    await watermark.waitFor()
    const box = await watermark.boundingBox()
    if (!box) throw new Error('the watermark has no place')
    expect(box.width * box.height).toBeGreaterThan(1000)
    const points = [0.1, 0.5, 0.9].map((part) => ({ x: box.x + box.width * part, y: box.y + box.height / 2 }))
    for (const point of points) {
      const isOnTop = await watermark.evaluate(
        (element, { x, y }) => element.contains(document.elementFromPoint(x, y)),
        point,
      )
      expect(isOnTop).toBe(true)
    }
  })

  test('is dark where the person’s device is', async () => {
    const brightness = ({ page }: Person) =>
      page.locator('.tl-background').evaluate((element) => {
        const [red = 0, green = 0, blue = 0] = (
          getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []
        ).map(Number)
        return red + green + blue
      })
    expect(await brightness(ana)).toBeGreaterThan(600)
    expect(await brightness(bo)).toBeLessThan(150)
  })

  test('is a list with every word of the map behind two buttons', async () => {
    await tool(observer, 'Tabelle').click()
    await observer.page.getByRole('radiogroup', { name: 'Darstellung der Karte' }).getByText('Liste').click()
    const list = observer.page.getByRole('region', { name: 'Karte als Liste' })
    await list.getByText('Rückruf am selben Tag').waitFor()
    await list.getByText('Versprochen, selten gehalten').waitFor()
    await observer.page.getByRole('button', { name: 'Board' }).click()
    await shape(observer.page, bookVisit).waitFor()
  })

  test('is exported as an SVG with all its texts and nothing that only browsers draw', async () => {
    const svg = await svgFromResults(room)
    const plain = svg.replace(/<[^>]+>/g, '').replace(/\s/g, '')
    for (const words of ['Rückruf am selben Tag', 'Danach', 'By Bo', 'Schmerzpunkt'])
      expect(plain).toContain(words.replace(/\s/g, ''))
  })

  test('asks no other host for anything and leaves the console clean', () => {
    expect([ana, bo, observer].flatMap(({ complaints }) => complaints).filter(isOurs)).toEqual([])
  })
})

/** However many controls a card's sheet has before it. */
async function tabTo(page: Page, label: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label })
  await field.waitFor()
  for (let stop = 0; stop < 20; stop++) {
    await page.keyboard.press('Tab')
    if (await field.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab did not lead to the field "${label}".`)
}
