// Two sessions of one workshop: the first is closed in the closing view, the second begins with what is due; a receiver hears of both.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { WebhookAnswer } from '#shared/access/webhook.ts'
import { textAnswer } from '#shared/facilitation/questions.ts'
import { ActionId, ItemId } from '#shared/ids.ts'
import { Results } from '#shared/results/results.ts'
import { findPollSet, questionsIn } from '#shared/templates/poll-sets.ts'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { sitAtPanel } from '#tests/support/come-in.ts'
import { does, enterAsFacilitator, until } from '#tests/support/lead-room.ts'
import { heard } from '#tests/support/live-region.ts'
import { createWorkshop, joinByLink, type RunningServer, startServer } from '#tests/support/server.ts'
import { type SimulatedVoter, simulateVoter } from '#tests/support/simulated-voter.ts'
import { inSteps } from '#tests/support/steps.ts'

const item = (kind: 'discussion' | 'actions', title: string) => ({
  itemId: ItemId.parse(kind),
  kind,
  minutes: 5,
  title,
})
const agenda = [item('discussion', 'Reden'), item('actions', 'Beschließen')]
const topic = 'Preise im neuen Tarif'
const concern = 'Das wird zu teuer'
const title = 'SMS je Wechselschritt'
const actionId = ActionId.parse('a'.repeat(32))
const phoneSize = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

type Posted = { headers: Record<string, unknown>; body: string }
const received: Posted[] = []
let receiver: Server
let secret: string
let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
/** Moves the agenda. */
let lead: Room
/** So many that answers in secret can be shown. */
let others: SimulatedVoter[]
let mara: Person
let bo: Person
const people: Record<string, Person> = {}

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(204).end()
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  server = await startServer({ env: { WEBHOOK_TRUSTED_HOSTS: '127.0.0.1' } })
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, {
    template: 'onboarding-telecom',
    language: 'de',
    title: 'Glasfaser: vom Auftrag bis online',
    agenda,
  })
  const { links } = workshop
  secret = await setWebhook()
  lead = await enterAsFacilitator(server.origin, workshop)
  people['two-sessions-mara'] = mara = await sitAtPanel(
    browser,
    links.facilitator.replace('#', '?panel#'),
    'Mara',
  )
  people['two-sessions-bo'] = bo = await sitAtPanel(browser, links.participant, 'Bo', phoneSize)
  others = await Promise.all(
    ['Cem', 'Dana', 'Eva', 'Fee', 'Greta'].map((name, place) =>
      simulateVoter({
        link: links.participant,
        name,
        choose: () => 2 + (place % 2),
        concern: ({ question }) => (place === 0 && question === 'Reden' ? textAnswer(concern) : null),
      }),
    ),
  )
})
afterAll(async () => {
  for (const other of others ?? []) other.leave()
  lead?.close()
  await browser?.close()
  await server?.clear()
  receiver?.close()
})

inSteps(() => people)

async function setWebhook(): Promise<string> {
  const { cookie } = await joinByLink(workshop.links.facilitator, { name: 'Ina' })
  const { port } = receiver.address() as AddressInfo // a TCP server's address is one
  const response = await fetch(`${server.origin}/api/workshops/${workshop.id}/webhook?seat=facilitator`, {
    method: 'PUT',
    headers: { cookie, origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ url: `http://127.0.0.1:${port}/runde` }),
  })
  return WebhookAnswer.parse(await response.json()).webhook?.secret ?? ''
}

const seen = (scope: Page | Locator, text: string | RegExp) => scope.getByText(text).first().waitFor()
const strip = (name: string) =>
  mara.page.getByRole('region', { name: 'Leitung des Workshops' }).getByRole('button', { name }).click()
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a topic that leads too far is parked in one line, and everybody hears of it', async () => {
  await does(lead, { type: 'session.start' })
  const { page } = bo
  await page.getByRole('button', { name: /^Themenspeicher/ }).click()
  await page.getByRole('textbox', { name: 'Thema parken' }).fill(topic)
  const told = heard(mara.page, `Geparkt: ${topic}`)
  await page.keyboard.press('Enter')
  await told
  await mara.page.getByRole('button', { name: 'Themenspeicher 1 offen' }).click()
  await seen(mara.page, 'bei „Reden“')
  expect(await findings(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
})

