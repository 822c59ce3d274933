// Who speaks: a facilitator, two people at desks and one on a phone through the queue, a round, a ready check and a lot.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { comeIn } from '#tests/support/come-in.ts'
import { dragByFinger, dragByMouse } from '#tests/support/dragging.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { inSteps } from '#tests/support/steps.ts'

const patience = { timeout: 20_000, interval: 100 }
const words = 'Wir haben den Termin selbst verschlafen.'

let server: RunningServer
let browser: Browser
/** Leads, in German. */
let lead: Person
/** At a desk, in English. */
let bo: Person
/** At a desk with half a screen, in German. */
let dana: Person
/** On a phone, in German. */
let cem: Person
/** All that the server has said to a page's facilitation socket. */
const heard = new Map<Person, string[]>()

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const { links } = await createWorkshop(server.origin, { language: 'de' })
  const enter = async (link: string, name: string, options: Parameters<typeof sitDown>[2]) => {
    const person = await sitDown(browser, server.origin, options)
    const frames: string[] = []
    heard.set(person, frames)
    person.page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => frames.push(payload.toString())),
    )
    await comeIn(person.page, link, { name })
    await person.page.getByRole('banner').waitFor()
    return person
  }
  lead = await enter(links.facilitator, 'Leyla', {})
  bo = await enter(links.participant, 'Bo', { locale: 'en-GB', viewport: { width: 1366, height: 768 } })
  dana = await enter(links.participant, 'Dana', { viewport: { width: 720, height: 900 } })
  cem = await enter(links.participant, 'Cem', {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.clear()
})

inSteps(() => ({ 'queue-lead': lead, 'queue-bo': bo, 'queue-dana': dana, 'queue-cem': cem }))

/** The rows of the queue as one person sees them, top first. */
const queue = (page: Page) =>
  page.getByRole('region', { name: /^(Redeliste|Speaking queue)$/ }).getByRole('listitem')
const namesIn = async (page: Page) =>
  (await queue(page).allTextContents()).map((text) => /Dana|Cem|Bo|You|Sie/.exec(text)?.[0] ?? text)
const turnNotice = (page: Page) => page.getByRole('region', { name: /^(Sie sind dran|It is your turn)$/ })
const handMenu = (page: Page) => page.getByRole('button', { name: /^(Art der Wortmeldung|Kind of hand)/ })
async function leadChooses(name: string | RegExp): Promise<void> {
  await lead.page.getByRole('button', { name: 'Mehr Schritte' }).click()
  await lead.page.getByRole('menuitem', { name }).click()
}

test('hands say what they are for, and direct replies come first', async () => {
  await cem.page.getByRole('navigation').getByRole('button', { name: 'Redeliste' }).click()
  await handMenu(cem.page).click()
  await cem.page.getByRole('menuitem', { name: /^Frage/ }).click()
  await cem.page.getByText('als Nächstes').first().waitFor()
  await bo.page.locator('body').press('h')
  await bo.page.getByText('1 person before you').first().waitFor()
  await handMenu(dana.page).click()
  await dana.page.getByRole('menuitem', { name: /^Direkt dazu/ }).click()
  await bo.page.getByText('2 people before you').first().waitFor()
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Dana', 'Cem', 'Bo'])
  expect(await queue(lead.page).nth(1).textContent()).toContain('Frage')
})

test('what a hand is for can be changed by keyboard', async () => {
  await handMenu(bo.page).focus()
  await bo.page.keyboard.press('Enter')
  const concern = bo.page.getByRole('menuitem', { name: /^Concern/ })
  await concern.waitFor()
  await concern.focus()
  await bo.page.keyboard.press('Enter')
  await expect.poll(() => queue(lead.page).nth(2).textContent(), patience).toContain('Bedenken')
  await bo.page.getByText('2 people before you').first().waitFor()
})

test('a text is handed over to be read aloud, and nobody is told whose it is', async () => {
  await handMenu(dana.page).click()
  await dana.page.getByRole('menuitem', { name: /^Text vorlesen lassen/ }).click()
  const dialog = dana.page.getByRole('dialog', { name: 'Text vorlesen lassen' })
  await dialog.getByText(/nicht vor dem Server/).waitFor()
  await dialog.getByRole('textbox', { name: 'Text' }).fill(words)
  await dialog.getByRole('button', { name: 'Ohne Namen übergeben' }).click()
  await dialog.waitFor({ state: 'detached' })
  await dana.page.getByText(/Von wem er ist, sieht niemand/).waitFor()
  await lead.page.getByText(words).waitFor()
  await bo.page.getByText('1 text is waiting to be read aloud.').waitFor()
  const told = (person: Person) =>
    (heard.get(person) ?? []).flatMap((frame) => frame.match(/\{"type":"reading\.asked"[^}]*\}/g) ?? [])
  await expect.poll(() => told(dana).join(), patience).toContain('personId')
  for (const person of [lead, bo]) expect(told(person)).toHaveLength(1)
  expect(told(lead).join()).not.toContain('personId')
  expect(told(bo).join()).not.toMatch(/personId|text"/)
  expect(await bo.page.getByText(words).count()).toBe(0)
  await lead.page.getByRole('button', { name: 'Vorgelesen' }).click()
  await bo.page.getByText('1 text is waiting to be read aloud.').waitFor({ state: 'detached' })
})

