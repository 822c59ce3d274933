// Command ids are what the protocol takes, also on pages that are no secure context.
import { afterEach, expect, test, vi } from 'vitest'
import { randomUuid } from '#client/ui/random-uuid.ts'
import { CommandEnvelope } from '#shared/facilitation/protocol.ts'

afterEach(() => vi.restoreAllMocks())

test('an id passes the protocol, and no two are alike', () => {
  const ids = Array.from({ length: 1_000 }, randomUuid)
  expect(new Set(ids).size).toBe(1_000)
  for (const commandId of ids)
    expect(CommandEnvelope.safeParse({ commandId, command: { type: 'hand.raise' } }).success).toBe(true)
})

test('works where crypto.randomUUID is missing', () => {
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    throw new TypeError('crypto.randomUUID is not a function')
  })
  expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('names version and variant whatever the dice say', () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
    if (bytes instanceof Uint8Array) bytes.fill(0xff)
    return bytes
  })
  expect(randomUuid()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})
