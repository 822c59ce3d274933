// The parking lot: topics that came up and were put aside, so that none is lost. It stays over sessions.
import { z } from 'zod'
import type { Agenda } from '#shared/facilitation/agenda.ts'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { overtaken } from '#shared/facilitation/overtaken.ts'
import { ItemId, PersonId, TopicId } from '#shared/ids.ts'
import { line } from '#shared/text.ts'

/** As long as the title of an agenda item may be, which a topic can become. */
const text = line(120)
/** More than any group comes back to. */
export const mostTopics = 100

export const TopicCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('topic.park'), topicId: TopicId, text }),
  /** `was`: how it read to the sender; see overtaken.ts. */
  z.object({ type: z.literal('topic.change'), topicId: TopicId, text, was: text.optional() }),
  z.object({ type: z.literal('topic.settle'), topicId: TopicId }),
  /** Takes back that it is settled. */
  z.object({ type: z.literal('topic.take-up'), topicId: TopicId }),
  z.object({ type: z.literal('topic.remove'), topicId: TopicId }),
  z.object({ type: z.literal('topic.restore'), topicId: TopicId }),
])
export type TopicCommand = z.infer<typeof TopicCommand>

export const TopicEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('topic.parked'),
    topicId: TopicId,
    text: z.string(),
    authorId: PersonId,
    /** The agenda item at which it came up; null outside of any. */
    itemId: ItemId.nullable(),
    at: z.number(),
  }),
  z.object({ type: z.literal('topic.changed'), topicId: TopicId, text: z.string() }),
  z.object({ type: z.literal('topic.settled'), topicId: TopicId, at: z.number() }),
  z.object({ type: z.literal('topic.taken-up'), topicId: TopicId }),
  z.object({ type: z.literal('topic.removed'), topicId: TopicId }),
  z.object({ type: z.literal('topic.restored'), topicId: TopicId }),
])
export type TopicEvent = z.infer<typeof TopicEvent>

export type Topic = {
  topicId: TopicId
  text: string
  authorId: PersonId
  itemId: ItemId | null
  at: number
  /** null while it is still to be talked about. */
  settledAt: number | null
}
export type ParkingLot = {
  /** In the order in which they were parked. */
  topics: readonly Topic[]
  /** So that it can be undone, last one last. */
  removed: readonly { topic: Topic; index: number }[]
}
export const noTopics: ParkingLot = { topics: [], removed: [] }

export function decideTopics(
  { topics, removed }: ParkingLot,
  command: TopicCommand,
  { actor, now, agenda }: Context & { agenda: Agenda },
): Decision<TopicEvent> {
  if (actor.role === 'server') return refuse('not-allowed', 'Only people park topics.')
  if (actor.role === 'observer') return refuse('not-allowed', 'Observers watch; they park no topics.')
  const { topicId } = command
  const topic = topics.find((one) => one.topicId === topicId)
  if (command.type === 'topic.park') {
    if (topic) return refuse('already-done', 'This topic is parked already.')
    if (topics.length >= mostTopics)
      return refuse('not-now', `There are ${mostTopics} parked topics; remove one to add another.`)
    const { personId: authorId } = actor
    const itemId = agenda.current?.itemId ?? null
    return accept({ type: 'topic.parked', topicId, text: command.text, authorId, itemId, at: now })
  }
  const isAuthor = command.type === 'topic.change' && topic?.authorId === actor.personId
  if (actor.role !== 'facilitator' && !isAuthor)
    return refuse('not-allowed', 'A facilitator looks after the parked topics; authors change their words.')
  if (command.type === 'topic.restore') {
    if (topic) return refuse('already-done', 'This topic is parked already.')
    const isRemoved = removed.some((one) => one.topic.topicId === topicId)
    return isRemoved ? accept({ type: 'topic.restored', topicId }) : gone
  }
  if (!topic) return gone
  const isSettled = topic.settledAt !== null
  switch (command.type) {
    case 'topic.change':
      if (topic.text === command.text) return refuse('already-done', 'This topic already reads so.')
      if (command.was !== undefined && command.was !== topic.text) return overtaken
      return accept({ type: 'topic.changed', topicId, text: command.text })
    case 'topic.settle':
      if (isSettled) return refuse('already-done', 'This topic is settled already.')
      return accept({ type: 'topic.settled', topicId, at: now })
    case 'topic.take-up':
      if (!isSettled) return refuse('already-done', 'This topic is still open.')
      return accept({ type: 'topic.taken-up', topicId })
    case 'topic.remove':
      return accept({ type: 'topic.removed', topicId })
  }
}

const gone = refuse('not-found', 'This topic is no longer parked.')

export function applyTopics(lot: ParkingLot, event: TopicEvent): ParkingLot {
  const { topics, removed } = lot
  const { topicId } = event
  switch (event.type) {
    case 'topic.parked': {
      const { type: _, ...topic } = event
      return {
        topics: [...topics, { ...topic, settledAt: null }],
        removed: removed.filter((one) => one.topic.topicId !== topicId),
      }
    }
    case 'topic.changed':
      return changed(lot, topicId, { text: event.text })
    case 'topic.settled':
      return changed(lot, topicId, { settledAt: event.at })
    case 'topic.taken-up':
      return changed(lot, topicId, { settledAt: null })
    case 'topic.removed': {
      const index = topics.findIndex((one) => one.topicId === topicId)
      const topic = topics[index]
      if (!topic) return lot
      return { topics: topics.toSpliced(index, 1), removed: [...removed, { topic, index }] }
    }
    case 'topic.restored': {
      const back = removed.findLast(({ topic }) => topic.topicId === topicId)
      if (!back || topics.some((one) => one.topicId === topicId)) return lot
      return {
        topics: topics.toSpliced(back.index, 0, back.topic),
        removed: removed.filter((one) => one !== back),
      }
    }
  }
}

const changed = (lot: ParkingLot, topicId: TopicId, change: Partial<Topic>): ParkingLot => ({
  ...lot,
  topics: lot.topics.map((topic) => (topic.topicId === topicId ? { ...topic, ...change } : topic)),
})

/** Still to be talked about. */
export const openTopics = ({ topics }: ParkingLot): Topic[] =>
  topics.filter(({ settledAt }) => settledAt === null)
