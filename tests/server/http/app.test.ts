// What every answer has in common: headers, caching, errors with a sentence, and pages only where pages are.

import { request } from 'node:http'
import { Router } from 'express'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { AppParts } from '#server/http/app.ts'
import { createMetrics } from '#server/http/health.ts'
import { openApp, refusalOf, type TestApp } from '#tests/support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

/** An app with other parts than the one that the tests share. */
async function withParts(parts: Partial<AppParts>): Promise<TestApp> {
  const other = await openApp({ app: parts })
  onTestFinished(() => other.close())
  return other
}

const html = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

test.each(['/', '/w/n5b9eer8y9f6', '/w/n5b9eer8y9f6/results', '/w/not-an-id', '/secrecy'])(
  '%s is the page, asked for anew each time',
  async (path) => {
    const answer = await app.ask('GET', path, html)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<title>Runde</title>')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  },
)

test('an address that leads nowhere is the page for people and a sentence for programs, both with 404', async () => {
  for (const path of ['/nope', '/w', '/w/a/b', '/assets/gone.js']) {
    const [person, program] = [await app.ask('GET', path, html), await app.ask('GET', path)]
    expect([person.status, program.status]).toEqual([404, 404])
    expect(person.text).toContain('<title>')
    expect(refusalOf(program)).toBe('not-found')
  }
  expect(refusalOf(await app.ask('POST', '/'))).toBe('not-found')
})

test('below /api nobody gets a page', async () => {
  for (const path of ['/api', '/api/', '/api/nope', '/api/workshops'])
    expect(refusalOf(await app.ask('GET', path, html))).toBe('not-found')
})

test.each(['br', 'gzip', 'identity'])(
  'files with a hash in their name are kept for ever, and sent as %s when that is understood',
  async (encoding) => {
    const answer = await app.ask('GET', '/assets/main-4f2a.js', { headers: { 'accept-encoding': encoding } })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('export const text = "xxx')
    expect(answer.headers.get('content-type')).toMatch(/javascript/)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding)
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
  },
)

test('a hashed name that is not there is not found, however often it is asked for', async () => {
  for (const encoding of ['br', 'gzip', 'br'])
    expect(
      refusalOf(await app.ask('GET', '/assets/main-0000.js', { headers: { 'accept-encoding': encoding } })),
    ).toBe('not-found')
})

test('no path leads out of the pages', async () => {
  for (const path of [
    '/../../../../etc/passwd',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/.%00/',
  ]) {
    const answer = await raw(app, path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text).not.toMatch(/root:|"name": "runde"/)
  }
})

test('a page runs our scripts only, is in nobody’s frame, and tells nobody where it was', async () => {
  const { headers } = await app.ask('GET', '/')
  expect(headers.get('content-security-policy')?.split(';')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' blob: data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ])
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('x-frame-options')).toBeNull()
})

test('an operator can let a meeting client show us in its frame', async () => {
  const other = await withParts({ frameAncestors: ["'self'", 'https://meet.example.org'] })
  const policy = (await other.ask('GET', '/')).headers.get('content-security-policy')
  expect(policy).toContain("frame-ancestors 'self' https://meet.example.org")
})

test('what the interface answers is kept nowhere', async () => {
  for (const path of ['/api/templates', '/api/nope', '/api/workshops/x/seat'])
    expect((await app.ask('GET', path)).headers.get('cache-control')).toBe('no-store')
})

test('the templates and the settings of the browser are there for all', async () => {
  const templates = (await app.ask('GET', '/api/templates')).json
  expect(templates).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'support-case' })]))
  expect((await app.ask('GET', '/api/config')).json).toEqual({ version: '1.2.3', tldrawLicenseKey: null })
})

test('a client that has not been built is named as such', async () => {
  const pages = { isDev: false, files: Router(), page: async () => null, close: async () => {} }
  const other = await withParts({ pages })
  const answer = await other.ask('GET', '/')
  expect(answer.status).toBe(503)
  expect(refusalOf(answer)).toBe('not-built')
})

test('the ballot box stands before everything: no header of ours, no measuring, no origin asked', async () => {
  const ballots = Router().get('/probe', (_request, response) => void response.end('box'))
  const metrics = createMetrics()
  const other = await withParts({ ballots, metrics })
  const answer = await other.ask('GET', '/b/probe', { headers: { origin: 'https://evil.example' } })
  expect(answer.text).toBe('box')
  expect(answer.headers.get('content-security-policy')).toBeNull()
  expect((await metrics.requests.get()).values).toEqual([])
})

test.each([
  ['JSON in another charset', 'application/json; charset=iso-8859-1', '{}', 'not-json'],
  ['no JSON at all', 'text/plain', 'hello', 'not-json'],
  ['a form', 'application/x-www-form-urlencoded', 'title=a', 'not-json'],
  ['a bare word', 'application/json', 'hello', 'malformed-json'],
  ['a bare number', 'application/json', '7', 'malformed-json'],
])('%s in a body is refused with a sentence', async (_what, type, body, code) => {
  expect(
    refusalOf(await app.ask('POST', '/api/workshops', { body, headers: { 'content-type': type } })),
  ).toBe(code)
})

test('an address that cannot be read is refused with a sentence', async () => {
  const answer = await raw(app, '/api/workshops/%E0%A4%A/seat')
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('bad-request')
})

test('a bug gets a number that is in the answer and in the log, and tells nothing else', async () => {
  const bugs: unknown[] = []
  const api = [
    Router().get('/broken', () => {
      throw new Error('secret detail')
    }),
  ]
  const bug = (fact: string, error: unknown) => {
    bugs.push([fact, error])
    return 'e1a2b3c4'
  }
  const other = await withParts({ api, log: { info: () => {}, warn: () => {}, bug } })
  const answer = await other.ask('GET', '/api/broken')
  expect(answer.status).toBe(500)
  expect(refusalOf(answer)).toBe('bug')
  expect(answer.text).toContain('e1a2b3c4')
  expect(answer.text).not.toContain('secret detail')
  expect(bugs).toEqual([['http.failed', expect.objectContaining({ message: 'secret detail' })]])
})

test('requests are measured by route and name no workshop', async () => {
  const { id } = await app.create()
  await app.ask('GET', `/api/workshops/${id}/seat`)
  await app.ask('GET', '/w/secret-looking-thing')
  const { text } = await app.ask('GET', '/metrics')
  expect(text).toContain('route="/api/workshops/:id/seat"')
  expect(text).toContain('process_cpu')
  expect(text).not.toContain(id)
  expect(text).not.toContain('secret-looking')
})

/** Sends a path as it stands; fetch would tidy it first. */
function raw({ origin }: TestApp, path: string): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const { hostname, port } = new URL(origin)
  request({ hostname, port, path }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
  })
    .on('error', reject)
    .end()
  return promise
}
