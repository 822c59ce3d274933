// A whole hour by the script: a facilitator, two desks and a phone go through the agenda of 60 minutes, item by item.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { SimulatedPerson } from '#client/simulated/person.ts'
import { turnOf } from '#shared/facilitation/feedback-round.ts'
import { writeNote } from '#tests/support/board-people.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'
import { acceptRules } from '#tests/support/commitments.ts'
import { type Hour, openHour } from '#tests/support/hour.ts'
import { answerForm, bringVoter, isOnBoard, writeSilently } from '#tests/support/hour-people.ts'
import { inSteps } from '#tests/support/steps.ts'

const patience = { timeout: 30_000, interval: 100 }
/** A folder for pictures of every item on every screen; unset: none are taken. */
const pictures = process.env.HOUR_PICTURES

let hour: Hour
let browser: Browser
let lead: Person
let desk: Person
let other: Person
let phone: Person
/** So many that a secret poll can be held. */
const others: SimulatedPerson[] = []
const problems: unknown[] = []

beforeAll(async () => {
  hour = await openHour()
  browser = await openBrowser()
})
afterAll(async () => {
  for (const person of others) person.leave()
  await browser?.close()
  await hour?.clear()
})

inSteps(() => here())
afterEach(async ({ task }) => {
  if (pictures && task.result?.state !== 'fail') await takePictures(task.name)
})

test('everybody comes in, and the facilitator starts the hour', async () => {
  lead = await sit(hour.links.facilitator, 'Mara', null)
  desk = await sit(hour.links.participant, 'Aylin', 'Service')
  other = await sit(hour.links.participant, 'Deniz', 'Vertrieb', {
    locale: 'en-GB',
    viewport: { width: 1366, height: 768 },
    colorScheme: 'dark',
  })
  phone = await sit(hour.links.participant, 'Farid', 'Abrechnung', {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  })
  for (const [number, name] of ['Greta', 'Hannes', 'Ines', 'Jakub'].entries())
    others.push(
      await bringVoter(hour.links.participant, { name, number, report: (problem) => problems.push(problem) }),
    )
  await strip('Sitzung beginnen')
  await expectItem('Willkommen', 3)
})

test('check-in: the ground rules one by one, and a promise', async () => {
  await goOn('Mein Beitrag heute', 3)
  for (const { page } of [desk, other]) {
    const form = page.locator('form', { has: page.getByRole('checkbox') }).first()
    await acceptRules(form)
    await form.getByRole('textbox').last().fill('Ich lese drei echte Anrufe vor.')
    await form.getByRole('button', { name: /^(Ich bin dabei|Count me in)$/ }).click()
  }
  await phoneTab('Jetzt')
  await acceptRules(phone.page)
  await phone.page.getByRole('button', { name: 'Ich bin dabei' }).click()
  await Promise.all(
    others.map(({ room }) => room.send({ type: 'check-in.accept', promise: 'Ich höre bis zum Ende zu.' })),
  )
  await lead.page
    .getByText(/7 von 8/)
    .first()
    .waitFor()
})

test('the expectation poll: several questions in secret, and the result for all at once', async () => {
  await goOn('Erwartungen, geheim', 4)
  await strip('Erwartungsabfrage öffnen')
  for (const one of [desk, other, phone]) await answerHere(one.page, /^2/)
  await closePoll()
})

test('mapping: a note that one writes is on every board', async () => {
  await goOn('Die Journey ergänzen', 3)
  await writeNote(desk, 'Notiz', 'Wer ruft zurück?', { x: 560, y: 330 })
  await expect.poll(() => isOnBoard(lead.page, 'Wer ruft zurück?'), patience).toBe(true)
})

test('silent writing: nobody sees what is written before it is revealed', async () => {
  await goOn('Still schreiben', 10)
  await strip(/^Stilles Schreiben beginnen/)
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Stilles Schreiben beginnen' }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.page.locator('[data-silence]').waitFor()
  await Promise.all(others.map((person, number) => writeSilently(person, `Still gedacht ${number}`)))
  await expect.poll(() => lead.page.getByTestId('silent-count').textContent(), patience).toMatch(/^4/)
  await phoneTab('Jetzt')
  await expect.poll(() => phone.page.getByTestId('silent-count').textContent(), patience).toMatch(/^4/)
  await phoneTab('Karte')
  await phone.page.getByText('Wer ruft zurück?').first().waitFor()
  expect(await phone.page.getByText('Still gedacht').count()).toBe(0)
  await hour.pass(6)
  await strip(/4 Notizen aufdecken/)
  for (const number of [0, 1, 2, 3]) await phone.page.getByText(`Still gedacht ${number}`).first().waitFor()
})

