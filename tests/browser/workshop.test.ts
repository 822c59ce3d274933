// The main job, as its people do it: a facilitator, somebody at a desk and somebody on a phone go through a workshop together.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Results } from '#shared/results/results.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { type Cable, layCable } from '#tests/support/cable.ts'
import { copiedBy } from '#tests/support/clipboard.ts'
import { acceptRules } from '#tests/support/commitments.ts'
import { heard } from '#tests/support/live-region.ts'
import { download } from '#tests/support/report-reader.ts'
import { type RunningServer, startServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'
import { inSteps } from '#tests/support/steps.ts'

const patience = { timeout: 20_000, interval: 100 }
const title = 'Glasfaser: vom Auftrag bis online'

let server: RunningServer
let browser: Browser
/** Between the server and Bo, who will be cut off. */
let cable: Cable
/** Leads, in German. */
let ana: Person
/** Takes part at a desk, in English. */
let bo: Person
/** Takes part on a phone, in German. */
let cem: Person
let participantLink = ''
let resultsLink = ''
let code = ''

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }
  ana = await sitDown(browser, server.origin, clipboard)
  cable = await layCable(server.origin)
  bo = await sitDown(browser, cable.origin, { locale: 'en-GB', viewport: { width: 1366, height: 768 } })
  cem = await sitDown(browser, server.origin, {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  })
})
afterAll(async () => {
  await browser?.close()
  await cable?.close()
  await server?.clear()
})

inSteps(() => ({ ana, bo, cem }))

