// A form with a question of every kind: answered on a phone and by five others, sealed, counted, and shown in panel and report.
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import type { PollQuestion } from '#shared/facilitation/poll-form.ts'
import type { Answer, Question } from '#shared/facilitation/questions.ts'
import type { PollId } from '#shared/ids.ts'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { does, enterAsFacilitator, until } from '#tests/support/lead-room.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'

const patience = { timeout: 20_000, interval: 50 }
const labels = ['Rechnung', 'Hotline', 'App']
const options = labels.map((label, place) => ({ optionId: `o${place}`, label }))
const asked: readonly { question: string; asks: Question; others: readonly Answer[] }[] = [
  {
    question: 'Wie zuversichtlich sind wir?',
    asks: { kind: 'scale', min: 0, max: 10, lowLabel: 'gar nicht', highLabel: 'sehr' },
    others: [0, 2, 4, 6, 8].map((step) => ['scale', step]),
  },
  {
    question: 'Wo drückt es am meisten?',
    asks: { kind: 'single', options },
    others: [0, 0, 1, 1, 1].map((place) => ['single', place]),
  },
  {
    question: 'Was gehört dazu?',
    asks: { kind: 'multiple', options, most: 2 },
    others: [[0], [0, 1], [0, 2], [1], [2]].map((places) => ['multiple', places]),
  },
  {
    question: 'Was zuerst?',
    asks: { kind: 'ranking', options },
    others: [
      [0, 1, 2],
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [0, 1, 2],
    ].map((order) => ['ranking', order]),
  },
  {
    question: 'Wie viel wofür?',
    asks: { kind: 'points', options, points: 3 },
    others: [
      [3, 0, 0],
      [1, 1, 1],
      [0, 3, 0],
      [2, 1, 0],
      [0, 0, 3],
    ].map((points) => ['points', points]),
  },
  {
    question: 'Ein Wort dazu?',
    asks: { kind: 'words', most: 2 },
    others: [['tempo'], ['tempo'], ['mut'], ['mut', 'tempo'], ['geduld']].map((words) => ['words', words]),
  },
  {
    question: 'Was erwarten wir?',
    asks: { kind: 'text' },
    others: ['kürzere wege', 'klare briefe', 'mehr zeit', 'nichts', 'einen termin, der hält'].map((text) => [
      'text',
      text,
    ]),
  },
]
const questions: PollQuestion[] = asked.map(({ question, asks }, place) => ({
  question,
  questionKey: `own-${place}`,
  phase: 'during',
  asks,
}))
const title = 'Alles auf einmal'

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let lead: Room
let voters: SimulatedVoter[]
let phone: Person
/** The newest revision that the phone has sent, by poll: after a wait of up to eight seconds of its own. */
const sent = new Map<string, number>()

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, { title: 'Probe', template: 'blank', language: 'de' })
  lead = await enterAsFacilitator(server.origin, workshop)
  const choose = (place: number) => (poll: PollQuestion) =>
    asked.find(({ question }) => question === poll.question)?.others[place] ?? null
  voters = await Promise.all(
    [0, 1, 2, 3, 4].map((place) =>
      simulateVoter({ link: workshop.links.participant, choose: choose(place) }),
    ),
  )
  phone = await sitDown(browser, server.origin, {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    timezoneId: 'Europe/Berlin',
  })
  phone.page.on('request', (request) => {
    const pollId = /\/b\/(\w+)$/.exec(new URL(request.url()).pathname)?.[1]
    const cast = /"rev":(\d+)/.exec(request.postData() ?? '')
    if (pollId && cast) sent.set(pollId, Math.max(Number(cast[1]), sent.get(pollId) ?? 0))
  })
  await phone.page.goto(workshop.links.participant)
  await phone.page.getByRole('textbox', { name: 'Name' }).fill('Farid')
  await phone.page.getByRole('button', { name: 'Beitreten' }).click()
  await phone.page.getByRole('button', { name: 'Redeliste' }).waitFor()
})
afterAll(async () => {
  for (const voter of voters ?? []) voter.leave()
  lead?.close()
  await browser?.close()
  await server?.clear()
})

