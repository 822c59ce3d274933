// What is told to people who cannot see the screen change: the queue, polls, the agenda and its clock at quarters.
import { peopleBefore } from '#client/facilitation/selectors.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import { findRound, writingRound } from '#shared/facilitation/silence.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type Announcement =
  | {
      what:
        | 'yourTurn'
        | 'nextUp'
        | 'handLowered'
        | 'turnOver'
        | 'pollClosed'
        | 'agendaEnded'
        | 'paused'
        | 'resumed'
        | 'silence'
        | 'silenceNames'
        | 'revealed'
        | 'silenceOver'
    }
  | { what: 'place'; place: number }
  | { what: 'speaks'; personId: PersonId }
  | { what: 'raised'; personId: PersonId; waiting: number }
  | { what: 'pollSecret' | 'pollOpen'; question: string }
  | { what: 'item'; title: string; minutes: number }

/** In the order in which they should be read. `me` hears about their own place; everyone else's hands only facilitators. */
export function announcementsBetween(
  before: Workshop,
  after: Workshop,
  me: { personId: PersonId; role: string },
): Announcement[] {
  if (before === after) return []
  return [
    ...aboutTheAgenda(before, after),
    ...aboutTheFloor(before, after, me.personId),
    ...aboutMyPlace(before, after, me.personId),
    ...(me.role === 'facilitator' ? aboutHands(before, after, me.personId) : []),
    ...aboutPolls(before, after),
    ...aboutSilence(before, after),
  ]
}

function aboutTheAgenda({ agenda: before }: Workshop, { agenda: after }: Workshop): Announcement[] {
  if (before.endedAt === null && after.endedAt !== null) return [{ what: 'agendaEnded' }]
  const item = after.items.find(({ itemId }) => itemId === after.current?.itemId)
  if (!item) return []
  if (before.current?.itemId !== item.itemId)
    return [{ what: 'item', title: item.title, minutes: item.minutes }]
  const wasPaused = before.current.pausedAt !== null
  const isPaused = after.current?.pausedAt !== null
  if (wasPaused === isPaused) return []
  return [{ what: isPaused ? 'paused' : 'resumed' }]
}

function aboutTheFloor(before: Workshop, after: Workshop, me: PersonId): Announcement[] {
  const had = before.hands.speaking?.personId
  const has = after.hands.speaking?.personId
  if (had === has) return []
  if (has === me) return [{ what: 'yourTurn' }]
  if (has) return [{ what: 'speaks', personId: has }]
  return had === me ? [{ what: 'turnOver' }] : []
}

function aboutMyPlace(before: Workshop, after: Workshop, me: PersonId): Announcement[] {
  const was = peopleBefore(before, me)
  const is = peopleBefore(after, me)
  if (was === is) return []
  if (is === null) return after.hands.speaking?.personId === me ? [] : [{ what: 'handLowered' }]
  return is === 0 ? [{ what: 'nextUp' }] : [{ what: 'place', place: is + 1 }]
}

function aboutHands(before: Workshop, after: Workshop, me: PersonId): Announcement[] {
  const wasUp = new Set(before.hands.queue.map(({ personId }) => personId))
  return after.hands.queue
    .filter(({ personId }) => !wasUp.has(personId) && personId !== me)
    .map(({ personId }) => ({ what: 'raised', personId, waiting: after.hands.queue.length }))
}

function aboutPolls(before: Workshop, after: Workshop): Announcement[] {
  const [was] = runningPolls(before.polls)
  const [is] = runningPolls(after.polls)
  if (is && is.pollId !== was?.pollId)
    return [{ what: is.mode === 'anonymous' ? 'pollSecret' : 'pollOpen', question: is.question }]
  return was && !is ? [{ what: 'pollClosed' }] : []
}

function aboutSilence({ silence: before }: Workshop, { silence: after }: Workshop): Announcement[] {
  const is = writingRound(after)
  if (is && !findRound(before, is.roundId)) return [{ what: is.withNames ? 'silenceNames' : 'silence' }]
  const was = writingRound(before)
  const ended = was && findRound(after, was.roundId)?.state
  if (ended === 'revealed') return [{ what: 'revealed' }]
  return ended === 'cancelled' ? [{ what: 'silenceOver' }] : []
}

/** 0 to 4: how many quarters of the planned time have passed. Told whenever it grows. */
export const quartersPassed = (elapsed: number): number => Math.min(4, Math.floor(elapsed * 4 + 1e-9))
