// The results page on its own: what people meant to break it with stays text, files carry the workshop's name, paper is light.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { ActionId, ItemId, ShapeId } from '#shared/ids.ts'
import { Results } from '#shared/results/results.ts'
import { findTemplate } from '#shared/templates/library.ts'
import { findPollSet, questionsIn, scaleIn } from '#shared/templates/poll-sets.ts'
import { axe } from '#tests/support/axe.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { does, enterAsFacilitator, until } from '#tests/support/lead-room.ts'
import { download as take, wholeReport } from '#tests/support/report-reader.ts'
import { createWorkshop, joinByLink, type RunningServer, startServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'

const title = 'Glasfaser: <b>vom Auftrag</b> bis online'
const fileNamed = 'Glasfaser-b-vom-Auftrag-b-bis-online'
const hostilePromise = '<img src=x onerror="document.title=\'gehackt\'"> =cmd()\n\u202Eumgedreht'
const names = ['Cem', '<script>alert(1)</script>', 'مريم', 'Eva', 'Fee']
const choices = [5, 4, 4, 2, 1]
const patience = { timeout: 20_000, interval: 100 }

let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let lead: Room
let voters: SimulatedVoter[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, { title, template: 'support-case', language: 'de' })
  lead = await enterAsFacilitator(server.origin, workshop)
  voters = await Promise.all(
    names.map((name, place) =>
      simulateVoter({
        link: workshop.links.participant,
        name,
        choose: ({ questionKey }) =>
          questionKey === 'expectation-confidence' ? (choices[place] ?? null) : null,
      }),
    ),
  )
})
afterAll(async () => {
  for (const voter of voters ?? []) voter.leave()
  lead?.close()
  await browser?.close()
  await server?.clear()
})

async function open(): Promise<Person> {
  const person = await sitDown(browser, server.origin, { timezoneId: 'Europe/Berlin', acceptDownloads: true })
  await person.page.goto(workshop.links.results)
  await person.page.getByRole('heading', { level: 1, name: title }).waitFor()
  return person
}

