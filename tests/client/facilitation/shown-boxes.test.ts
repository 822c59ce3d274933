// Which concern boxes the panel speaks of.
import { expect, test } from 'vitest'
import { shownBoxes } from '#client/facilitation/concerns/shown-boxes.ts'
import type { ConcernBox } from '#shared/facilitation/concerns.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { fold, keys, noon, opening, pollId, welcome } from '#tests/shared/facilitation/scene.ts'

const opened = (number: number, itemStartedAt: number): Event => ({
  type: 'concern.opened',
  ...keys(number),
  itemId: welcome,
  itemStartedAt,
  title: 'Willkommen',
  at: noon,
  eligible: [],
  minimumGroup: 5,
})
const closing = (number: number): Event => ({
  type: 'concern.closing',
  pollId: pollId(number),
  at: noon,
  graceEndsAt: noon,
})
const sealed = (number: number): Event => ({
  type: 'concern.sealed',
  pollId: pollId(number),
  at: noon,
  bundleHash: 'c'.repeat(64),
  suppressed: false,
  issuedTo: [],
})
const shown = (...events: Event[]) => {
  const { concerns, agenda } = fold([
    ...opening,
    { type: 'agenda.started', itemId: welcome, at: noon },
    ...events,
  ])
  const numberOf = ({ poll }: ConcernBox) => Number.parseInt(poll.pollId, 16)
  const { open, closing: on, released } = shownBoxes(concerns, agenda)
  return { open: open && numberOf(open), closing: on.map(numberOf), released: released.map(numberOf) }
}

test('the box of the item that runs, those that are closing, and the newest three that were released', () => {
  const over = [1, 2, 3, 4].flatMap((number) => [opened(number, number), closing(number), sealed(number)])
  expect(shown(...over, opened(5, 5), closing(5), opened(6, noon))).toEqual({
    open: 6,
    closing: [5],
    released: [4, 3, 2],
  })
})

test('no box of another time on the same item is open', () => {
  expect(shown(opened(1, noon - 1)).open).toBeNull()
})