describe('a workshop from the first click to the results', () => {
  test('one click on the start page creates a workshop and shows its links', async () => {
    const { page } = ana
    await page.goto(server.origin)
    await page.getByRole('textbox', { name: 'Worum geht es im Workshop?' }).fill(title)
    await page.getByRole('radio', { name: /^Ankommen nach dem Anbieterwechsel/ }).check()
    await page.getByRole('button', { name: 'Workshop anlegen' }).click()
    await page.getByRole('heading', { name: 'Der Workshop steht. Wer kommt dazu?' }).waitFor()
    participantLink = await copied(page, 'Link für Teilnehmende')
    resultsLink = await copied(page, 'Link zu den Ergebnissen')
    const links = [
      participantLink,
      resultsLink,
      await copied(page, 'Link der Leitung'),
      await copied(page, 'Link für Beobachtende'),
    ]
    for (const link of links) expect(link).toMatch(/^http:\/\/localhost:\d+\/w\/[0-9a-z]{12}#[\w-]{22}$/)
    expect(new Set(links).size).toBe(4)
    code = (await page.getByText(/^[A-Z]{3}-\d{3}$/).textContent()) ?? ''
    await page.getByRole('img', { name: 'QR-Bild des Links für Teilnehmende' }).waitFor()
    await page.getByRole('button', { name: 'Zum Board' }).click()
    await page.getByRole('button', { name: 'Sitzung beginnen' }).waitFor()
    await page.waitForURL(/^[^#]+$/)
  })

  test('a participant opens the link, gives a name and a department, and a reload is the same person', async () => {
    const { page } = bo
    await page.goto(participantLink.replace(server.origin, cable.origin))
    await page.getByRole('textbox', { name: /Name/ }).fill('Bo')
    await page.getByRole('radio', { name: 'Abrechnung' }).check()
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByRole('button', { name: /Raise hand/ }).waitFor()
    await page.waitForURL(/\/w\/[0-9a-z]{12}\?seat=participant$/)
    await page.reload()
    await page.getByRole('button', { name: /Raise hand/ }).waitFor()
    await expect.poll(() => peopleOf(ana.page, 'Abrechnung'), patience).toBe(1)
  })

  test('another one types the code on a phone and stays without a name', async () => {
    const { page } = cem
    await page.goto(server.origin)
    await page.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase().replace('-', ' '))
    await page.getByRole('button', { name: 'Beitreten' }).click()
    await page.getByRole('radio', { name: 'Vertrieb' }).check()
    await page.getByRole('button', { name: 'Beitreten' }).click()
    await phoneTab('Redeliste')
    await page.getByRole('button', { name: /Hand heben/ }).waitFor()
    await expect.poll(() => peopleOf(ana.page, 'Vertrieb'), patience).toBe(1)
  })

  test('a note that one writes is on the other screen, with all of its letters', async () => {
    const tools = ana.page.getByRole('toolbar', { name: 'Werkzeuge' })
    await tools.getByRole('button', { name: 'Notiz' }).click()
    await ana.page.locator('.tl-canvas').click({ position: { x: 560, y: 330 } })
    await ana.page.keyboard.type('Niemand sagt, wann gebaut wird')
    await ana.page.keyboard.press('Escape')
    await expect.poll(() => isOnBoard(bo.page, 'Niemand sagt, wann gebaut wird'), patience).toBe(true)
    await expect
      .poll(() => ana.page.getByRole('banner').getByText('Gespeichert').isVisible(), patience)
      .toBe(true)
  })

  test('the phone reads the same map as a list', async () => {
    await phoneTab('Karte')
    await cem.page.getByText('Niemand sagt, wann gebaut wird').first().waitFor()
    await cem.page.getByText('Auftragsbestätigung').first().waitFor()
  })

  test('what is written while cut off is on the others’ boards after coming back', async () => {
    cable.pullOut()
    await bo.page
      .getByText(/^Offline/)
      .first()
      .waitFor()
    await bo.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Note' }).click()
    await bo.page.locator('.tl-canvas').click({ position: { x: 330, y: 470 } })
    await bo.page.keyboard.type('Im Zug geschrieben')
    await bo.page.keyboard.press('Escape')
    await bo.page
      .getByText(/Offline, \d+ changes? waiting/)
      .first()
      .waitFor()
    expect(await isOnBoard(ana.page, 'Im Zug geschrieben')).toBe(false)
    cable.plugIn()
    await expect.poll(() => isOnBoard(ana.page, 'Im Zug geschrieben'), patience).toBe(true)
    await bo.page.getByRole('banner').getByText('Saved').first().waitFor()
  })

  test('the agenda starts for everyone, with the same item and clock', async () => {
    await ana.page.getByRole('button', { name: 'Sitzung beginnen' }).click()
    for (const { page } of [ana, bo, cem]) await page.getByText('Willkommen und Anlass').first().waitFor()
    await ana.page.getByRole('button', { name: /^\+1 Min/ }).click()
    for (const { page } of [ana, bo, cem]) {
      const clock = page.getByRole('timer')
      await expect.poll(() => clock.textContent(), patience).toMatch(/4:\d\d/)
    }
  })

  test('a hand goes up with the key, finds its place, and is given the floor', async () => {
    await phoneTab('Redeliste')
    await cem.page.getByRole('button', { name: /Hand heben/ }).click()
    await cem.page.getByText('als Nächstes').first().waitFor()
    await bo.page.locator('body').press('h')
    await bo.page.getByText('1 person before you').first().waitFor()
    await ana.page.getByRole('button', { name: 'Person aus Vertrieb aufrufen' }).first().click()
    await cem.page.getByText('Sie haben das Wort').first().waitFor()
    await expect.poll(() => cem.page.title(), patience).toContain('Sie sind dran')
    await bo.page.getByText('up next').first().waitFor()
    await ana.page.getByRole('button', { name: 'Mehr zu Bo' }).click()
    await ana.page.getByRole('menuitem', { name: 'Hand von Bo senken' }).click()
    await bo.page.getByRole('button', { name: /Raise hand/ }).waitFor()
  })

  test('with too few people a secret poll is refused with the reason, and an open one is offered', async () => {
    const { page } = ana
    await page.getByRole('button', { name: 'Abstimmung öffnen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Abstimmung öffnen' })
    await dialog.getByRole('textbox', { name: 'Frage' }).fill('Wie viel Zeit haben wir?')
    await dialog.getByRole('button', { name: 'Geheime Abstimmung öffnen' }).click()
    await dialog
      .getByText(/Es braucht mindestens 5 Teilnehmende, da sind 2/)
      .first()
      .waitFor()
    await dialog.getByRole('button', { name: 'Offen fragen, nicht anonym' }).click()
    await bo.page.getByText('Open poll, not anonymous').first().waitFor()
    await bo.page.getByRole('radio', { name: /^4/ }).check()
    await bo.page.getByRole('button', { name: /openly/ }).click()
    await page.getByText(/^1 von 2 /).waitFor()
    await page.getByRole('button', { name: 'Abstimmung schließen' }).click()
    await page
      .getByText(/Mittel aus 1 Antwort/)
      .first()
      .waitFor()
  })

  test('with enough people it is secret from the opening to the audit in every browser', async () => {
    const others = await Promise.all(
      [1, 2, 3, 4].map((choice) => simulateVoter({ link: participantLink, choose: () => choice })),
    )
    await expect.poll(() => ana.page.getByText('7', { exact: true }).count(), patience).toBeGreaterThan(0)
    await ana.page.getByRole('button', { name: 'Abstimmung öffnen' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'Abstimmung öffnen' })
    await dialog
      .getByRole('textbox', { name: 'Frage' })
      .fill('Wie erlebt unsere Kundschaft den Techniktermin?')
    await dialog.getByRole('button', { name: 'Geheime Abstimmung öffnen' }).click()
    await phoneTab('Jetzt')
    for (const { page } of [bo, cem]) {
      await page.getByText('Wie erlebt unsere Kundschaft den Techniktermin?').first().waitFor()
      await page.getByRole('radio', { name: /^2/ }).check()
      await page.getByRole('button', { name: /^(Geheim abstimmen|Cast secret vote)$/ }).click()
      await page
        .getByText(/Abgegeben, versiegelt|Cast and sealed/)
        .first()
        .waitFor()
    }
    // The result of the open poll has gone from sight, and of this one there is nothing yet.
    expect(await ana.page.getByText(/Mittel/).count()).toBe(0)
    for (const other of others)
      await expect.poll(() => latestBallot(other)?.status, patience).toMatch(/sealed-waiting|acknowledged/)
    await ana.page.getByRole('button', { name: 'Abstimmung schließen' }).click()
    await bo.page
      .getByText(/Your vote was counted/)
      .first()
      .waitFor({ timeout: 40_000 })
    await cem.page
      .getByText(/Ihre Stimme ist gezählt/)
      .first()
      .waitFor()
    await ana.page.getByText('Ergebnis, 6 von 6 Stimmzetteln').first().waitFor()
    // 1, 2, 3, 4 from the others and 2 twice: 14 / 6.
    await ana.page.getByText('2,3', { exact: true }).first().waitFor()
    for (const other of others) {
      await expect.poll(() => latestBallot(other)?.audit?.ok, patience).toBe(true)
      other.leave()
    }
  })

  test('people accept the ground rules, one adds a promise, and everyone sees how many have', async () => {
    await bo.page.getByRole('button', { name: /ground rules/i }).click()
    const dialog = bo.page.getByRole('dialog', { name: 'Check-in' })
    await acceptRules(dialog)
    await dialog.getByRole('textbox', { name: /My commitment/ }).fill('Ich rufe morgen drei Neukunden an.')
    await dialog.getByRole('button', { name: 'Count me in' }).click()
    await ana.page.getByRole('button', { name: /1 von \d/ }).click()
    await ana.page.getByText('Ich rufe morgen drei Neukunden an.').first().waitFor()
    await ana.page.keyboard.press('Escape')
  })

  test('the results link shows the map, the touchpoints, the polls and the commitments', async () => {
    const lea = await sitDown(browser, server.origin, { acceptDownloads: true })
    const { page } = lea
    await page.goto(resultsLink)
    await page.getByRole('heading', { name: /Glasfaser/, level: 1 }).waitFor()
    await page.getByRole('img', { name: /Karte/ }).first().waitFor()
    await page.getByText('Auftragsbestätigung').first().waitFor()
    await page.getByText('Wie erlebt unsere Kundschaft den Techniktermin?').first().waitFor()
    await page.getByText('Ich rufe morgen drei Neukunden an.').first().waitFor()

    const markdown = await downloaded(page, 'Markdown')
    expect(markdown.name).toMatch(/Glasfaser.*\.md$/)
    expect(markdown.text).toContain('Wie erlebt unsere Kundschaft den Techniktermin?')
    const json = await downloaded(page, 'JSON')
    const results = Results.parse(JSON.parse(json.text))
    expect(results.workshop.title).toBe(title)
    const png = await downloaded(page, 'PNG')
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    const svg = await downloaded(page, 'SVG')
    expect(svg.text).toContain('Auftragsbestätigung')
    expect(svg.text).not.toContain('<foreignObject')
    expect(lea.complaints.filter(isOurs)).toEqual([])
    await lea.context.close()
  })

  test('undo takes back one’s own change and nobody else’s', async () => {
    const mine = 'Wer kündigt beim alten Anbieter?'
    await bo.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Note' }).click()
    await bo.page.locator('.tl-canvas').click({ position: { x: 300, y: 420 } })
    await bo.page.keyboard.type(mine)
    await bo.page.keyboard.press('Escape')
    await expect.poll(() => isOnBoard(ana.page, mine), patience).toBe(true)
    await bo.page.keyboard.press('Control+z')
    await expect.poll(() => isOnBoard(ana.page, mine), patience).toBe(false)
    expect(await isOnBoard(ana.page, 'Niemand sagt, wann gebaut wird')).toBe(true)
  })

  test('no page asked another host for anything or complained', () => {
    expect([ana, bo, cem].flatMap(({ complaints }) => complaints.filter(isOurs))).toEqual([])
  })
})

/** The browser itself writes down that it was cut off. */
const isOurs = (complaint: string) => !/net::ERR_|WebSocket connection to/.test(complaint)

async function phoneTab(name: 'Jetzt' | 'Redeliste' | 'Karte' | 'Agenda'): Promise<void> {
  await cem.page.getByRole('navigation').getByRole('button', { name }).click()
}

/** The canvas draws text line by line, so its words are looked for across lines. */
async function isOnBoard(page: Page, words: string): Promise<boolean> {
  const drawn = (await page.locator('.tl-canvas').allInnerTexts()).join(' ')
  const plain = (text: string) => text.replace(/[\s\u00AD]/g, '')
  return plain(drawn).includes(plain(words))
}

/** What a copy button puts on the clipboard. */
const copied = (page: Page, what: string) =>
  copiedBy(page, async () => {
    await page.getByRole('button', { name: `Link kopieren: ${what}` }).click()
    await heard(page, `Kopiert: ${what}`) // the button says so for a moment only
  })

function latestBallot(voter: SimulatedVoter) {
  const poll = voter.room.store.getState().confirmed.polls.at(-1)
  return poll && voter.ballot(poll.pollId)
}

/** How many people of a department the top bar shows. */
async function peopleOf(page: Page, department: string): Promise<number> {
  const button = page.getByRole('button', { name: /\d+ Person(en)?,/ })
  const name = (await button.textContent()) ?? ''
  return Number(new RegExp(`${department} (\\d+)`).exec(name)?.[1] ?? 0)
}

async function downloaded(page: Page, label: string) {
  const { file, name } = await download(page, label)
  const bytes = Buffer.from(file)
  return { name, bytes, text: bytes.toString('utf8') }
}
