// The box of the first item, opened with the item and sealed at its end.
import type { Event } from '#shared/facilitation/events.ts'
import type { PersonId } from '#shared/ids.ts'
import { keys, noon, pollId, welcome } from './scene.ts'

export const boxOpened = (eligible: PersonId[]): Event[] => [
  { type: 'agenda.started', itemId: welcome, at: noon },
  {
    type: 'concern.opened',
    ...keys(1),
    itemId: welcome,
    itemStartedAt: noon,
    title: 'Willkommen',
    at: noon,
    eligible,
    minimumGroup: 5,
  },
]
export const boxSealed = (issuedTo: PersonId[], suppressed: boolean): Event[] => [
  { type: 'concern.closing', pollId: pollId(1), at: noon, graceEndsAt: noon },
  {
    type: 'concern.sealed',
    pollId: pollId(1),
    at: noon,
    bundleHash: 'c'.repeat(64),
    suppressed,
    issuedTo,
  },
]
