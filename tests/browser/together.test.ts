// One board together: a facilitator leads, points, locks and lets people place dots; two participants and the server's view.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordsOf } from '#shared/board/document.ts'
import { hasLock, isBoardLocked } from '#shared/board/locks.ts'
import type { BoardModel } from '#shared/board/model.ts'
import { axe, wcag } from '#tests/support/axe.ts'
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
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'

const patience = { timeout: 20_000, interval: 100 }
const orderConfirmation = 'shape:touchpoint-order-confirmation'
const bookVisit = 'shape:touchpoint-book-visit'

const room = boardWorkshop('together', { template: 'onboarding-telecom', language: 'de' })
/** In German and light. */
let lead: Person
let ana: Person
/** In English and dark, without motion. */
let bo: Person

beforeAll(async () => {
  const desk = { viewport: { width: 1280, height: 800 } }
  lead = await room.enter('facilitator', { name: 'Leyla', department: 'Abrechnung' }, desk)
  ana = await room.enter('participant', { name: 'Ana', department: 'Vertrieb' }, desk)
  const abroad = { locale: 'en-GB', colorScheme: 'dark', reducedMotion: 'reduce' } as const
  bo = await room.enter('participant', { name: 'Bo', department: 'IT' }, abroad)
})

const noteTexts = ({ maps, loose }: BoardModel) =>
  [...maps.flatMap(({ notes }) => notes), ...loose].map(({ text }) => text)
