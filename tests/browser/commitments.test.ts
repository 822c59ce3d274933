// Ground rules one by one, a promise, and what became of it; and presence, as people say it of themselves: three at pages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { ItemId } from '#shared/ids.ts'
import { findings } from '#tests/support/axe.ts'
import { enter, writeNote } from '#tests/support/board-people.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { sitAtPanel } from '#tests/support/come-in.ts'
import { acceptRules } from '#tests/support/commitments.ts'
import { does, enterAsFacilitator, haveCaughtUp, until } from '#tests/support/lead-room.ts'
import { type MovedServer, startMovedServer } from '#tests/support/moved-server.ts'
import { createWorkshop } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'
import { inSteps } from '#tests/support/steps.ts'

const item = (kind: 'check-in' | 'discussion' | 'check-out', title: string) => ({
  itemId: ItemId.parse(kind),
  kind,
  minutes: 5,
  title,
})
const agenda = [item('check-in', 'Zusagen'), item('discussion', 'Reden'), item('check-out', 'Schluss')]
const reason = 'Ich muss um drei in die Kita.'
const promise = 'Ich lese drei echte Anrufe vor.'
const phoneSize = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

let server: MovedServer
let browser: Browser
let workshop: CreatedWorkshop
/** Moves the agenda. */
let lead: Room
/** So many that there can be totals. */
let others: SimulatedVoter[]
let mara: Person
let bo: Person
let cem: Person
const people: Record<string, Person> = {}

beforeAll(async () => {
  server = await startMovedServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, { template: 'onboarding-telecom', language: 'de', agenda })
  lead = await enterAsFacilitator(server.origin, workshop)
  const { links } = workshop
  people['commitments-mara'] = mara = await sitAtPanel(
    browser,
    `${links.facilitator.replace('#', '?panel#')}`,
    'Mara',
  )
  people['commitments-bo'] = bo = await enter(
    links.participant,
    'Bo',
    'Abrechnung',
    await sitDown(browser, server.origin),
  )
  people['commitments-cem'] = cem = await sitAtPanel(browser, links.participant, 'Cem', phoneSize)
  others = await Promise.all(
    ['Dana', 'Eva', 'Fee'].map((name) =>
      simulateVoter({ link: links.participant, name, choose: () => null }),
    ),
  )
})
afterAll(async () => {
  for (const other of others ?? []) other.leave()
  lead?.close()
  await browser?.close()
  await server?.clear()
})

inSteps(() => people)

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
/** What a screen reader says. */
const heard = (page: Page, text: string | RegExp) =>
  page.locator('[role="status"][aria-live="polite"]').filter({ hasText: text }).waitFor({ state: 'attached' })
const rules = (page: Page) => page.getByRole('checkbox')
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('each ground rule is accepted by itself; why one is not reaches the facilitator, and nobody else', async () => {
  await does(lead, { type: 'session.start' })
  const form = bo.page.locator('form', { has: rules(bo.page) })
  const boxes = rules(bo.page)
  await boxes.first().waitFor()
  const count = await boxes.count()
  expect(count).toBeGreaterThan(2)
  await boxes.first().check()
  await seen(bo.page, `Noch ${count - 1} Spielregeln ohne Antwort.`)
  await form
    .getByRole('button', { name: /^Geht für mich nicht/ })
    .first()
    .click()
  await bo.page.getByRole('textbox', { name: /Warum nicht/ }).fill(reason)
  expect(await findings(bo.page)).toEqual([])
  await bo.page.getByRole('button', { name: 'Offen lassen' }).click()
  await seen(bo.page, `Offen gelassen: ${reason}`)
  for (const box of (await boxes.all()).slice(2)) await box.check()
  await bo.page.getByRole('textbox', { name: /Mein Commitment/ }).fill(promise)
  await bo.page.getByRole('button', { name: 'Ich bin dabei' }).click()
  await seen(bo.page, 'Gesagt. Was für Sie offen bleibt, sieht nur die Leitung.')

  await heard(mara.page, 'Bo lässt eine Spielregel offen.')
  await seen(mara.page, reason)
  expect(await findings(mara.page)).toEqual([])
  expect(await findings(cem.page)).toEqual([])
  expect(await sideways(cem.page)).toBe(0)
  // The phone knows that a rule is open for Bo, and not why: it is not in the page, and was not sent to it.
  await haveCaughtUp(lead, [cem.page])
  expect(await cem.page.content()).not.toContain(reason)
  const theirs = () => others[0]?.room.store.getState()
  await until(() => theirs()?.seq === lead.store.getState().seq)
  expect(theirs()?.confirmed.checkIn.declined).toEqual([])
})

