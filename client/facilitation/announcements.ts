// What is told to people who cannot see the screen change: the queue, polls, the agenda and its clock at quarters.
import { type ActionAnnouncement, aboutActions } from '#client/facilitation/actions/action-announcements.ts'
import {
  aboutCommitments,
  type CommitmentAnnouncement,
} from '#client/facilitation/commitments/commitment-announcements.ts'
import {
  aboutAnswers,
  type ConcernAnnouncement,
} from '#client/facilitation/concerns/concern-announcements.ts'
import { aboutTheHouse, type HouseAnnouncement } from '#client/facilitation/house/house-announcements.ts'
import { aboutTopics, type TopicAnnouncement } from '#client/facilitation/parking/parking-announcements.ts'
import { peopleBefore } from '#client/facilitation/selectors.ts'
import { isUnderWay } from '#shared/facilitation/feedback-round.ts'
import { runningPolls } from '#shared/facilitation/polls.ts'
import { isAsking } from '#shared/facilitation/ready.ts'
import { runningSession } from '#shared/facilitation/sessions.ts'
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
        | 'sessionEnded'
        | 'paused'
        | 'resumed'
        | 'silence'
        | 'silenceNames'
        | 'revealed'
        | 'silenceOver'
        | 'readingToRead'
        | 'readingRead'
        | 'readingAside'
        | 'roundOver'
        | 'readyAsked'
        | 'readyAll'
        | 'readyOver'
        | 'chosenYou'
    }
  | HouseAnnouncement
  | CommitmentAnnouncement
  | ActionAnnouncement
  | ConcernAnnouncement
  | TopicAnnouncement
  | { what: 'place'; place: number }
  | { what: 'speaks' | 'chosen'; personId: PersonId }
  | { what: 'round'; title: string }
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
    ...aboutTheHouse(before, after, me),
    ...aboutTheAgenda(before, after),
    ...aboutTheRound(before, after),
    ...aboutTheFloor(before, after, me.personId),
    ...aboutMyPlace(before, after, me.personId),
    ...(me.role === 'facilitator' ? aboutHands(before, after, me.personId) : []),
    ...aboutPolls(before, after),
    ...aboutSilence(before, after),
    ...aboutReadings(before, after, me),
    ...aboutReady(before, after),
    ...aboutLots(before, after, me.personId),
    ...aboutCommitments(before, after, me),
    ...aboutAnswers(before, after, me),
    ...aboutActions(before, after, me.personId),
    ...aboutTopics(before, after, me.personId),
  ]
}

function aboutTheAgenda(
  { agenda: before, sessions: wereSessions }: Workshop,
  { agenda: after, sessions }: Workshop,
): Announcement[] {
  if (runningSession(wereSessions) && !runningSession(sessions)) return [{ what: 'sessionEnded' }]
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

function aboutTheRound({ feedback: before }: Workshop, { feedback: after }: Workshop): Announcement[] {
  if (isUnderWay(after) && after.startedAt !== before?.startedAt)
    return [{ what: 'round', title: after.title }]
  return isUnderWay(before) && !isUnderWay(after) ? [{ what: 'roundOver' }] : []
}

/** Facilitators hear that there is something to read, its author what became of it. */
function aboutReadings(
  { readings: before }: Workshop,
  { readings: after }: Workshop,
  me: { personId: PersonId; role: string },
): Announcement[] {
  const said: Announcement[] = []
  const isNew = after.some(({ readingId }) => !before.some((one) => one.readingId === readingId))
  if (isNew && me.role === 'facilitator') said.push({ what: 'readingToRead' })
  for (const { readingId, state, personId } of after) {
    const was = before.find((one) => one.readingId === readingId)
    if (personId !== me.personId || was?.state !== 'waiting' || state === 'waiting') continue
    said.push({ what: state === 'finished' ? 'readingRead' : 'readingAside' })
  }
  return said
}

function aboutReady({ ready: before }: Workshop, { ready: after }: Workshop): Announcement[] {
  if (isAsking(after) && after.askedAt !== before?.askedAt) return [{ what: 'readyAsked' }]
  if (!isAsking(before) || isAsking(after)) return []
  return [{ what: after?.isComplete ? 'readyAll' : 'readyOver' }]
}

function aboutLots({ choice: before }: Workshop, { choice: after }: Workshop, me: PersonId): Announcement[] {
  if (!after || after.at === before?.at) return []
  return after.personId === me ? [{ what: 'chosenYou' }] : [{ what: 'chosen', personId: after.personId }]
}

function aboutPolls(before: Workshop, after: Workshop): Announcement[] {
  const [was] = runningPolls(before.polls)
  const [is] = runningPolls(after.polls)
  if (is && is.pollId !== was?.pollId)
    return [
      { what: is.mode === 'anonymous' ? 'pollSecret' : 'pollOpen', question: is.form?.title ?? is.question },
    ]
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