const step = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true })
async function moreStep({ page }: Person, name: string) {
  await page.getByRole('button', { name: 'Mehr Schritte' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** The point of the board that lies in the middle of what is seen of it. */
function viewOf(page: Page): Promise<{ x: number; y: number }> {
  return page
    .locator('.tl-html-layer')
    .first()
    .evaluate((layer) => {
      const { a: zoom, e, f } = new DOMMatrix(getComputedStyle(layer).transform)
      const { width, height } = layer.closest('.tl-container')?.getBoundingClientRect() ?? {
        width: 0,
        height: 0,
      }
      return { x: Math.round((width / 2 - e) / zoom), y: Math.round((height / 2 - f) / zoom) }
    })
}
/** From its upper left corner on, so that shapes can be found where they are after a fresh start. */
const showMap = (...people: Person[]) =>
  Promise.all(
    people.map(async ({ page }) => {
      await page.getByRole('button', { name: /%, (ganze Karte zeigen|show the whole map)/ }).click()
      await expect.poll(() => isAtMap(page), patience).toBe(true)
    }),
  )
/** The map begins in the board's corner, below its title; it gets there with one of the next frames. */
async function isAtMap(page: Page): Promise<boolean> {
  const map = await page.locator('.tl-shape[data-shape-type="journey-map"]').first().boundingBox()
  const canvas = await page.locator('.tl-container').boundingBox()
  if (!map || !canvas) return false
  const [x, y] = [Math.round(map.x - canvas.x), map.y - canvas.y]
  return x === 10 && y > 0 && y < 60
}
async function isWith(page: Page, other: Page): Promise<boolean> {
  const [one, two] = [await viewOf(page), await viewOf(other)]
  return Math.abs(one.x - two.x) <= 4 && Math.abs(one.y - two.y) <= 4
}
async function scroll({ page }: Person, x: number, y: number) {
  const canvas = await page.locator('.tl-container').boundingBox()
  if (!canvas) throw new Error('there is no canvas')
  await page.mouse.click(canvas.x + canvas.width - 30, canvas.y + 30)
  await page.mouse.wheel(x, y)
}

describe('following the facilitator', () => {
  test('everybody sees what they see, with a way out and a way back; who looks around is left alone', async () => {
    await step(lead, 'Alle zu mir holen').click()
    await lead.page.getByText('Alle sehen, was Sie sehen').waitFor()
    await ana.page.getByText('Sie folgen Leyla').waitFor()
    await bo.page.getByText('You follow Leyla').waitFor()
    const before = await viewOf(lead.page)
    await scroll(lead, 60, 150)
    await expect.poll(() => viewOf(lead.page), patience).not.toEqual(before)
    for (const { page } of [ana, bo]) await expect.poll(() => isWith(page, lead.page), patience).toBe(true)

    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('button', { name: 'Leyla wieder folgen' }).waitFor()
    const left = await viewOf(ana.page)
    await scroll(lead, 0, 120)
    await expect.poll(() => isWith(bo.page, lead.page), patience).toBe(true)
    expect(await viewOf(ana.page)).toEqual(left)

    await ana.page.getByRole('button', { name: 'Leyla wieder folgen' }).click()
    await expect.poll(() => isWith(ana.page, lead.page), patience).toBe(true)
    // Moving oneself is looking around, too.
    await expect
      .poll(async () => {
        await scroll(ana, 0, -20)
        return ana.page.getByRole('button', { name: 'Leyla wieder folgen' }).count()
      }, patience)
      .toBe(1)
    await ana.page.getByRole('button', { name: 'Leyla wieder folgen' }).click()
    await ana.page.getByText('Sie folgen Leyla').waitFor()
  })

  test('who follows goes on writing', async () => {
    await showMap(lead) // and with it, whoever follows
    await expect.poll(() => isWith(bo.page, lead.page), patience).toBe(true)
    const { x, y } = await middleOf(bo.page, orderConfirmation)
    await bo.page.mouse.click(x, y)
    await bo.page.keyboard.press('Enter')
    await bo.page.getByRole('textbox', { name: 'Title' }).waitFor()
    await bo.page.keyboard.press('End')
    await bo.page.keyboard.type(' neu')
    await bo.page.keyboard.press('Escape')
    await expect.poll(() => shape(lead.page, orderConfirmation).textContent(), patience).toContain('neu')
    await bo.page.getByText('You follow Leyla').waitFor()
    await bo.page.keyboard.press('Escape') // off the card, and out of following
    await bo.page.getByRole('button', { name: 'Follow Leyla again' }).click()
    await bo.page.getByText('You follow Leyla').waitFor()
  })

  test('in the list it is said in words, and a newcomer follows at once', async () => {
    await tool(ana, 'Tabelle').click()
    await ana.page.getByText(/^Leyla zeigt gerade/).waitFor()
    await tool(ana, 'Board').click()
    await ana.page.getByText('Sie folgen Leyla').waitFor()
    await bo.page.reload()
    await bo.page.getByText('You follow Leyla').waitFor()
    await expect.poll(() => isWith(bo.page, lead.page), patience).toBe(true)
  })

  test('it ends for everybody when the facilitator ends it', async () => {
    await step(lead, 'Beenden').click()
    await ana.page.getByText('Sie folgen Leyla').waitFor({ state: 'detached' })
    await bo.page.getByText('You follow Leyla').waitFor({ state: 'detached' })
    await step(lead, 'Alle zu mir holen').waitFor()
  })
})

describe('others at the same board', () => {
  test('are named at what they select and at the card they type in', async () => {
    await showMap(lead, ana, bo)
    const { x, y } = await middleOf(bo.page, bookVisit)
    await bo.page.mouse.click(x, y)
    const flags = ana.page.locator('.tl-overlays').getByText('Bo', { exact: true })
    await expect.poll(() => flags.count(), patience).toBeGreaterThan(0)
    await bo.page.keyboard.press('Enter')
    await ana.page.getByText('Bo schreibt').waitFor()
    await bo.page.keyboard.press('Escape')
    await bo.page.keyboard.press('Escape')
    await ana.page.getByText('Bo schreibt').waitFor({ state: 'detached' })
  })
})

describe('the spotlight', () => {
  test('is on a card for everybody, on the canvas and in the list, until the card is gone', async () => {
    await tool(ana, 'Tabelle').click()
    await ana.page.getByText('Liste', { exact: true }).click()
    const id = await noteId(lead.page, 'Ich lege für den Umzug')
    if (!id) throw new Error('the template has this note')
    const { x, y } = await middleOf(lead.page, id)
    await lead.page.mouse.click(x, y)
    await lead.page.getByRole('button', { name: 'Hervorheben' }).click()
    await bo.page.getByText('Here', { exact: true }).waitFor()
    await ana.page.getByText('Darum geht es gerade: Ich lege für den Umzug').waitFor()
    await ana.page.getByText('Hier', { exact: true }).waitFor()
    await lead.page.keyboard.press('Delete')
    await expect.poll(() => seesNote(bo, 'Ich lege für den Umzug'), patience).toBe(false)
    await bo.page.getByText('Here', { exact: true }).waitFor({ state: 'detached' })
    await ana.page.getByText('Hier', { exact: true }).waitFor({ state: 'detached' })
  })

  test('moves to a stage by the key, and goes by the same key', async () => {
    const stage = lead.page.locator('.tl-shape[data-shape-type="stage"]').first()
    await stage.click({ position: { x: 12, y: 20 }, force: true })
    await lead.page.keyboard.press('l')
    await bo.page.getByText('Here', { exact: true }).waitFor()
    await ana.page.getByRole('heading', { name: /Hier/ }).waitFor()
    await lead.page.keyboard.press('l')
    await bo.page.getByText('Here', { exact: true }).waitFor({ state: 'detached' })
    await tool(ana, 'Board').click()
    await shape(ana.page, orderConfirmation).waitFor()
  })
})

describe('dots', () => {
  test('are placed by everybody within the limits, and everybody sees whose they are', async () => {
    await moreStep(lead, 'Punkte vergeben')
    await lead.page.getByRole('textbox', { name: 'Punkte je Person' }).fill('2')
    await lead.page.getByRole('button', { name: 'Runde beginnen' }).click()
    const place = ana.page.getByRole('button', { name: 'Punkt auf „Auftragsbestätigung neu“ setzen' })
    await ana.page.getByText('noch 2 von 2').waitFor()
    await place.click()
    await ana.page.getByText('noch 1 von 2').waitFor()
    await place.waitFor({ state: 'detached' }) // one per card
    await bo.page.getByRole('button', { name: 'Place a dot on “Auftragsbestätigung neu”' }).click()
    await lead.page.getByRole('img', { name: /^2 Punkte: (Ana 1 · Bo 1|Bo 1 · Ana 1)$/ }).waitFor()

    await middleOf(ana.page, bookVisit).then(({ x, y }) => ana.page.mouse.click(x, y))
    await ana.page.keyboard.press('+')
    await ana.page.getByText('noch 0 von 2').waitFor()
    await ana.page.keyboard.press('-')
    await ana.page.getByText('noch 1 von 2').waitFor()
    await ana.page.keyboard.press('Escape')
  })

  test('are placed from the list, on a phone too', async () => {
    const phone = await room.sitDown({
      viewport: { width: 360, height: 720 },
      isMobile: true,
      hasTouch: true,
    })
    const { page } = phone
    await comeIn(page, room.links.participant, { name: 'Cem', department: 'Marketing' })
    await page.getByRole('button', { name: 'Karte', exact: true }).click()
    await page.getByRole('button', { name: 'Punkt auf „Auftragsbestätigung neu“ setzen' }).click()
    await page.getByText('noch 1 von 2').waitFor()
    await ana.page.getByRole('img', { name: /^3 Punkte, davon 1 von Ihnen: .*Cem 1/ }).waitFor()
    await page.getByRole('button', { name: 'Punkt von „Auftragsbestätigung neu“ zurücknehmen' }).click()
    await ana.page.getByRole('img', { name: /^2 Punkte, davon 1 von Ihnen/ }).waitFor()
    expect(phone.complaints.filter(isOurs)).toEqual([])
    await phone.context.close()
  })

  test('stay as a result after the end, until they are removed', async () => {
    await step(lead, 'Runde beenden').click()
    await bo.page.getByText('Result of the dots, not anonymous').waitFor()
    await bo.page.getByRole('img', { name: /^2 dots, 1 of them yours/ }).waitFor()
    await expect.poll(() => bo.page.getByRole('button', { name: /^Place a dot/ }).count(), patience).toBe(0)
    await step(lead, 'Punkte entfernen').click()
    await bo.page.getByRole('img', { name: /^2 dots/ }).waitFor({ state: 'detached' })
  })
})

describe('locks', () => {
  test('a locked map is still for participants: no dragging, no typing, no plus, until it is unlocked', async () => {
    await shape(lead.page, orderConfirmation).click({ position: { x: 20, y: 30 }, force: true })
    await lead.page.keyboard.press('Shift+L')
    await ana.page.getByRole('img', { name: /ist gesperrt/ }).waitFor()
    await expect
      .poll(async () => [...recordsOf(await room.document()).values()].some(hasLock), patience)
      .toBe(true)
    const before = await room.board()
    await drag(ana.page, orderConfirmation, await middleOf(ana.page, bookVisit))
    const { x, y } = await middleOf(ana.page, bookVisit)
    await ana.page.mouse.dblclick(x, y)
    await ana.page.keyboard.type('verboten')
    await ana.page.keyboard.press('Escape')
    await ana.page.keyboard.press('Delete')
    await ana.page.keyboard.press('Escape')
    expect(await ana.page.getByRole('button', { name: 'Phase anlegen' }).count()).toBe(0)
    // A note upon it, which is not in it, shows that what was tried has had its time.
    await writeNote(ana, 'Notiz', 'Daneben', { x: 640, y: 500 })
    await expect
      .poll(async () => (await room.board()).loose.map(({ text }) => text), patience)
      .toContain('Daneben')
    expect((await room.board()).maps).toEqual(before.maps)
    await lead.page.getByRole('button', { name: /entsperren$/ }).click()
    await ana.page.getByRole('button', { name: 'Phase anlegen' }).waitFor()
  })

  test('who is typing when the board is locked keeps what they wrote and is not sent away', async () => {
    await tool(ana, 'Notiz').click()
    await ana.page.locator('.tl-canvas').click({ position: { x: 640, y: 640 } })
    await ana.page.keyboard.type('Gerade noch')
    await step(lead, 'Board sperren').click()
    await ana.page.getByText('Das Board ist gesperrt', { exact: true }).waitFor()
    await bo.page.getByText('The board is locked', { exact: true }).waitFor()
    await expect.poll(async () => isBoardLocked(await room.document()), patience).toBe(true)
    await expect.poll(() => tool(ana, 'Notiz').count(), patience).toBe(0)
    await expect.poll(async () => noteTexts(await room.board()), patience).toContain('Gerade noch')
    expect(await ana.page.getByText('Der Server hat eine Änderung').count()).toBe(0)
    await writeNote(lead, 'Notiz', 'Die Leitung schreibt', { x: 500, y: 560 })
    await expect.poll(() => seesNote(ana, 'Die Leitung schreibt'), patience).toBe(true)
    await step(lead, 'Board entsperren').click()
    await expect.poll(() => tool(ana, 'Notiz').count(), patience).toBe(1)
  })
})

test('all of it at once has no serious finding of axe, on the canvas and in the list', async () => {
  await showMap(lead, ana, bo)
  await step(lead, 'Alle zu mir holen').click()
  await moreStep(lead, 'Punkte vergeben')
  await lead.page.getByRole('button', { name: 'Runde beginnen' }).click()
  // A dialog gives the focus back when it has gone: until then keys would not reach the board.
  await lead.page.getByRole('dialog').waitFor({ state: 'detached' })
  await middleOf(lead.page, bookVisit).then(({ x, y }) => lead.page.mouse.click(x, y))
  await lead.page.getByRole('button', { name: 'Hervorheben' }).waitFor()
  await lead.page.keyboard.press('l')
  await lead.page.keyboard.press('Shift+L')
  await bo.page.getByRole('button', { name: 'Place a dot on “Auftragsbestätigung neu”' }).click()
  await tool(ana, 'Tabelle').click()
  await ana.page.getByText('Darum geht es gerade: Terminvereinbarung').waitFor()
  await bo.page.getByText('Here', { exact: true }).waitFor()
  for (const { page } of [lead, ana, bo]) {
    // On the canvas, what lies under the watermark can be moved from under it.
    const skipped = page === ana.page ? [] : ['target-size']
    const { violations } = await (await axe(page)).withTags(wcag).disableRules(skipped).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }
})

test('nobody’s browser complained', () => {
  for (const { complaints } of [lead, ana, bo]) expect(complaints.filter(isOurs)).toEqual([])
})
