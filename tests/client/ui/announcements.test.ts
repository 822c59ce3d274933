// What screen readers are told: each sentence in a turn of its own, and none lost because two came at once.
import { expect, test, vi } from 'vitest'
import { announce, announcements } from '#client/ui/LiveRegion.tsx'

test('two sentences that come in one moment are both heard, and the next one is heard alone', () => {
  vi.useFakeTimers()
  const before = announcements.now().turn
  announce('Die erste Box ist geschlossen.')
  announce('Die zweite Box ist geschlossen.')
  expect(announcements.now()).toEqual({
    text: 'Die erste Box ist geschlossen. Die zweite Box ist geschlossen.',
    turn: before + 1,
  })
  vi.runAllTimers()
  announce('Gespeichert.')
  expect(announcements.now()).toEqual({ text: 'Gespeichert.', turn: before + 2 })
  vi.runAllTimers()
  // Said again, it is read again: by another region.
  announce('Gespeichert.')
  expect(announcements.now()).toEqual({ text: 'Gespeichert.', turn: before + 3 })
  vi.useRealTimers()
})
