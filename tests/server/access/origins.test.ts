// Under which address we are seen, and whom a proxy is believed about.
import { expect, test } from 'vitest'
import { createOrigins } from '#server/access/origins.ts'
import { upgradeRequest } from '#tests/support/app.ts'

const forwarded = {
  host: 'inner:3000',
  'x-forwarded-host': 'runde.example.org',
  'x-forwarded-proto': 'https',
}
const origins = (settings: { publicUrl?: string; trustProxy?: number } = {}) =>
  createOrigins({ publicUrl: null, allowedOrigins: [], trustProxy: 0, ...settings })

test('without a proxy the address is what the sender wrote', () => {
  expect(origins().own(upgradeRequest({ host: 'room.lan:3000' }))).toBe('http://room.lan:3000')
})

test('what a proxy says counts only where it is trusted', () => {
  expect(origins().own(upgradeRequest(forwarded))).toBe('http://inner:3000')
  expect(origins({ trustProxy: 1 }).own(upgradeRequest(forwarded))).toBe('https://runde.example.org')
})

test('of several words in a forwarded header the nearest proxy’s counts', () => {
  const request = upgradeRequest({ ...forwarded, 'x-forwarded-host': 'evil.example, runde.example.org' })
  expect(origins({ trustProxy: 1 }).own(request)).toBe('https://runde.example.org')
})

test('a public address goes before everything a request says', () => {
  const own = origins({ publicUrl: 'https://runde.example.org', trustProxy: 1 })
  expect(own.own(upgradeRequest({ ...forwarded, 'x-forwarded-host': 'other' }))).toBe(
    'https://runde.example.org',
  )
  expect(own.allows(upgradeRequest({ host: 'inner', origin: 'https://runde.example.org' }))).toBe(true)
})

test('an origin is held against the forwarded host only where the proxy is trusted', () => {
  const request = upgradeRequest({ ...forwarded, origin: 'https://runde.example.org' })
  expect(origins().allows(request)).toBe(false)
  expect(origins({ trustProxy: 1 }).allows(request)).toBe(true)
})
