// The webhook in a facilitator's hands: given, tried, refused, mended; what a receiver can check, and what it never gets.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#client/facilitation/room-store.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { ActionId, ItemId, TopicId } from '#shared/ids.ts'
import { findings } from '#tests/support/axe.ts'
import { openBrowser, type Person, sitDown } from '#tests/support/browser.ts'
import { copiedBy } from '#tests/support/clipboard.ts'
import { comeIn } from '#tests/support/come-in.ts'
import { takesFocus } from '#tests/support/focus.ts'
import { does, enterAsFacilitator } from '#tests/support/lead-room.ts'
import { heard } from '#tests/support/live-region.ts'
import { createWorkshop, type RunningServer, startServer } from '#tests/support/server.ts'
import { inSteps } from '#tests/support/steps.ts'

const topic = 'Preise im neuen Tarif'
const title = 'SMS je Wechselschritt'
const phoneSize = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

let received: { headers: IncomingHttpHeaders; body: string }[] = []
/** What the receiver answers next. */
let answers: { status: number; headers?: Record<string, string> } = { status: 204 }
let receiver: Server
let address: string
let server: RunningServer
let browser: Browser
let workshop: CreatedWorkshop
let lead: Room
let mara: Person
let kai: Person
const people: Record<string, Person> = {}

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(answers.status, answers.headers).end()
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/runde` // a TCP server's address is one
  server = await startServer({ env: { WEBHOOK_TRUSTED_HOSTS: '127.0.0.1' } })
  browser = await openBrowser()
  workshop = await createWorkshop(server.origin, {
    language: 'de',
    title: 'Glasfaser: vom Auftrag bis online',
    agenda: [{ itemId: ItemId.parse('reden'), kind: 'discussion', minutes: 5, title: 'Reden' }],
  })
  lead = await enterAsFacilitator(server.origin, workshop)
  people['webhook-mara'] = mara = await sit('Mara', {})
  people['webhook-kai'] = kai = await sit('Kai', { ...phoneSize, locale: 'en-GB', colorScheme: 'dark' })
})
afterAll(async () => {
  lead?.close()
  await browser?.close()
  await server?.clear()
  receiver?.close()
})

inSteps(() => people)

async function sit(name: string, options: Parameters<typeof sitDown>[2]): Promise<Person> {
  const person = await sitDown(browser, server.origin, options)
  await comeIn(person.page, workshop.links.facilitator.replace('#', '?panel#'), { name })
  await person.page.getByRole('button', { name: /^(Mehr|More)$/ }).waitFor()
  return person
}

async function openData(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^(Mehr|More)$/ }).click()
  await page.getByRole('menuitem', { name: /^(Daten und Löschen|Data and deletion)$/ }).click()
  const part = page.getByRole('dialog').getByRole('region', { name: /Webhook/i })
  await part.getByRole('textbox').waitFor()
  return part
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** By the Standard Webhooks specification, with nothing of ours: over "id.timestamp.body", under the secret's bytes. */
function isSigned(
  { headers, body }: { headers: IncomingHttpHeaders; body: string },
  secret: string,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return String(signatures)
    .split(' ')
    .some((signature) => {
      const [version, base64 = ''] = signature.split(',')
      const given = Buffer.from(base64, 'base64')
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
    })
}

test('an address that is none is refused in place, and nothing is kept of it', async () => {
  const part = await openData(mara.page)
  const field = part.getByRole('textbox', { name: 'Adresse' })
  // The sentence of the one before still stands there: that nothing was sent is what tells of each.
  const sent: (string | null)[] = []
  mara.page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.postData())
  })
  for (const wrong of ['', 'example.org/runde', 'ftp://example.org', 'https://ina:geheim@example.org/']) {
    await field.fill(wrong)
    await field.press('Enter')
    await part.getByText(/^Eine ganze Adresse angeben/).waitFor()
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
  }
  expect(await findings(mara.page)).toEqual([])
  expect(sent).toEqual([])
  expect(await part.getByRole('button', { name: 'Probe senden' }).count()).toBe(0)
})

test('a private address is kept and never posted to, and why is said', async () => {
  const part = mara.page.getByRole('dialog').getByRole('region', { name: /Webhook/ })
  const field = part.getByRole('textbox', { name: 'Adresse' })
  await field.fill('https://10.0.0.7/runde')
  await field.press('Enter')
  await heard(mara.page, 'Gespeichert. Eine Probe zeigt, ob die Adresse antwortet.')
  // By keyboard: the button that comes next has the focus.
  await expect.poll(() => focused(mara.page)).toBe('Probe senden')
  await mara.page.keyboard.press('Enter')
  await part.getByText('Die Adresse führt in ein privates Netz.').waitFor()
  await heard(mara.page, 'Probe: nicht angekommen')
  expect(await findings(mara.page)).toEqual([])
  expect(received).toEqual([])
})

test('a trial says what the other side answered, and is signed', async () => {
  const part = mara.page.getByRole('dialog').getByRole('region', { name: /Webhook/ })
  const field = part.getByRole('textbox', { name: 'Adresse' })
  await field.fill(address)
  await part.getByRole('button', { name: 'Adresse ändern' }).click()
  await part.getByRole('button', { name: 'Adresse ändern' }).waitFor({ state: 'detached' })
  const trial = part.getByRole('button', { name: 'Probe senden' })
  const newest = part.getByRole('listitem').first()
  for (const [answer, words] of [
    [{ status: 500 }, 'Die Gegenseite hat abgelehnt (Status 500).'],
    [{ status: 302, headers: { location: address } }, 'Die Adresse leitet weiter (Status 302).'],
    [{ status: 204 }, 'Probe: angekommen'],
  ] as const) {
    answers = answer
    await trial.click()
    await newest.filter({ hasText: words }).waitFor()
  }
  // Nobody followed anywhere.
  expect(received.length).toBe(3)
  const secret = await secretOf(part)
  for (const post of received) expect(isSigned(post, secret)).toBe(true)
  const [first] = received
  if (!first) throw new Error('Nothing was posted.')
  expect(isSigned({ ...first, body: `${first.body} ` }, secret)).toBe(false)
  expect(isSigned(first, `whsec_${Buffer.alloc(24).toString('base64')}`)).toBe(false)
})

test('another facilitator finds the same on a phone, and until it is there no field that looks empty', async () => {
  let answer = () => {}
  const isLetThrough = new Promise<void>((resolve) => {
    answer = resolve
  })
  const asked = kai.page.waitForRequest(/\/webhook(\?|$)/)
  await kai.page.route(/\/webhook(\?|$)/, async (route) => {
    await isLetThrough
    await route.continue()
  })
  const opening = openData(kai.page)
  await asked
  const dialog = kai.page.getByRole('dialog')
  await dialog.getByRole('heading', { name: /webhook/i }).waitFor()
  expect(await dialog.getByRole('textbox', { name: 'Address' }).count()).toBe(0)
  answer()
  const part = await opening
  await expect.poll(() => part.getByRole('textbox', { name: 'Address' }).inputValue()).toBe(address)
  await part.getByText('Trial: arrived').waitFor()
  await part.getByText('The other side refused (status 500).').waitFor()
  expect(await findings(kai.page)).toEqual([])
  expect(await sideways(kai.page)).toBe(0)
  await kai.page.keyboard.press('Escape')
})

test('an address that could not be asked for is asked for again in place', async () => {
  const request = /\/webhook(\?|$)/
  await kai.page.route(request, (route) => route.fulfill({ body: 'cut o' }))
  await kai.page.getByRole('button', { name: 'More', exact: true }).click()
  await kai.page.getByRole('menuitem', { name: 'Data and deletion' }).click()
  const part = kai.page.getByRole('dialog').getByRole('region', { name: /webhook/i })
  const again = part.getByRole('button', { name: 'Try again' })
  await again.waitFor()
  await part.getByRole('alert').waitFor()
  expect(await part.getByRole('textbox').count()).toBe(0)
  await kai.page.unroute(request)
  await again.focus()
  await kai.page.keyboard.press('Enter')
  const field = part.getByRole('textbox', { name: 'Address' })
  await field.waitFor()
  await takesFocus(field)
  await kai.page.keyboard.press('Escape')
})

test('at the end of a session the results arrive, without the sections that were left out', async () => {
  await does(lead, { type: 'session.start' })
  await does(lead, { type: 'topic.park', topicId: TopicId.parse('b'.repeat(32)), text: topic })
  await does(lead, {
    type: 'action.add',
    actionId: ActionId.parse('a'.repeat(32)),
    title,
    ownerId: null,
    departmentId: null,
    due: null,
    feltFrom: null,
    shapeId: null,
  })
  await does(lead, { type: 'report.leave-out', sections: ['parking-lot'] })
  received = []
  answers = { status: 200 }
  await does(lead, { type: 'session.end', number: 1 })
  await expect.poll(() => received.length, { timeout: 40_000 }).toBe(1)
  const [post] = received
  if (!post) throw new Error('Nothing was posted.')
  const part = mara.page.getByRole('dialog').getByRole('region', { name: /Webhook/ })
  expect(isSigned(post, await secretOf(part))).toBe(true)
  expect(JSON.parse(post.body)).toMatchObject({ type: 'session.ended', data: { session: 1 } })
  expect(post.body).toContain(title)
  expect(post.body).not.toContain(topic)
  await mara.page.keyboard.press('Escape')
  const again = await openData(mara.page)
  await again.getByText('Sitzung 1: angekommen').waitFor()
})

test('it is removed by keyboard, and then there is nothing to send to', async () => {
  const part = mara.page.getByRole('dialog').getByRole('region', { name: /Webhook/ })
  await part.getByRole('button', { name: 'Nicht mehr senden' }).press('Enter')
  await part.getByRole('button', { name: 'Probe senden' }).waitFor({ state: 'detached' })
  await heard(mara.page, 'Die Ergebnisse werden nicht mehr weitergeschickt.')
  const field = part.getByRole('textbox', { name: 'Adresse' })
  await expect.poll(() => field.inputValue()).toBe('')
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  await expect.poll(() => part.getByRole('listitem').count()).toBe(0)
  // Where the server does not answer, it says so, and what was written stays.
  await mara.context.setOffline(true)
  await field.fill('https://example.org/runde')
  await field.press('Enter')
  await part.getByRole('alert').getByText('Der Server antwortet nicht.').waitFor()
  expect(await field.inputValue()).toBe('https://example.org/runde')
  await mara.context.setOffline(false)
})

test('no page complained', () => {
  const isOffline = (complaint: string) => /ERR_INTERNET_DISCONNECTED/.test(complaint)
  for (const { complaints } of [mara, kai])
    expect(complaints.filter((complaint) => !isOffline(complaint))).toEqual([])
})

/** As it is handed over: the page holds it for the button that copies it, and shows it nowhere. */
async function secretOf(part: Locator): Promise<string> {
  await mara.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
  expect(await part.textContent()).not.toContain('whsec_')
  return copiedBy(mara.page, () => part.getByRole('button', { name: /Schlüssel/ }).click())
}