test('a promise can be read by all, and who has checked in', async () => {
  const { page } = cem
  await acceptRules(page)
  await page.getByRole('textbox', { name: /Mein Commitment/ }).fill('Ich rede nicht dazwischen.')
  await page.getByRole('button', { name: 'Ich bin dabei' }).click()
  await seen(page, 'Sie sind eingecheckt.')
  for (const { room } of others) await does(room, { type: 'check-in.accept', promise: 'Ich höre zu.' })
  await mara.page.getByRole('button', { name: /^Commitments ansehen/ }).click()
  const list = mara.page.getByRole('dialog')
  await list.getByText(promise).waitFor()
  expect(await findings(mara.page)).toEqual([])
  await mara.page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
})

test('whoever comes late is asked then', async () => {
  await does(lead, { type: 'agenda.advance', fromItemId: ItemId.parse('check-in') })
  const gil = await sitAtPanel(browser, workshop.links.participant, 'Gil', phoneSize)
  people['commitments-gil'] = gil
  const { page } = gil
  const card = page.locator('[data-late-check-in]')
  await card.waitFor()
  expect(await findings(page)).toEqual([])
  await card.getByRole('button', { name: 'Lesen und zusagen' }).click()
  const form = page.getByRole('dialog')
  await acceptRules(form)
  expect(await findings(page)).toEqual([])
  await form.getByRole('button', { name: 'Ich bin dabei' }).click()
  await card.waitFor({ state: 'detached' })
  // Those who were there at the time have nothing more to answer, but for Bo, who has said so.
  for (const { page: other } of [bo, cem]) {
    await other.getByRole('heading', { name: 'Reden', exact: true }).waitFor()
    expect(await other.locator('[data-late-check-in]').count()).toBe(0)
  }
  // Where there is room the foot of the panel asks: what the group does and the queue keep their places.
  await mara.page.getByRole('button', { name: 'Spielregeln', exact: true }).waitFor()
  expect(await mara.page.locator('[data-late-check-in]').isVisible()).toBe(false)
  await gil.context.close()
  delete people['commitments-gil']
})

test('back in a moment, in another meeting: everybody sees it, until one does something again', async () => {
  await bo.page.getByRole('button', { name: /^\d+ Personen/ }).click()
  await bo.page.getByRole('button', { name: 'Gleich zurück' }).click()
  await heard(bo.page, 'Die anderen sehen, dass Sie gerade nicht da sind.')
  expect(await findings(bo.page)).toEqual([])
  await bo.page.keyboard.press('Escape')
  await bo.page.getByRole('button', { name: 'Wieder da' }).waitFor()

  await cem.page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await cem.page.getByRole('menuitem', { name: /^\d+ Personen/ }).click()
  await cem.page.getByRole('button', { name: 'In anderem Termin' }).click()
  expect(await findings(cem.page)).toEqual([])
  await cem.page.keyboard.press('Escape')
  await seen(cem.page, 'Die anderen sehen: in anderem Termin')
  await mara.page.getByRole('navigation').getByRole('button', { name: 'Personen' }).click()
  const row = (name: string) => mara.page.getByRole('listitem').filter({ hasText: name })
  await row('Bo').getByText('gleich zurück').waitFor()
  await row('Cem').getByText('in anderem Termin').waitFor()
  expect(await findings(mara.page)).toEqual([])

  // Nobody writes on the board while they are away.
  await writeNote(bo, 'Notiz', 'Wer ruft zurück?', { x: 560, y: 330 })
  await heard(bo.page, 'Sie sind wieder da.')
  await row('Bo').getByText('gleich zurück').waitFor({ state: 'detached' })
  await row('Cem').getByText('in anderem Termin').waitFor()
  // Nor raises a hand.
  await cem.page.getByRole('navigation').getByRole('button', { name: 'Redeliste' }).click()
  await cem.page.getByRole('button', { name: /Hand heben/ }).click()
  await row('Cem').getByText('in anderem Termin').waitFor({ state: 'detached' })
  const raised = () => lead.store.getState().confirmed.hands.queue[0]
  await until(() => raised() !== undefined)
  const hand = raised()
  if (!hand) throw new Error('Cem has raised one.')
  await does(lead, { type: 'hand.call', personId: hand.personId })
  await does(lead, { type: 'floor.yield' })
  await cem.page.getByRole('navigation').getByRole('button', { name: 'Jetzt' }).click()
  await mara.page.getByRole('navigation').getByRole('button', { name: 'Jetzt' }).click()
  await mara.page.getByRole('heading', { name: 'Noch nicht gehört' }).waitFor()
})

