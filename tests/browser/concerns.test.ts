// Concerns without a name: written while an item lasts, released at its end to all alike, and answered one by one.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import { ItemId } from '#shared/ids.ts'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person } from '#tests/support/browser.ts'
import { sitAtPanel } from '#tests/support/come-in.ts'
import { holdBackAnswers } from '#tests/support/hold-back.ts'
import { does, enterAsFacilitator, haveCaughtUp, until } from '#tests/support/lead-room.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'
import { inSteps } from '#tests/support/steps.ts'

const titles = ['Wo es hakt', 'Was wir ändern', 'Was bleibt']
const items = titles.map((title, place) => ({
  itemId: ItemId.parse(`item-${place}`),
  kind: 'discussion' as const,
  minutes: 5,
  title,
}))
/** After the end of an item every page waits for its turn to send. */
const patience = { timeout: 40_000 }

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let lead: Room
let voters: SimulatedVoter[]
let mara: Person
let bo: Person
let cem: Person
const people: Record<string, Person> = {}

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, { template: 'blank', language: 'de', agenda: items })
  lead = await enterAsFacilitator(server.origin, workshop)
  const { links } = workshop
  people['concerns-mara'] = mara = await sit(links.facilitator, 'Mara', { width: 420, height: 800 })
  people['concerns-bo'] = bo = await sit(links.participant, 'Bo', { width: 1440, height: 900 })
  people['concerns-cem'] = cem = await sit(links.participant, 'Cem', { width: 360, height: 740 })
  const writes =
    (text: string | null) =>
    (box: SecretPoll): Answer | null =>
      box.question === titles[0] && text !== null ? ['text', text] : null
  voters = await Promise.all(
    ['das haben wir schon einmal beschlossen', null, null, null].map((text) =>
      simulateVoter({ link: links.participant, choose: () => null, concern: writes(text) }),
    ),
  )
})
afterAll(async () => {
  for (const voter of voters ?? []) voter.leave()
  lead?.close()
  await browser?.close()
  await server?.clear()
})

inSteps(() => people)

/** The panel alone: concerns stand nowhere else. */
const sit = (link: string, name: string, viewport: { width: number; height: number }): Promise<Person> =>
  sitAtPanel(browser, link.replace('#', '?panel#'), name, { viewport })

const goOn = (place: number) =>
  does(lead, { type: 'agenda.advance', fromItemId: ItemId.parse(`item-${place}`) })
const boxes = () => lead.store.getState().confirmed.concerns
const box = ({ page }: Person) => page.locator('[data-concern]')
const released = ({ page }: Person) => page.locator('[data-concerns]')
const heard = (page: Page, text: string | RegExp) =>
  page
    .locator('[role="status"][aria-live="polite"]')
    .filter({ hasText: text })
    .waitFor({ state: 'attached', ...patience })
/** Everybody's ballot of the box that is open lies on their device. */
const allIssued = () =>
  until(() => {
    const open = boxes().at(-1)?.poll
    const issued = open ? lead.store.getState().issued[open.pollId] : undefined
    return open?.state === 'open' && issued?.length === open.eligible.length && issued.length > 0
  })

test('while an item lasts, what is written stays on the device, and can be changed', async () => {
  await does(lead, { type: 'session.start' })
  await allIssued()
  for (const [person, text] of [
    [bo, 'Wer macht das neben dem Tagesgeschäft?'],
    [cem, 'Ich glaube nicht daran'],
  ] as const) {
    await box(person).getByRole('button', { name: 'Eine Sorge aufschreiben, ohne Namen' }).click()
    await box(person).getByRole('textbox').fill(text)
    await box(person)
      .getByText(/^Liegt auf diesem Gerät bereit/)
      .waitFor()
    expect(await findings(person.page)).toEqual([])
  }
  await cem.page.reload()
  await box(cem).getByRole('button', { name: 'Ihre Sorge liegt bereit' }).click()
  const field = box(cem).getByRole('textbox')
  await expect.poll(() => field.inputValue()).toBe('ich glaube nicht daran')
  await field.fill('Wir vertagen das wieder!')
  await box(cem)
    .getByText(/^Liegt auf diesem Gerät bereit/)
    .waitFor()
  await field.blur()
  await mara.page.getByRole('heading', { name: titles[0] ?? '' }).waitFor()
  expect(await mara.page.locator('[data-concern]').count()).toBe(0)
  for (const { page } of [mara, bo]) expect(await page.content()).not.toContain('vertagen')
})

test('at its end all of them come out together, in the same order for everybody, without a name', async () => {
  await goOn(0)
  const lists = []
  for (const person of [mara, bo, cem]) {
    await released(person).getByRole('listitem').nth(2).waitFor(patience)
    await heard(person.page, '3 Sorgen zu „Wo es hakt“ sind da.')
    lists.push(await released(person).getByRole('listitem').locator('p').allTextContents())
  }
  const [first = []] = lists
  expect([...first].sort()).toEqual([
    'Das haben wir schon einmal beschlossen',
    'Wer macht das neben dem tagesgeschäft?',
    'Wir vertagen das wieder!',
  ])
  // Sorted by what chance gave each slip: who wrote it and when is not in it.
  expect(lists).toEqual([first, first, first])
  const seats = await released(mara).textContent()
  for (const name of ['Bo', 'Cem']) expect(seats).not.toContain(`${name} `)
  // Blank slips count too: six devices, three concerns.
  expect(boxes()[0]?.poll.eligible).toHaveLength(6)
  for (const { page } of [mara, cem]) expect(await findings(page)).toEqual([])
})

