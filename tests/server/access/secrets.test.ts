// Ids and secrets: well formed, different each time, and sealed so that only the right key and place open them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isSame,
  newJoinCode,
  newPersonId,
  newSecret,
  newWorkshopId,
  seal,
  unseal,
} from '#server/access/secrets.ts'

const key = Buffer.alloc(32, 1)

test('what is made is well formed and does not repeat', () => {
  // The makers parse what they make, so a wrong one throws.
  for (const make of [newSecret, newWorkshopId, newPersonId])
    expect(new Set(Array.from({ length: 2000 }, make)).size).toBe(2000)
  for (let i = 0; i < 2000; i += 1) expect(newJoinCode()).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{3}-\d{3}$/)
})

test('a sealed secret opens again with its key, for its place', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (secret, place) => {
      expect(unseal(key, seal(key, secret, place), place)).toBe(secret)
    }),
  )
})

test('it opens with no other key, for no other place, and not when a byte has changed', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.integer({ min: 1, max: 255 }), (secret, at, flip) => {
      const sealed = seal(key, secret, 'here')
      expect(unseal(Buffer.alloc(32, 2), sealed, 'here')).toBeNull()
      expect(unseal(key, sealed, 'there')).toBeNull()
      const changed = Buffer.from(sealed)
      const index = at % changed.length
      changed[index] = (changed[index] ?? 0) ^ flip
      expect(unseal(key, changed, 'here')).toBeNull()
    }),
  )
})

test('bytes that were never sealed open to nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(unseal(key, bytes, 'here')).toBeNull()
    }),
  )
})

test('comparing tells same from different, whatever the lengths', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(isSame(one, other)).toBe(one === other)
      expect(isSame(one, one)).toBe(true)
    }),
  )
})
