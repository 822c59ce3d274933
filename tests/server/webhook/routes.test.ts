// Who may say where the results are posted, and what is taken for an address.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Posted } from '#server/webhook/post.ts'
import type { CreatedWorkshop } from '#shared/access/api.ts'
import { WebhookAnswer } from '#shared/access/webhook.ts'
import { cookieOf, openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
let workshop: CreatedWorkshop
let lead = ''
const posts: string[] = []
const post = async (url: string): Promise<Posted> => {
  posts.push(url)
  return { ok: true, status: 200 }
}
beforeEach(async () => {
  posts.length = 0
  app = await openApp({ post })
  workshop = await app.create()
  lead = await seatIn(workshop.links.facilitator)
})
afterEach(() => app.close())

const seatIn = async (link: string) => cookieOf(await app.join(link))
const ask = (method: string, path = '', body?: unknown, cookie = lead) =>
  app.ask(method, `/api/workshops/${workshop.id}/webhook${path}`, {
    headers: cookie ? { cookie } : {},
    ...(body ? { body } : {}),
  })

test('a facilitator sets an address, tries it, and takes it away', async () => {
  expect(WebhookAnswer.parse((await ask('GET')).json)).toEqual({ webhook: null })
  expect(refusalOf(await ask('POST', '/trial'))).toBe('no-webhook')
  const url = 'https://hooks.example/in?key=1'
  const { webhook } = WebhookAnswer.parse((await ask('PUT', '', { url })).json)
  expect(webhook).toMatchObject({ url, deliveries: [] })
  expect((await ask('POST', '/trial')).json).toMatchObject({ state: 'delivered', status: 200 })
  expect(posts).toEqual([url])
  expect(WebhookAnswer.parse((await ask('GET')).json).webhook?.deliveries).toHaveLength(1)
  expect((await ask('DELETE')).status).toBe(204)
  expect(WebhookAnswer.parse((await ask('GET')).json)).toEqual({ webhook: null })
})

test('nobody else sees the address or the secret, or changes them', async () => {
  await ask('PUT', '', { url: 'https://hooks.example/in' })
  const { participant, observer, results } = workshop.links
  for (const link of [participant, observer, results]) {
    const cookie = await seatIn(link)
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PUT', '', { url: 'https://evil.example/' }],
      ['DELETE', '', undefined],
      ['POST', '/trial', undefined],
    ] as const)
      expect(refusalOf(await ask(method, path, body, cookie))).toBe('not-allowed')
  }
  expect(refusalOf(await ask('GET', '', undefined, ''))).toBe('no-seat')
  expect(posts).toEqual([])
})

test.each([
  'hooks.example/in',
  'ftp://hooks.example/',
  'javascript:alert(1)',
  'https://name:word@hooks.example/',
  'https://name@hooks.example/',
  'https://',
  `https://hooks.example/${'x'.repeat(2000)}`,
  '',
  7,
  null,
])('%j is no address', async (url) => {
  expect(refusalOf(await ask('PUT', '', { url }))).toBe('invalid')
})

test('ten trials in ten minutes are enough', async () => {
  await ask('PUT', '', { url: 'https://hooks.example/in' })
  for (let count = 0; count < 10; count += 1) expect((await ask('POST', '/trial')).status).toBe(200)
  expect(refusalOf(await ask('POST', '/trial'))).toBe('too-many-requests')
  app.clock.now += 600_001
  expect((await ask('POST', '/trial')).status).toBe(200)
})