test('the facilitator arranges the queue by hand, and lets the rule have it back', async () => {
  await lead.page.getByRole('button', { name: 'Mehr zu Dana' }).click()
  await lead.page.getByRole('menuitem', { name: 'Hinter die nächste Person' }).click()
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Cem', 'Dana', 'Bo'])
  await lead.page.getByRole('button', { name: 'Mehr zu Bo' }).click()
  await lead.page.getByRole('menuitem', { name: 'Ganz nach vorn' }).click()
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Bo', 'Cem', 'Dana'])
  await bo.page.getByText('up next').first().waitFor()
  await lead.page.getByRole('button', { name: 'Automatisch ordnen' }).click()
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Dana', 'Cem', 'Bo'])
})

test('the facilitator drags a hand by mouse and by finger, moves it with arrow keys, and nobody else can', async () => {
  const grip = (name: string) => queue(lead.page).getByRole('button', { name: `${name} verschieben` })
  await dragByMouse(lead.page, grip('Dana'), grip('Bo'), () =>
    expect.poll(() => queue(lead.page).nth(2).getAttribute('data-drop'), patience).toBe('after'),
  )
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Cem', 'Bo', 'Dana'])
  await bo.page.getByText('1 person before you').first().waitFor()

  await dragByFinger(lead.page, grip('Dana'), grip('Cem'))
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Dana', 'Cem', 'Bo'])

  await grip('Bo').focus()
  await lead.page.keyboard.press('ArrowUp')
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Dana', 'Bo', 'Cem'])
  await expect.poll(() => grip('Bo').evaluate((one) => one === document.activeElement)).toBe(true)
  await lead.page.keyboard.press('ArrowDown')
  await expect.poll(() => namesIn(lead.page), patience).toEqual(['Dana', 'Cem', 'Bo'])
  for (const { page } of [bo, dana, cem]) {
    await expect.poll(() => queue(page).count(), patience).toBe(3)
    expect(await page.getByRole('button', { name: /verschieben|^Move / }).count()).toBe(0)
  }
  await lead.page.getByRole('button', { name: 'Automatisch ordnen' }).click()
  await lead.page.getByRole('button', { name: 'Automatisch ordnen' }).waitFor({ state: 'detached' })
})

test('whoever is called is told in large letters and in the tab, and gently when the time is over', async () => {
  await lead.page.getByRole('button', { name: 'Redeliste einstellen' }).click()
  const settings = lead.page.getByRole('dialog', { name: 'Redeliste einstellen' })
  await settings.getByText('Eigene').click()
  await settings.getByRole('textbox', { name: 'Minuten' }).fill('0')
  await settings.getByRole('textbox', { name: 'Sekunden' }).fill('10')
  await settings.getByRole('textbox', { name: 'Sekunden' }).press('Enter')
  expect(await findings(lead.page)).toEqual([])
  await lead.page.keyboard.press('Escape')
  await settings.waitFor({ state: 'detached' })
  await lead.page.getByRole('button', { name: 'Cem aufrufen' }).click()
  await turnNotice(cem.page).waitFor()
  await expect.poll(() => cem.page.title(), patience).toContain('Sie sind dran')
  expect(await findings(cem.page)).toEqual([])
  expect(await findings(lead.page)).toEqual([])
  await turnNotice(cem.page).getByText('Die Redezeit ist um').waitFor({ timeout: 20_000 })
  await queue(lead.page).first().getByText('Zeit um').waitFor()
  await turnNotice(cem.page).getByRole('button', { name: 'Fertig' }).click()
  await turnNotice(cem.page).waitFor({ state: 'detached' })
  await expect.poll(() => cem.page.title(), patience).not.toContain('Sie sind dran')
})

test('facilitators see who has not been heard, and give them the floor unasked', async () => {
  await lead.page.getByRole('button', { name: 'Alle Hände senken' }).click()
  const silent = lead.page.getByRole('region', { name: 'Noch nicht gehört' })
  await expect.poll(() => silent.getByRole('listitem').count(), patience).toBe(2)
  await silent.getByRole('button', { name: 'Bo das Wort geben' }).click()
  await turnNotice(bo.page).getByRole('button', { name: 'Done speaking' }).click()
  await expect.poll(() => silent.getByRole('listitem').count(), patience).toBe(1)
  await lead.page.getByRole('region', { name: 'Redeanteil' }).getByText('100').waitFor()
  expect(await bo.page.getByRole('region', { name: 'Speaking share' }).count()).toBe(0)
  await leadChooses('Jemandem das Wort geben')
  const dialog = lead.page.getByRole('dialog', { name: 'Jemandem das Wort geben' })
  await dialog.getByRole('button', { name: 'Dana das Wort geben' }).click()
  await dialog.waitFor({ state: 'detached' })
  await turnNotice(dana.page).getByRole('button', { name: 'Fertig gesprochen' }).click()
  await silent.getByText('Alle, die da sind, kamen schon zu Wort.').waitFor()
})