describe('before anything has happened', () => {
  test('the page says what will stand here, and already shows the template’s map', async () => {
    const { page, context, complaints } = await open()
    await page.getByText('Noch ist nichts passiert').waitFor()
    await page.getByRole('img', { name: /Bild der Karte/ }).waitFor()
    const [first] = findTemplate('support-case')?.touchpoints ?? []
    await page
      .getByRole('row', { name: first?.title.de ?? 'no touchpoint' })
      .first()
      .waitFor()
    // A section without anything to say is not there, and not in the list of contents.
    await wholeReport(page)
    expect(await page.getByText('Abstimmungen', { exact: true }).count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('after a workshop', () => {
  beforeAll(async () => {
    await does(lead, { type: 'agenda.start' })
    for (const [place, voter] of voters.entries())
      await does(voter.room, { type: 'check-in.accept', promise: place === 1 ? hostilePromise : null })
    await secretPoll('expectation-start')
    await openPoll()
  })

  async function secretPoll(setId: string) {
    const set = findPollSet(setId)
    const [question] = set ? questionsIn(set, 'de', 'start') : []
    if (!question) throw new Error(`No question belongs to ${setId}.`)
    await does(lead, {
      type: 'poll.open',
      mode: 'anonymous',
      questions: [question],
      durationMs: null,
    })
    const pollId = lead.store.getState().confirmed.polls.at(-1)?.pollId
    if (!pollId) throw new Error('The poll that was opened is not there.')
    await until(() => voters.every((voter) => voter.ballot(pollId)?.status === 'acknowledged'))
    await does(lead, { type: 'poll.close', pollId })
    await until(() => lead.store.getState().confirmed.polls.at(-1)?.state === 'closed')
  }

  async function openPoll() {
    await does(lead, {
      type: 'poll.open',
      mode: 'open',
      questions: [
        {
          question: 'Wie sehr spürt die Kundschaft den Unterschied?',
          questionKey: 'own-difference',
          phase: 'during',
          asks: { kind: 'scale', ...scaleIn('difference', 'de') },
        },
      ],
      durationMs: null,
    })
    const pollId = lead.store.getState().confirmed.polls.at(-1)?.pollId
    if (!pollId) throw new Error('The poll that was opened is not there.')
    for (const voter of voters.slice(0, 2)) {
      await until(() => voter.room.store.getState().confirmed.polls.length === 2)
      await does(voter.room, { type: 'poll.answer', pollId, answer: ['scale', 3] })
    }
    await does(lead, { type: 'poll.close', pollId })
  }

  test('polls show what was counted, commitments their authors, and hostile texts are only text', async () => {
    const { page, context, complaints } = await open()
    const secret = page.getByRole('article').filter({ hasText: 'Wie zuversichtlich bin ich' })
    await secret.getByText('3,2').waitFor()
    await secret.getByText(/^Geheim, /).waitFor()
    await secret.getByText(/Prüfwörter: .+ · .+ · .+ · .+/).waitFor()
    await expect
      .poll(() => secret.getByRole('listitem').allTextContents(), patience)
      .toEqual([
        expect.stringContaining('1 gar nicht zuversichtlich: 1 Stimme'),
        expect.stringContaining('2 wenig zuversichtlich: 1 Stimme'),
        expect.stringContaining('3 teils, teils: 0 Stimmen'),
        expect.stringContaining('4 ziemlich zuversichtlich: 2 Stimmen'),
        expect.stringContaining('5 sehr zuversichtlich: 1 Stimme'),
      ])
    await page.getByRole('article').filter({ hasText: 'Offen, nicht anonym' }).getByText('3,0').waitFor()
    const commitments = page.getByRole('region', { name: 'Commitments' })
    await commitments.getByText('5 von 6 haben die Spielregeln angenommen.').waitFor()
    await commitments.getByText('<img src=x onerror=').waitFor()
    await commitments.getByText('<script>alert(1)</script>').waitFor()
    await expect.poll(() => page.title(), patience).toBe(`${title} · Bericht zum Workshop`)
    await wholeReport(page)
    expect(await page.locator('main b, main script, main img:not([alt^="Bild der Karte"])').count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('files carry the workshop’s name and what the page says', async () => {
    const { page, context, complaints } = await open()
    const [markdown, markdownName] = await download(page, 'Markdown')
    expect(markdownName).toBe(`${fileNamed}.md`)
    expect(markdown.toString()).toContain('# Glasfaser: \\<b\\>vom Auftrag\\</b\\> bis online')
    expect(markdown.toString()).not.toMatch(/(?<!\\)<(img|script|b)/)
    const [json, jsonName] = await download(page, 'JSON')
    expect(jsonName).toBe(`${fileNamed}.json`)
    expect(Results.parse(JSON.parse(json.toString())).polls).toHaveLength(2)
    const [png, pngName] = await download(page, 'PNG')
    expect(pngName).toBe(`${fileNamed}.png`)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const [svg, svgName] = await download(page, 'SVG')
    expect(svgName).toBe(`${fileNamed}.svg`)
    expect(svg.toString()).toMatch(/^<svg.*Moment der Wahrheit.*<\/svg>\s*$/s)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the page follows what happens when it is looked at again', async () => {
    const { page, context } = await open()
    await page.getByText('5 von 6 haben').waitFor()
    await does(lead, { type: 'check-in.accept', promise: 'Ich frage am Ende nach.' })
    await page.getByRole('button', { name: 'Aktualisieren' }).click()
    await page.getByText('6 von 6 haben').waitFor()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Aktualisieren' }).click()
    await page.getByText(/Nicht aktualisiert: Der Server antwortet nicht/).waitFor()
    expect(await page.getByText('Ich frage am Ende nach.').isVisible()).toBe(true)
    await context.close()
  })

  test.each([
    ['a phone in the dark', { width: 360, height: 740 }, 'dark'],
    ['half a screen', { width: 720, height: 900 }, 'light'],
    ['a wide screen', { width: 1440, height: 900 }, 'light'],
  ] as const)('on %s it fits and is accessible', async (_, viewport, colorScheme) => {
    const { page, context } = await open()
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await page
      .getByRole('img', { name: /Bild der Karte/ })
      .first()
      .waitFor()
    await wholeReport(page)
    await expect.poll(() => overflowOf(page), patience).toBeLessThanOrEqual(0)
    const { violations } = await (await axe(page)).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual(
      [],
    )
    await context.close()
  })

  test('on paper it is light, without buttons, and dark again afterwards', async () => {
    const { page, context } = await open()
    await page.emulateMedia({ colorScheme: 'dark' })
    const scheme = () =>
      page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'))
    await expect.poll(scheme, patience).toBe('dark')
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    expect(await scheme()).toBe('light')
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    const pictures = page.getByRole('img', { name: /Bild der Karte/ }).filter({ visible: true })
    await expect.poll(() => pictures.count(), patience).toBe(1)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await scheme()).toBe('dark')
    await context.close()
  })
})

describe('passed on', () => {
  let leader: Person

  beforeAll(async () => {
    const read = await fetch(`${server.origin}/api/workshops/${workshop.id}/results.json`, {
      headers: { cookie: (await joinByLink(workshop.links.results)).cookie },
    })
    const [card] = Results.parse(await read.json()).maps[0]?.touchpoints ?? []
    await does(lead, {
      type: 'action.add',
      actionId: ActionId.parse('7'.repeat(32)),
      title: 'Früher anrufen',
      ownerId: null,
      departmentId: null,
      due: '2027-01-15',
      feltFrom: null,
      shapeId: ShapeId.parse(card?.id),
    })
    leader = await sitDown(browser, server.origin)
    await leader.page.goto(workshop.links.facilitator)
    await leader.page.getByRole('textbox', { name: /^Name/ }).fill('Mara')
    await leader.page.getByRole('button', { name: 'Beitreten' }).click()
    await leader.page.getByRole('timer').first().waitFor()
    await leader.page.goto(`${server.origin}/w/${workshop.id}/results?seat=facilitator`)
  })
  afterAll(() => leader?.context.close())

  test('an action leads back to its card, with a picture of that part of the board and the way since', async () => {
    const { page, context, complaints } = await open()
    const action = page.getByRole('region', { name: 'Was beschlossen wurde' }).getByRole('listitem').first()
    const from = action.getByRole('button', { name: /^Aus: / })
    expect(await from.getAttribute('aria-expanded')).toBe('false')
    await from.press('Enter')
    const picture = action.getByRole('img', { name: /^Das Board rund um/ })
    await picture.waitFor()
    const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)
    await expect.poll(width, patience).toBeGreaterThan(100)
    const way = action.getByRole('list', { name: 'Der Weg dieser Maßnahme' }).getByRole('listitem')
    await expect.poll(() => way.allTextContents(), patience).toContainEqual('Fällig15. Januar 2027')
    expect(await way.first().textContent()).toMatch(/^Touchpoint/)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('what a facilitator leaves out is gone for whoever comes by the results link, and marked for them', async () => {
    const { page } = leader
    const shown = page.getByRole('region', { name: 'Was geteilt wird' })
    await shown.getByText('Alle Abschnitte').click()
    await shown.getByRole('checkbox', { name: 'Commitments' }).uncheck()
    await shown.getByText('Gespeichert.').waitFor()
    await shown.getByRole('checkbox', { name: 'Chancen' }).uncheck()
    await shown.getByText('14 von 16 Abschnitten').waitFor()
    await shown.getByText('Gespeichert.').waitFor()
    await page.getByRole('region', { name: 'Commitments' }).getByText('Wird nicht geteilt').waitFor()
    // What the leader passes on as a file is what they share, unless they ask for the rest.
    await page.getByRole('button', { name: 'PNG' }).waitFor({ state: 'detached' })
    await page.getByRole('checkbox', { name: 'Auch, was nicht geteilt wird' }).check()
    await page.getByRole('button', { name: 'PNG' }).waitFor()
    await page.getByRole('checkbox', { name: 'Auch, was nicht geteilt wird' }).uncheck()
    // Nor is it printed: the picture shows all of the board at once.
    const map = page.getByRole('region', { name: 'Die Karte' })
    await map.getByRole('img').first().waitFor()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await map.getByRole('img').count()).toBe(0)
    expect(await page.getByRole('region', { name: 'Commitments' }).count()).toBe(0)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await map.getByRole('img').first().waitFor()
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      const { violations } = await (await axe(page)).analyze()
      expect(violations.map(({ id, nodes }) => `${width} ${id}: ${nodes[0]?.html}`)).toEqual([])
      await expect.poll(() => overflowOf(page), patience).toBeLessThanOrEqual(0)
    }
    const { page: reader, context, complaints } = await open()
    await reader.getByText('Das Bild zeigt das ganze Board.', { exact: false }).waitFor()
    await wholeReport(reader)
    expect(await reader.getByRole('region', { name: 'Commitments' }).count()).toBe(0)
    expect(await reader.getByRole('button', { name: 'PNG' }).count()).toBe(0)
    const got = await reader.evaluate(async (id) => {
      const answer = await fetch(`/api/workshops/${id}/results.json?seat=results`)
      return answer.text()
    }, workshop.id)
    expect(got).not.toContain('Ich frage am Ende nach.')
    const [json] = await download(reader, 'JSON')
    expect(Results.parse(JSON.parse(json.toString())).leftOut).toEqual(['opportunities', 'commitments'])
    expect(complaints).toEqual([])
    await context.close()
    await shown.getByRole('checkbox', { name: 'Chancen' }).check()
    await shown.getByRole('checkbox', { name: 'Commitments' }).check()
    await shown.getByText('Alle Abschnitte').waitFor()
    await shown.getByText('Gespeichert.').waitFor()
  })

  test('of several sessions, one can be chosen, and the address says which', async () => {
    await does(lead, { type: 'session.end', number: 1 })
    const welcome = {
      itemId: ItemId.parse('a'.repeat(32)),
      kind: 'welcome',
      minutes: 5,
      title: 'Hallo',
    } as const
    await does(lead, { type: 'session.prepare', number: 2, items: [welcome] })
    await does(lead, { type: 'session.start' })
    const { page, context, complaints } = await open()
    const choice = page.getByRole('navigation', { name: 'Sitzung wählen' })
    await expect.poll(() => choice.getByRole('link').count(), patience).toBe(3)
    await page.getByRole('region', { name: 'Über die Sitzungen' }).waitFor()
    await choice.getByRole('link', { name: /^Sitzung 1/ }).press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('session'), patience).toBe('1')
    await page.getByRole('article').filter({ hasText: 'Wie zuversichtlich bin ich' }).waitFor()
    await choice.getByRole('link', { name: /^Sitzung 2/ }).click()
    await expect.poll(() => page.getByRole('region', { name: 'Abstimmungen' }).count(), patience).toBe(0)
    await page.reload()
    await choice.locator('[aria-current]').filter({ hasText: 'Sitzung 2' }).waitFor()
    const { violations } = await (await axe(page)).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('every file is made, one at a time, and none is empty', async () => {
    const { page, context, complaints } = await open()
    const block = page.getByRole('region', { name: 'Downloads' })
    await block.getByText('English').click()
    for (const label of [
      'PDF',
      'PowerPoint',
      'Excel',
      'Markdown',
      'CSV-Tabellen (ZIP)',
      'Kalender (ICS)',
      'JSON',
    ]) {
      const [file] = await download(page, label)
      expect(file.length, label).toBeGreaterThan(100)
      await block.getByText(/^Gespeichert: /).waitFor()
      if (label === 'Markdown') expect(file.toString()).toContain('## What was decided')
    }
    expect(complaints).toEqual([])
    await context.close()
  })
})

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function download(page: Page, label: string): Promise<[Buffer, string]> {
  const { file, name } = await take(page, label)
  return [Buffer.from(file), name]
}