test('the check-out: one’s own mark is one’s own, all others see how many have answered, then totals', async () => {
  await does(lead, { type: 'agenda.advance', fromItemId: ItemId.parse('discussion') })
  await heard(bo.page, 'Der Check-out hat begonnen und fragt nach Ihrem Commitment.')
  await seen(bo.page, promise)
  await bo.page.getByText('Teils', { exact: true }).click()
  await bo.page.getByRole('textbox', { name: /Ein Satz dazu/ }).fill('Zwei habe ich geschafft.')
  await bo.page.getByRole('button', { name: 'Satz speichern' }).click()
  await seen(bo.page, 'Gesagt. Bis zum Abschluss lässt es sich ändern.')
  for (const { page } of [mara, cem]) await seen(page, '1 von 5 haben geantwortet')
  expect(await cem.page.getByRole('radio', { checked: true }).count()).toBe(0)
  await haveCaughtUp(lead, [mara.page, cem.page])
  for (const { page } of [mara, cem]) expect(await page.content()).not.toContain('Zwei habe ich geschafft.')
  for (const { page } of [mara, cem]) expect(await findings(page)).toEqual([])
  expect(await findings(bo.page, '#side-panel')).toEqual([])
  expect(await sideways(cem.page)).toBe(0)

  await cem.page.getByText('Gehalten', { exact: true }).click()
  for (const { room } of others)
    await does(room, { type: 'check-out.mark', round: 1, mark: 'not-kept', sentence: null })
  await seen(mara.page, '5 von 5 haben geantwortet')
  await mara.page.getByRole('button', { name: 'Check-out abschließen' }).click()
  for (const { page } of [mara, bo, cem]) {
    await heard(page, 'Der Check-out ist abgeschlossen. Gehalten: 1, teils: 1, nicht: 3.')
    await seen(page, 'Was aus den Commitments wurde')
  }
  expect(await findings(bo.page, '#side-panel')).toEqual([])
  expect(await findings(cem.page)).toEqual([])
  await seen(bo.page, 'Sie: Teils')
  await seen(cem.page, 'Sie: Gehalten')
  expect(await mara.page.getByText(/^Sie:/).count()).toBe(0)
})

test('the next session asks what became of the promises, and shows nothing where too few have answered', async () => {
  await does(lead, { type: 'session.end', number: 1 })
  // Nobody can be given the floor any more.
  await mara.page.getByRole('heading', { name: 'Noch nicht gehört' }).waitFor({ state: 'detached' })
  const again = agenda.map((one) => ({ ...one, itemId: ItemId.parse(`${one.itemId}-2`) }))
  await does(lead, { type: 'session.prepare', number: 2, items: again })
  // On another day: so soon after the totals of the first, the same people are not asked about the same promises.
  await server.pass(13 * 60)
  await does(lead, { type: 'session.start' })
  await seen(bo.page, 'Ihr Commitment vom letzten Mal')
  await bo.page.getByText('Gehalten', { exact: true }).click()
  await cem.page.locator('[data-check-out]').getByText('Nicht', { exact: true }).click()
  await seen(mara.page, '2 von 5 haben geantwortet')
  await seen(mara.page, 'Ab 5 Antworten gibt es Summen. Danach lässt sich nichts nachtragen.')
  await mara.page.getByRole('button', { name: 'Check-out abschließen' }).click()
  for (const { page } of [mara, bo, cem]) {
    await heard(page, 'Der Check-out ist abgeschlossen. Für Summen gab es zu wenige Antworten.')
    await seen(page, 'Zu wenige Antworten, um Summen zu zeigen.')
  }
  expect(await findings(cem.page)).toEqual([])
  await seen(bo.page, 'Sie: Gehalten')
  await until(() => others[0]?.room.store.getState().confirmed.checkOut.rounds.at(-1)?.totals === null)
})

test('no page complained', () => {
  for (const { complaints } of [mara, bo, cem]) expect(complaints).toEqual([])
})
