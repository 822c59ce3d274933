// What an action has changed for customers: scored in one session, felt and scored again in the next, and told only from then on.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import { ActionId, ItemId, ShapeId } from '#shared/ids.ts'
import { findings } from '#tests/support/axe.ts'
import { tool } from '#tests/support/board-people.ts'
import { boardWorkshop } from '#tests/support/board-workshop.ts'
import type { Person } from '#tests/support/browser.ts'
import { does, enterAsFacilitator } from '#tests/support/lead-room.ts'

const patience = { timeout: 20_000, interval: 100 }
const item = { itemId: ItemId.parse('reden'), kind: 'discussion', minutes: 5, title: 'Reden' } as const
const touchpoint = 'shape:touchpoint-order-confirmation'
const title = 'Auftragsbestätigung in einem Satz'
const actionId = ActionId.parse('a'.repeat(32))
const day = (from: number) => new Date(Date.now() + from * 86_400_000)
const isoDay = (date: Date) => date.toISOString().slice(0, 10)
const written = (date: Date, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)

const room = boardWorkshop('measured-effect', {
  template: 'onboarding-telecom',
  language: 'de',
  title: 'Glasfaser: vom Auftrag bis online',
  agenda: [item],
})
let lead: Room
let ana: Person
let reader: Person
/** As one, so that no midnight comes between. */
const [today, inAMonth] = [day(0), day(30)]

beforeAll(async () => {
  lead = await enterAsFacilitator(room.origin, room.workshop)
  ana = await room.enter('participant', { name: 'Ana', department: 'Abrechnung' })
  await tool(ana, 'Tabelle').click()
  await ana.page.getByRole('grid').waitFor()
  reader = await room.sitDown({ timezoneId: 'UTC' })
})
afterAll(() => lead?.close())

/** In the table beside the board, by keyboard, until the server has it. */
async function scores(score: number): Promise<void> {
  await ana.page.locator(`[data-row="${touchpoint}"][data-column="actual"]`).focus()
  await ana.page.keyboard.type(String(score).replace('.', ','))
  await ana.page.keyboard.press('Enter')
  const actual = async () => (await room.map()).touchpoints.find(({ id }) => id === touchpoint)?.actual
  await expect.poll(actual, patience).toBe(score)
}

async function decided(page: Page, heading: string) {
  await page.goto(room.links.results)
  const action = page.getByRole('region', { name: heading }).getByRole('listitem').filter({ hasText: title })
  await action.first().waitFor()
  return action.first()
}

test('before customers can feel it, the report names the day and no effect', async () => {
  await does(lead, { type: 'session.start' })
  await scores(3.5)
  await does(lead, {
    type: 'action.add',
    actionId,
    title,
    ownerId: null,
    departmentId: null,
    due: null,
    feltFrom: isoDay(inAMonth),
    shapeId: ShapeId.parse(touchpoint),
  })
  await does(lead, { type: 'session.end', number: 1 })

  const action = await decided(reader.page, 'Was beschlossen wurde')
  await action.getByText(written(inAMonth, 'de')).waitFor()
  await action.getByText('bis dahin zu früh, um es zu sagen').waitFor()
  // Once, and not again in a row of its own.
  expect(await action.getByText(written(inAMonth, 'de')).count()).toBe(1)
  expect(await action.getByText(/^Wert von \d/).count()).toBe(0)
  await action.getByRole('button', { name: /Weg zeigen/ }).press('Enter')
  const way = action.getByRole('list', { name: 'Der Weg dieser Maßnahme' })
  await way.getByRole('listitem').filter({ hasText: 'Wirkung' }).getByText('bis dahin zu früh').waitFor()
  expect(await findings(reader.page)).toEqual([])
})

test('from the day that they feel it, the report says from which score to which, since when', async () => {
  await does(lead, {
    type: 'session.prepare',
    number: 2,
    items: [{ ...item, itemId: ItemId.parse('weiter') }],
  })
  await does(lead, { type: 'session.start' })
  const change = { state: 'live', liveSince: isoDay(today) } as const
  await does(lead, { type: 'action.change', actionId, change })
  await scores(6.5)
  await does(lead, { type: 'session.end', number: 2 })

  const { page } = reader
  const action = await decided(page, 'Was beschlossen wurde')
  await action.getByText(`Wert von 3,5 auf 6,5 seit ${written(today, 'de')}`).waitFor()
  expect(await action.getByText(/zu früh/).count()).toBe(0)
  await action.getByRole('button', { name: /Weg zeigen/ }).press('Enter')
  const effect = action.getByRole('listitem').filter({ hasText: 'Wirkung' })
  await effect.getByText(`Wert von 3,5 auf 6,5 seit ${written(today, 'de')}`).waitFor()
  expect(await effect.getAttribute('data-reached')).toBe('true')
  // And the touchpoint's own score as a line over both sessions.
  const trend = page.getByRole('img', { name: /^Auftragsbestätigung\. Sitzung 1: 3,5, Sitzung 2: 6,5$/ })
  await trend.waitFor()
  expect(await findings(page)).toEqual([])
})

test('the same on a phone in the dark, in English', async () => {
  const phone = await room.sitDown({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
    colorScheme: 'dark',
    timezoneId: 'UTC',
  })
  const action = await decided(phone.page, 'What was decided')
  await action.getByText(`score from 3.5 to 6.5 since ${written(today, 'en-GB')}`).waitFor()
  expect(await findings(phone.page)).toEqual([])
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
  expect([...phone.complaints, ...reader.complaints, ...ana.complaints]).toEqual([])
  await phone.context.close()
  await reader.context.close()
})
