// Counting what a network does, and which addresses are one network.
import { expect, test } from 'vitest'
import { createRateLimit, neighbourhood } from '#server/access/rate-limit.ts'

test('so many are allowed in a span, each key for itself, and again in the next', () => {
  let now = 0
  const limit = createRateLimit({ count: 2, perMs: 1000 }, () => now)
  expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect([limit.allows('a'), limit.allows('b')]).toEqual([false, true])
  now = 999
  expect(limit.take('a')).toBe(false)
  now = 1000
  expect(limit.take('a')).toBe(true)
})

test('a flood of keys is not remembered without end, and the newest is', () => {
  const limit = createRateLimit({ count: 1, perMs: 1000 }, () => 0)
  for (let i = 0; i <= 50_000; i += 1) limit.take(String(i))
  expect([limit.allows('0'), limit.allows('50000')]).toEqual([true, false])
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1', 'fe80:0:0:0'],
  ['', ''],
])('%s is in the network %s', (address, network) => {
  expect(neighbourhood(address)).toBe(network)
})