test('the closing view says what is missing and mends it, writes the summary and ends the session', async () => {
  await until(() => lead.store.getState().confirmed.concerns.length === 1)
  const boxId = lead.store.getState().confirmed.concerns[0]?.poll.pollId
  await until(() => boxId !== undefined && others[0]?.ballot(boxId)?.draft?.[0] === 'text')
  await does(lead, { type: 'agenda.advance', fromItemId: ItemId.parse('discussion') })
  const set = findPollSet('expectation-start')
  const [question] = set ? questionsIn(set, 'de', 'start') : []
  if (!question) throw new Error('There is no question for the start.')
  await does(lead, { type: 'poll.open', mode: 'anonymous', questions: [question], durationMs: null })
  const pollId = lead.store.getState().confirmed.polls.at(-1)?.pollId
  if (!pollId) throw new Error('The poll is not there.')
  await until(() => others.every((other) => other.ballot(pollId)?.status === 'acknowledged'))
  await does(lead, { type: 'poll.close', pollId })
  await until(() => lead.store.getState().confirmed.polls.at(-1)?.state === 'closed')
  for (const { room } of others) await does(room, { type: 'check-in.accept', promise: 'Ich höre zu.' })
  const nothing = { ownerId: null, departmentId: null, due: null, feltFrom: null, shapeId: null }
  await does(lead, { type: 'action.add', actionId, title, ...nothing })

  await strip('Abschluss')
  const dialog = mara.page.getByRole('dialog', { name: 'Abschluss' })
  await seen(dialog, 'ohne Verantwortliche, ohne Datum')
  await seen(dialog, '5 Commitments: Noch niemand hat gefragt, ob sie gehalten wurden.')
  await seen(dialog, 'Sorge zu „Reden“, noch ohne Antwort')
  await seen(dialog, concern)
  await dialog.getByRole('button', { name: 'Ist beantwortet' }).click()
  await dialog.getByText(concern).waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: `„${title}“ ergänzen` }).click()
  const form = mara.page.getByRole('dialog', { name: 'Maßnahme' })
  await form.getByLabel('Fällig am').fill(inAMonth)
  await form.getByLabel(/^Verantwortlich/).selectOption({ label: 'Bo' })
  await form.getByRole('button', { name: 'Speichern' }).click()
  await seen(dialog, /5 Commitments/)
  await dialog.getByText('ohne Verantwortliche').waitFor({ state: 'detached' })

  await dialog.getByLabel('Tag und Uhrzeit').fill(`${inAMonth}T14:00`)
  await dialog.getByLabel('Tag und Uhrzeit').press('Enter')
  const summary = dialog.getByRole('textbox', { name: 'Text der Zusammenfassung' })
  await expect.poll(() => summary.inputValue(), { timeout: 20_000 }).toMatch(/Nächste Sitzung: .*14:00 \S+/)
  const text = await summary.inputValue()
  expect(text).toContain(`– ${title} (verantwortlich: Bo; fällig am `)
  expect(text).toContain(`Im Themenspeicher\n– ${topic}`)
  expect(text).toContain(`Alle Ergebnisse: ${workshop.links.results}`)
  const mail = await dialog.getByRole('link', { name: 'In E-Mail öffnen' }).getAttribute('href')
  expect(new URL(mail ?? '').searchParams.get('body')).toContain(title)
  await dialog.getByText('English', { exact: true }).click()
  await expect.poll(() => summary.inputValue()).toContain('In the parking lot')
  expect(await findings(mara.page)).toEqual([])

  const told = heard(bo.page, 'Die Sitzung ist zu Ende.')
  await dialog.getByRole('button', { name: 'Sitzung beenden' }).click()
  await seen(dialog, 'Die Sitzung ist zu Ende.')
  await told
  await dialog.getByRole('link', { name: 'Ergebnisse ansehen' }).waitFor()
  await dialog.getByRole('button', { name: 'Nächste Sitzung vorbereiten' }).click()
})

test('the next session is prepared, and everybody sees what is due before it starts', async () => {
  const dialog = mara.page.getByRole('dialog', { name: 'Nächste Sitzung vorbereiten' })
  await dialog.getByRole('checkbox', { name: /seit dem letzten Mal/ }).waitFor()
  await dialog
    .getByRole('button', { name: /30 Min/ })
    .first()
    .click()
  const due = bo.page.locator('[data-due]')
  await due.getByRole('heading', { name: 'Seit dem letzten Mal' }).waitFor()
  await seen(due, title)
  await seen(due, 'Offen: 1')
  await seen(due, /^Was daraus wurde, fragt die Sitzung/)
  await seen(due, 'vorher 2,4')
  await seen(due, topic)
  expect(await findings(bo.page)).toEqual([])
  expect(await sideways(bo.page)).toBe(0)
})

test('it begins with what has happened since, and an action becomes live right there', async () => {
  await strip('Sitzung beginnen')
  await bo.page.getByRole('heading', { name: 'Was ist seit dem letzten Mal passiert?' }).waitFor()
  // Its owner says so, everybody sees it.
  await bo.page.getByLabel(`Stand von „${title}“`).selectOption({ label: 'Für Kunden spürbar' })
  await seen(mara.page.locator('[data-due]'), 'Für Kunden spürbar: 1')
  expect(await findings(mara.page)).toEqual([])
  await does(lead, { type: 'session.end', number: 2 })
})

test('a receiver has heard of the end of each session once, under the workshop’s signature', async () => {
  await expect.poll(() => received.length, { timeout: 40_000 }).toBe(2)
  for (const [place, { headers, body }] of received.entries()) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    )
    expect(body).toContain(title)
    expect(JSON.stringify(JSON.parse(body)).match(/"endedAt":"/g)?.length).toBeGreaterThan(place)
  }
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
})

test('the results have both sessions, the live action and the parked topic', async () => {
  const reader = await sitDown(browser, server.origin)
  const { page } = reader
  const [response] = await Promise.all([
    page.waitForResponse(/results\.json/),
    page.goto(workshop.links.results),
  ])
  const results = Results.parse(await response.json())
  expect(results.sessions.map(({ number, endedAt }) => [number, endedAt !== null])).toEqual([
    [1, true],
    [2, true],
  ])
  expect(results.actions).toMatchObject([{ title, decidedIn: 1, state: 'live', owner: { name: 'Bo' } }])
  expect(results.parkingLot).toEqual([{ topic, itemTitle: 'Reden', sessionNumber: 1, settled: false }])
  await seen(page, title)
  expect(reader.complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([])
  await reader.context.close()
})

test('no page complained', () => {
  for (const { complaints } of [mara, bo]) expect(complaints).toEqual([])
})