test('discussion: hands find their place, and one after the other speaks', async () => {
  await goOn('Wo verlieren wir die Kundschaft?', 0)
  await desk.page.locator('body').press('h')
  await desk.page
    .getByText(/als Nächstes|Sie sind als Nächstes/)
    .first()
    .waitFor()
  await phoneTab('Redeliste')
  await phone.page.getByRole('button', { name: /Hand heben/ }).click()
  await phone.page
    .getByText(/Noch 1 Person vor Ihnen|1 Person vor Ihnen/)
    .first()
    .waitFor()
  await strip('Aylin aufrufen')
  await desk.page.getByText('Sie haben das Wort').first().waitFor()
  await hour.pass(2)
  await strip('Farid aufrufen')
  await phone.page.getByText('Sie haben das Wort').first().waitFor()
})

test('vote: where to begin, each with several choices, in secret', async () => {
  await goOn('Drei Stellen auswählen', 12)
  await strip('Abstimmung öffnen')
  const dialog = lead.page.getByRole('dialog', { name: 'Abstimmung öffnen' })
  await dialog.getByRole('textbox', { name: 'Frage' }).first().fill('Womit fangen wir an?')
  for (const [place, option] of ['Wechselstatus', 'Erste Rechnung', 'Online-Antrag'].entries()) {
    if (place > 1) await dialog.getByRole('button', { name: 'Weitere Antwort' }).click()
    await dialog.getByRole('textbox', { name: `Antwort ${place + 1}` }).fill(option)
  }
  await dialog.getByRole('button', { name: 'Geheime Abstimmung öffnen' }).click()
  await dialog.waitFor({ state: 'detached' })
  for (const one of [desk, other, phone]) await answerOne(one.page, 'Wechselstatus')
  await closePoll()
})