test('the facilitator answers one by one, in the room or in writing, and takes one up again', async () => {
  const rows = released(mara).getByRole('listitem')
  const now = (person: Person) => released(person).locator('[data-now] p').first()
  const [first = '', second = ''] = await rows.locator('p').allTextContents()
  await expect.poll(() => now(cem).textContent()).toBe(first)
  await rows.nth(0).getByRole('button', { name: 'Ist beantwortet' }).click()
  await expect.poll(() => now(cem).textContent()).toBe(second)
  await heard(cem.page, 'Eine Sorge ist beantwortet.')
  await rows.nth(1).getByRole('button', { name: 'Antwort dazuschreiben' }).click()
  await rows.nth(1).getByRole('textbox').fill('Ab März macht das ein eigenes Team.')
  expect(await findings(mara.page)).toEqual([])
  await rows.nth(1).getByRole('button', { name: 'Antwort zeigen' }).click()
  await released(bo).getByText('Ab März macht das ein eigenes Team.').waitFor()
  await heard(bo.page, 'Antwort auf eine Sorge: Ab März macht das ein eigenes Team.')
  await released(bo).getByText('1 noch offen').waitFor()
  await rows.nth(0).getByRole('button', { name: 'Wieder aufnehmen' }).click()
  await expect.poll(() => now(bo).textContent()).toBe(first)
  await released(bo).getByText('2 noch offen').waitFor()
  expect(await findings(bo.page)).toEqual([])
})

test('an answer that somebody else has changed meanwhile is not written over unseen', async () => {
  const rows = released(mara).getByRole('listitem')
  const inWriting = () =>
    boxes().find(({ answered }) => Object.values(answered).some((answer) => answer !== null))
  await until(() => inWriting() !== undefined)
  const box = inWriting()
  const [t] = Object.entries(box?.answered ?? {}).find(([, answer]) => answer !== null) ?? []
  if (!box || t === undefined) throw new Error('One concern is answered in writing.')
  await rows.nth(1).getByRole('button', { name: 'Antwort ändern' }).click()
  await rows.nth(1).getByRole('textbox').fill('Ab April macht das ein eigenes Team.')
  await does(lead, { type: 'concern.answer', pollId: box.poll.pollId, t, answer: 'Ab Mai.' })
  await rows.nth(1).getByRole('button', { name: 'Antwort zeigen' }).click()
  const alert = rows.nth(1).getByRole('alert')
  await alert.getByText('Ab Mai.').waitFor()
  await alert.getByRole('button', { name: 'Meinen behalten' }).click()
  await released(bo).getByText('Ab April macht das ein eigenes Team.').waitFor()
  await alert.waitFor({ state: 'detached' })
})

test('of fewer slips than the smallest group nothing is shown, and its writer learns so', async () => {
  await allIssued()
  await box(bo).getByRole('button', { name: 'Eine Sorge aufschreiben, ohne Namen' }).click()
  await box(bo).getByRole('textbox').fill('Das überlebt die Pause nicht')
  await box(bo)
    .getByText(/^Liegt auf diesem Gerät bereit/)
    .waitFor()
  // Four close their computers before the end.
  for (const voter of voters) voter.leave()
  await goOn(1)
  await until(() => boxes()[1]?.poll.suppressed === true)
  await bo.page.getByText('Zu „Was wir ändern“ gab es weniger als 5 Zettel').waitFor(patience)
  await heard(bo.page, 'Zu „Was wir ändern“ gab es zu wenige Zettel.')
  await haveCaughtUp(lead, [mara.page, cem.page])
  for (const { page } of [mara, cem]) {
    expect(await page.getByText('Zu „Was wir ändern“').count()).toBe(0)
    expect(await page.content()).not.toContain('überlebt')
  }
  // And in the next item there is no box at all.
  await cem.page.getByText(/^Sorgen ohne Namen gibt es ab 5 Teilnehmenden/).waitFor()
  for (const { page } of [bo, cem]) expect(await findings(page)).toEqual([])
})

test('while a browser counts concerns it does not say that nothing is missing', async () => {
  const { page } = mara
  const { asked, letThrough } = await holdBackAnswers(page, /\/b\/\w+/)
  await page.reload()
  await asked
  const closing = page.locator('[data-closing]')
  await closing.getByRole('button').waitFor()
  expect(await closing.getByText('Es fehlt nichts').count()).toBe(0)
  letThrough()
  await closing.getByText(/^2 /).waitFor()
})

test('no page complained', () => {
  for (const { complaints } of [mara, bo, cem]) expect(complaints).toEqual([])
})
