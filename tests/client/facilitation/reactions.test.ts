// What is shown and said of reactions: sums, in the order of the menu.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { added, listed } from '#client/facilitation/reactions/gather.ts'
import { requests, signs } from '#client/facilitation/reactions/reaction-icons.ts'
import { Reaction } from '#shared/facilitation/reactions.ts'

test('counts add up, and none that is not there is listed', () => {
  expect(listed(added({ heart: 1, louder: 2 }, { heart: 2, yes: 1 }))).toEqual([
    { reaction: 'yes', count: 1 },
    { reaction: 'heart', count: 3 },
    { reaction: 'louder', count: 2 },
  ])
  expect(listed({})).toEqual([])
})

test('no reaction gets lost in adding', () => {
  const counts = fc.dictionary(fc.constantFrom(...Reaction.options), fc.nat(50))
  const total = (some: Parameters<typeof listed>[0]) =>
    listed(some).reduce((sum, { count }) => sum + count, 0)
  fc.assert(
    fc.property(counts, counts, (before, more) => {
      expect(total(added(before, more))).toBe(total(before) + total(more))
    }),
  )
})

test('each reaction is in the menu once', () => {
  expect([...signs, ...requests]).toEqual(Reaction.options)
})