test('actions: what was decided stands with its owner for all to see', async () => {
  await goOn('Maßnahmen beschließen', 4)
  const { page } = desk
  await page.getByRole('tab', { name: 'Maßnahmen' }).click()
  await page.getByRole('button', { name: 'Maßnahme hinzufügen' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Was wird getan?' }).fill('SMS je Wechselschritt')
  const greta = await form.getByRole('option', { name: /Greta/ }).getAttribute('value')
  await form.getByLabel('Verantwortlich, genau eine Person').selectOption(greta)
  await form.getByLabel('Fällig am').fill('2099-01-29')
  await form.getByRole('button', { name: 'Hinzufügen', exact: true }).click()
  await form.waitFor({ state: 'detached' })
  await lead.page.getByRole('tab', { name: 'Maßnahmen' }).click()
  await lead.page.getByText('SMS je Wechselschritt').first().waitFor()
  for (const one of [lead, desk]) await one.page.getByRole('tab', { name: 'Jetzt' }).click()
  await expectItem('Maßnahmen beschließen', 10)
})

test('feedback round: everybody has a turn, and may pass', async () => {
  await goOn('Offene Runde', 10)
  await strip('Feedbackrunde starten')
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Runde starten' }).click()
  await dialog.waitFor({ state: 'detached' })
  const [first] = others
  if (!first) throw new Error('There are four.')
  const round = () => first.room.store.getState().confirmed.feedback
  await expect.poll(round, patience).not.toBeNull()
  await phoneTab('Jetzt')
  const byPerson = new Map([
    ['Aylin', desk],
    ['Deniz', other],
    ['Farid', phone],
  ])
  for (let turn = turnOf(round()); turn; turn = turnOf(round())) {
    const simulated = others.find(({ seat }) => seat.personId === turn)
    const name = first.room.store.getState().names[turn] ?? ''
    if (simulated) await simulated.room.send({ type: 'feedback.next', personId: turn })
    else
      await byPerson
        .get(name)
        ?.page.locator('[data-round]')
        .getByRole('button', {
          name: name === 'Farid' ? 'Passen' : /^(Fertig gesprochen|Done speaking)$/,
        })
        .click()
    await expect.poll(() => turnOf(round()), patience).not.toBe(turn)
  }
})

test('check-out: the same questions as at the start, and what became of the promises', async () => {
  await goOn('Vorher und nachher', 3)
  await strip('Erwartungsabfrage öffnen')
  for (const one of [desk, other, phone]) await answerHere(one.page, /^4/)
  await closePoll()
  for (const { page } of [desk, other]) await page.getByText(/^(Gehalten|Kept)$/).click()
  await Promise.all(
    others.map(({ room }) => room.send({ type: 'check-out.mark', round: 1, mark: 'partly', sentence: null })),
  )
  await lead.page.getByText('6 von 6 haben geantwortet').first().waitFor()
  await lead.page.getByRole('button', { name: 'Check-out abschließen' }).click()
  for (const { page } of [lead, desk, phone])
    await page.getByText('Was aus den Commitments wurde').first().waitFor()
})

test('the agenda ends, and the results page has all of it', async () => {
  await hour.pass(3)
  await strip('Abschluss')
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Sitzung beenden' }).click()
  await lead.page.getByText('Die Sitzung ist zu Ende.').first().waitFor()
  const reader = await sitDown(browser, hour.cable.origin)
  const { page } = reader
  await page.goto(hour.links.results.replace(hour.server.origin, hour.cable.origin))
  await page.getByRole('heading', { level: 1, name: /Neukunde werden/ }).waitFor()
  await page.getByText('Ich lese drei echte Anrufe vor.').first().waitFor()
  await page.getByText('Wie zuversichtlich bin ich', { exact: false }).first().waitFor()
  if (pictures) await picture(page, 'results')
  expect(reader.complaints.filter(isOurs)).toEqual([])
  await reader.context.close()
})

test('no page asked another host for anything or complained', () => {
  expect([lead, desk, other, phone].flatMap(({ complaints }) => complaints.filter(isOurs))).toEqual([])
  expect(problems).toEqual([])
})

/**
 * The browser itself writes down that it was cut off, and that a ballot whose answer was lost on the way was sent again after
 * its poll had been counted.
 */
const isOurs = (complaint: string) => !/net::ERR_|WebSocket connection to|status of 410/.test(complaint)

async function sit(
  link: string,
  name: string,
  department: string | null,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const person = await sitDown(browser, hour.cable.origin, options)
  await comeIn(person.page, link.replace(hour.server.origin, hour.cable.origin), { name, department })
  await person.page
    .getByText(/Noch nicht begonnen|Not started yet/)
    .first()
    .waitFor()
  return person
}

/** A step of the facilitator's strip, wherever it stands: in the row, or behind "Mehr Schritte". */
async function strip(name: string | RegExp): Promise<void> {
  const { page } = lead
  const bar = page.getByRole('region', { name: 'Leitung des Workshops' })
  const step = (scope: Locator | Page, role: 'button' | 'menuitem') =>
    scope.getByRole(role, { name, exact: typeof name === 'string' }).first()
  const inRow = step(bar, 'button')
  const more = bar.getByRole('button', { name: 'Mehr Schritte' })
  await more.waitFor()
  if (!(await inRow.isVisible())) await more.click()
  // It may come into the row only now, with what it waits for, and is not behind the menu then.
  await inRow.or(step(page, 'menuitem')).first().click()
}

/** So many minutes later the next item begins, for everybody. */
async function goOn(title: string, afterMinutes: number): Promise<void> {
  if (afterMinutes > 0) await hour.pass(afterMinutes)
  await strip(`Nächster Punkt: ${title}`)
  await expectItem(title)
}

/** Everybody is at this item and reads the same clock; with `minutes`, one that has just begun. */
async function expectItem(title: string, minutes: number | null = null): Promise<void> {
  const pages = [lead, desk, other, phone].map(({ page }) => page)
  for (const page of pages) await page.getByText(title).first().waitFor()
  const clocks = () =>
    Promise.all(
      pages.map(
        async (page) => /−?\d+:\d\d/.exec((await page.getByRole('timer').first().textContent()) ?? '')?.[0],
      ),
    )
  await expect.poll(async () => new Set(await clocks()).size, patience).toBe(1)
  if (minutes !== null)
    expect((await clocks())[0]).toMatch(new RegExp(`^(${minutes}:00|${minutes - 1}:[0-5]\\d)`))
}

async function answerHere(page: Page, choice: RegExp): Promise<void> {
  if (page === phone.page) await phoneTab('Jetzt')
  await answerForm(page, choice)
}

async function answerOne(page: Page, choice: string): Promise<void> {
  if (page === phone.page) await phoneTab('Jetzt')
  await page.getByRole('checkbox', { name: choice }).check()
  await page.getByRole('button', { name: /^(Geheim abstimmen|Cast secret vote)$/ }).click()
  await page
    .getByText(/Abgegeben, versiegelt|Cast and sealed/)
    .first()
    .waitFor()
}

/** When everybody's ballots are out; then until each browser has counted again. */
async function closePoll(): Promise<void> {
  const [first] = others
  if (!first) throw new Error('There are four.')
  const { room } = first
  const running = room.store.getState().confirmed.polls.filter(({ state }) => state === 'open')
  const isCast = (person: SimulatedPerson, pollId: (typeof running)[number]['pollId']) =>
    /sealed-waiting|acknowledged/.test(person.ballots.view(pollId)?.status ?? '')
  await expect
    .poll(() => others.every((person) => running.every(({ pollId }) => isCast(person, pollId))), patience)
    .toBe(true)
  await strip('Abstimmung schließen')
  for (const { page } of [desk, other, phone])
    await page
      .getByText(/Ihre Stimme ist gezählt|Your vote was counted|Fragen nachgezählt|questions counted/)
      .first()
      .waitFor({ timeout: 60_000 })
}

async function phoneTab(name: 'Jetzt' | 'Redeliste' | 'Karte' | 'Agenda'): Promise<void> {
  await phone.page.getByRole('navigation').getByRole('button', { name }).click()
}

/** Those who have come in. */
const here = (): Record<string, Person> =>
  Object.fromEntries(Object.entries({ lead, desk, other, phone }).filter(([, person]) => person))

async function takePictures(step: string): Promise<void> {
  const name = step.split(':')[0]?.replace(/\W+/g, '-') ?? ''
  for (const [who, person] of Object.entries(here())) await picture(person.page, `${name}-${who}`)
}

async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures ?? '', { recursive: true })
  await page.screenshot({ path: join(pictures ?? '', `${name}.png`) })
}