const polls = () => lead.store.getState().confirmed.polls

describe('a form with a question of every kind', () => {
  test('is answered with one thumb, and survives a reload in the middle', async () => {
    await does(lead, { type: 'poll.open', mode: 'anonymous', durationMs: null, title, questions })
    const { page } = phone
    const heading = (name: string) => page.getByRole('heading', { name, level: 3 })
    const onward = (name: string) => page.getByRole('button', { name, exact: true })
    await heading('Wie zuversichtlich sind wir?').waitFor()
    await page.getByRole('radio', { name: '10, sehr' }).check()
    await onward('Weiter').click()
    await heading('Wo drückt es am meisten?').waitFor()
    await page.getByRole('radio', { name: 'App' }).check()

    await page.reload()
    await heading('Wo drückt es am meisten?').waitFor()
    expect(await page.getByRole('radio', { name: 'App' }).isChecked()).toBe(true)
    await onward('Zurück').click()
    await heading('Wie zuversichtlich sind wir?').waitFor()
    expect(await page.getByRole('radio', { name: '10, sehr' }).isChecked()).toBe(true)
    await onward('Weiter').click()
    await onward('Weiter').click()

    await heading('Was gehört dazu?').waitFor()
    for (const name of ['Rechnung', 'App']) await page.getByRole('checkbox', { name }).check()
    await page.getByText('Alle Antworten vergeben.').waitFor()
    await onward('Weiter').click()
    await heading('Was zuerst?').waitFor()
    await page.getByRole('button', { name: 'App nach oben' }).click()
    await page.getByRole('listitem').filter({ hasText: 'App' }).getByText('2', { exact: true }).waitFor()
    await onward('Weiter').click()
    await heading('Wie viel wofür?').waitFor()
    for (let point = 0; point < 3; point++) await page.getByRole('button', { name: 'Mehr für App' }).click()
    await page.getByText('Noch 0 von 3 Punkten zu vergeben').waitFor()
    await onward('Weiter').click()
    await heading('Ein Wort dazu?').waitFor()
    await page.getByRole('textbox', { name: 'Wort 1 von 2' }).fill(' Tempo ')
    await onward('Weiter').click()
    await heading('Was erwarten wir?').waitFor()
    await page.getByRole('textbox', { name: 'Ihre Antwort' }).fill('Endlich Ruhe!!!')
    expect(await findings(page)).toEqual([])
    await onward('Zur Übersicht').click()

    await heading('Alles richtig?').waitFor()
    await page.getByText('1. Rechnung, 2. App, 3. Hotline').waitFor()
    expect(await findings(page)).toEqual([])
    await onward('Alles versiegeln und abgeben').click()
    await page.getByText('7 Stimmzettel abgegeben, versiegelt').waitFor()
    const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('draft')))
    await expect.poll(kept, patience).toEqual([])
  })

  test('can be changed in one answer until it closes', async () => {
    const { page } = phone
    await page.getByRole('button', { name: 'Antworten ändern' }).click()
    await page.getByRole('radio', { name: '9', exact: true }).check()
    for (let question = 0; question < 7; question++)
      await page.getByRole('button', { name: /^(Weiter|Überspringen|Zur Übersicht)$/ }).click()
    await expect.poll(() => page.getByText('Versiegelt, bleibt wie abgegeben').count(), patience).toBe(6)
    await page.getByRole('button', { name: 'Änderungen versiegeln und abgeben' }).click()
    await page.getByText('7 Stimmzettel abgegeben, versiegelt').waitFor()
  })

  test('is counted for each question by itself, and every browser finds its ballots', async () => {
    const { page } = phone
    const hasCast = (voter: SimulatedVoter, pollId: PollId) =>
      /sealed-waiting|acknowledged/.test(voter.ballot(pollId)?.status ?? '')
    await until(() => voters.every((voter) => polls().every(({ pollId }) => hasCast(voter, pollId))))
    const [first] = polls()
    if (!first) throw new Error('The form was not opened.')
    await until(() => sent.size === 7 && sent.get(first.pollId) === 1)
    await does(lead, { type: 'poll.close', pollId: first.pollId })
    await page.getByText('Alle 7 Fragen nachgezählt.').waitFor({ timeout: 40_000 })
    await page.getByText('Ihre Stimmzettel sind dabei.').waitFor()
    await page.getByText('4,8', { exact: true }).first().waitFor()
    await page.getByText('Mittel aus 6 Antworten').waitFor()
    const rows = (name: string, nth = 0) => page.getByRole('list', { name }).nth(nth).getByRole('listitem')
    await expect
      .poll(() => plain(rows('Antworten, die häufigste zuerst')), patience)
      .toEqual(['Hotline 3 von 6 · 50 %', 'Rechnung 2 von 6 · 33 %', 'App 1 von 6 · 17 %'])
    await expect
      .poll(() => plain(rows('Antworten, die häufigste zuerst', 1)), patience)
      .toEqual(['Rechnung 4 von 6 · 67 %', 'App 3 von 6 · 50 %', 'Hotline 2 von 6 · 33 %'])
    await expect
      .poll(() => plain(rows('Rangfolge')), patience)
      .toEqual(['Rechnung Platz 1,2', 'Hotline Platz 2,2', 'App Platz 2,7'])
    await expect
      .poll(() => plain(rows('Punkte, die meisten zuerst')), patience)
      .toEqual(['App 7 Punkte · 39 %', 'Rechnung 6 Punkte · 33 %', 'Hotline 5 Punkte · 28 %'])
    await expect
      .poll(() => plain(rows('Wörter, das häufigste zuerst')), patience)
      .toEqual(['tempo 4', 'mut 2', 'geduld 1'])
    const writtenTexts = async () => (await plain(rows('Was geschrieben wurde'))).sort()
    await expect
      .poll(writtenTexts, patience)
      .toEqual([
        'Einen termin, der hält',
        'Endlich ruhe!',
        'Klare briefe',
        'Kürzere wege',
        'Mehr zeit',
        'Nichts',
      ])
  })

  test.each([360, 1440])('can be read in the panel at %i, in light and dark', async (width) => {
    const { page } = phone
    await page.setViewportSize({ width, height: 900 })
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await findings(page)).toEqual([])
  })

  test('stands in the report with the same figures, in light and dark, on a phone and a wide screen', async () => {
    const { page, context, complaints } = await sitDown(browser, server.origin)
    await page.goto(workshop.links.results)
    const article = (name: string) => page.getByRole('article').filter({ hasText: name })
    await article('Wie zuversichtlich sind wir?').getByText('4,8').waitFor()
    const places = article('Was zuerst?').getByRole('listitem')
    await expect
      .poll(() => plain(places), patience)
      .toEqual(['Rechnung Platz 1,2', 'Hotline Platz 2,2', 'App Platz 2,7'])
    await article('Was erwarten wir?').getByText('Endlich ruhe!').waitFor()
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 })
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      await expect.poll(overflow, patience).toBeLessThanOrEqual(0)
      expect(await findings(page), `${width}`).toEqual([])
    }
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** What stands in each row for the eye. */
async function plain(rows: Locator): Promise<string[]> {
  await rows.first().waitFor()
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => {
      const seen = row.cloneNode(true)
      if (!(seen instanceof Element)) return ''
      for (const part of seen.querySelectorAll('[data-aloud], [data-place]')) part.remove()
      return seen.textContent
    }),
  )
  return texts.map((text) => text.replace(/\s+/g, ' ').trim())
}