test('in a feedback round everyone has a turn: one speaks, one passes, one comes back later', async () => {
  await leadChooses('Feedbackrunde starten')
  const dialog = lead.page.getByRole('dialog', { name: 'Feedbackrunde starten' })
  await dialog.getByRole('textbox', { name: 'Frage an alle' }).fill('Was nehmen Sie mit?')
  await dialog.getByRole('button', { name: 'Runde starten' }).click()
  await dialog.waitFor({ state: 'detached' })
  await cem.page.getByRole('navigation').getByRole('button', { name: 'Jetzt' }).click()
  const round = (page: Page) => page.getByRole('region', { name: /^(Feedbackrunde|Feedback round)$/ })
  for (const { page } of [lead, bo, dana, cem]) await round(page).getByText('Was nehmen Sie mit?').waitFor()
  /** Whoever is told that it is their turn; the notice of the one before must be gone. */
  const turn = async (): Promise<Person> => {
    const told: Person[] = []
    const look = async () => {
      told.length = 0
      for (const person of [bo, dana, cem]) if (await turnNotice(person.page).isVisible()) told.push(person)
      return told.length
    }
    await expect.poll(look, patience).toBe(1)
    const [person] = told
    if (!person) throw new Error('Somebody has been told a moment ago.')
    return person
  }
  const first = await turn()
  await round(first.page)
    .getByRole('button', { name: /^(Später drankommen|Come back later)$/ })
    .click()
  await turnNotice(first.page).waitFor({ state: 'detached' })
  const second = await turn()
  await round(second.page)
    .getByRole('button', { name: /^(Passen|Pass)$/ })
    .click()
  await turnNotice(second.page).waitFor({ state: 'detached' })
  const third = await turn()
  await turnNotice(third.page)
    .getByRole('button', { name: /^(Fertig|Done)/ })
    .click()
  await turnNotice(third.page).waitFor({ state: 'detached' })
  expect(await turn()).toBe(first)
  // Whoever leads is asked, too, once they say so.
  await round(lead.page).getByRole('button', { name: 'Leyla zur Runde hinzufügen' }).click()
  await round(lead.page).getByRole('button', { name: 'Weiter', exact: true }).click()
  await turnNotice(lead.page).waitFor()
  await round(bo.page).getByText('Leyla').waitFor()
  await lead.page.getByRole('button', { name: 'Beitrag und Runde beenden' }).first().click()
  for (const { page } of [lead, bo, dana, cem]) await round(page).waitFor({ state: 'detached' })
})

test('a ready check counts who is done, names them to the facilitator only, and ends with the last one', async () => {
  await leadChooses('Fragen, ob alle fertig sind')
  await bo.page.getByRole('button', { name: 'I am done' }).click()
  const check = (page: Page) => page.getByRole('region', { name: /fertig\?|done\?/ })
  await check(dana.page).getByText('1 von 3').waitFor()
  await check(lead.page)
    .getByText(/Noch nicht: .*Dana/)
    .waitFor()
  expect(
    await check(dana.page)
      .getByText(/Noch nicht/)
      .count(),
  ).toBe(0)
  for (const { page } of [dana, cem]) await page.getByRole('button', { name: 'Ich bin fertig' }).click()
  await lead.page.getByText('Alle sind so weit.').first().waitFor()
  await check(lead.page).waitFor({ state: 'detached' })
})

test('a lot falls on one of the participants, for all to see', async () => {
  await leadChooses('Jemanden auslosen')
  const dialog = lead.page.getByRole('dialog', { name: 'Jemanden auslosen' })
  await dialog.getByRole('button', { name: 'Los ziehen' }).click()
  await dialog.waitFor({ state: 'detached' })
  for (const { page } of [lead, bo, dana, cem])
    await page.getByRole('region', { name: /^(Das Los fiel auf|The lot fell on)/ }).waitFor()
  await lead.page.getByRole('button', { name: 'Ausblenden' }).click()
})

test('reactions are seen by all for a moment, without names', async () => {
  await bo.page.getByRole('button', { name: 'React, without a name' }).click()
  const slower = bo.page.getByRole('menuitem', { name: 'Slower, please' })
  await slower.waitFor()
  // It is gone after a moment: all three look before it is there.
  const seen = [lead, dana, cem].map(({ page }) =>
    page.locator('[data-reactions]').getByText('Langsamer, bitte').waitFor(),
  )
  await slower.click()
  await Promise.all(seen)
  await lead.page.locator('[data-reactions]').waitFor({ state: 'detached' })
})

test('no page complained', () => {
  expect([lead, bo, dana, cem].flatMap(({ complaints }) => complaints)).toEqual([])
})
