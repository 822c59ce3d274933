// The environment: what is taken when nothing is set, and which sentence a wrong variable gets.
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'

test('an empty environment is a server for a room, with data beside it', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    config: {
      port: 3000,
      host: null,
      dataDir: resolve('data'),
      publicUrl: null,
      allowedOrigins: [],
      frameAncestors: ["'none'"],
      logLevel: 'info',
      trustProxy: 0,
      serverKey: null,
      webhookTrustedHosts: [],
      tldrawLicenseKey: null,
      retentionDays: 90,
      isRunByNpm: false,
    },
  })
})

test('an empty variable counts as unset, and other programs’ variables are left alone', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ', RUNDE_PORT: 'x', PATH: '/bin' })).toEqual(readConfig({}))
})

test('what is set is taken', () => {
  const answer = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: '/var/lib/runde',
    PUBLIC_URL: 'https://runde.example.org/',
    ALLOWED_ORIGINS: 'https://meet.example.org, http://localhost:5173',
    FRAME_ANCESTORS: "'self' https://*.example.org",
    LOG_LEVEL: 'warn',
    TRUST_PROXY: 'true',
    SERVER_KEY: 'ab'.repeat(32),
    WEBHOOK_TRUSTED_HOSTS: 'N8N.intern, 10.0.0.7',
    TLDRAW_LICENSE_KEY: 'k',
    RETENTION_DAYS: '30',
    npm_lifecycle_event: 'start',
  })
  expect(answer).toEqual({
    ok: true,
    config: {
      port: 0,
      host: '127.0.0.1',
      dataDir: resolve('/var/lib/runde'),
      publicUrl: 'https://runde.example.org',
      allowedOrigins: ['https://meet.example.org', 'http://localhost:5173'],
      frameAncestors: ["'self'", 'https://*.example.org'],
      logLevel: 'warn',
      trustProxy: 1,
      serverKey: Buffer.alloc(32, 0xab),
      webhookTrustedHosts: ['n8n.intern', '10.0.0.7'],
      tldrawLicenseKey: 'k',
      retentionDays: 30,
      isRunByNpm: true,
    },
  })
})

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['HOST', 'http://localhost'],
  ['PUBLIC_URL', 'runde.example.org'],
  ['PUBLIC_URL', 'https://example.org/runde'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['PUBLIC_URL', 'https://user:word@example.org'],
  ['ALLOWED_ORIGINS', 'https://a.example, b'],
  ['FRAME_ANCESTORS', "'self'; script-src *"],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10'],
  ['SERVER_KEY', 'secret'],
  ['RETENTION_DAYS', '0'],
  ['RETENTION_DAYS', 'always'],
])('%s=%s gets one sentence that names it and says what to do', (name, value) => {
  const answer = readConfig({ [name]: value })
  if (answer.ok) expect.fail(`${name}=${value} was taken`)
  expect(answer.problems).toHaveLength(1)
  expect(answer.problems[0]).toMatch(new RegExp(`^${name} must .{20,}\\.$`))
})

test('every wrong variable is named, not only the first', () => {
  const answer = readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })
  expect(answer.ok ? [] : answer.problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'LOG_LEVEL',
  ])
})

test('workshops can be kept until somebody deletes them', () => {
  const answer = readConfig({ RETENTION_DAYS: 'never' })
  expect(answer.ok && answer.config.retentionDays).toBeNull()
})

test('a server key is not repeated in the sentence about it', () => {
  const answer = readConfig({ SERVER_KEY: 'almost-a-secret' })
  expect(answer.ok ? '' : answer.problems.join()).not.toContain('almost-a-secret')
})
