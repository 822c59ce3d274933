// Texts that somebody would like to have read aloud: a facilitator sees the words, nobody but their author whose they are.
import { z } from 'zod'
import { accept, type Context, type Decision, refuse } from '#shared/facilitation/decision.ts'
import { PersonId, ReadingId } from '#shared/ids.ts'
import { lines } from '#shared/text.ts'

export const longestReading = 280

// A reading has an id of its own, made at random by its author's browser, and stands beside the hands, not among them:
// whoever has one waiting can raise a hand as before, so that neither tells anything about the other.
export const ReadingCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reading.ask'), readingId: ReadingId, text: lines(longestReading) }),
  /** By its author. */
  z.object({ type: z.literal('reading.withdraw'), readingId: ReadingId }),
  /** By a facilitator, who has read it aloud. */
  z.object({ type: z.literal('reading.finish'), readingId: ReadingId }),
  /** By a facilitator, who will not read it aloud. */
  z.object({ type: z.literal('reading.set-aside'), readingId: ReadingId }),
])
export type ReadingCommand = z.infer<typeof ReadingCommand>

const about = { readingId: ReadingId }
export const ReadingEvent = z.discriminatedUnion('type', [
  /** Without `personId` for everyone but the author, without `text` for everyone but the author and facilitators (redact). */
  z.object({
    type: z.literal('reading.asked'),
    ...about,
    personId: PersonId.optional(),
    text: z.string().optional(),
    at: z.number(),
  }),
  z.object({ type: z.literal('reading.withdrawn'), ...about }),
  z.object({ type: z.literal('reading.finished'), ...about }),
  z.object({ type: z.literal('reading.put-aside'), ...about }),
])
export type ReadingEvent = z.infer<typeof ReadingEvent>

export type Reading = {
  readingId: ReadingId
  askedAt: number
  state: 'waiting' | 'finished' | 'put-aside'
  /** Known to the server and to the author. */
  personId?: PersonId
  /** Known to the author and to facilitators, while it waits. */
  text?: string
}
/** As they came; withdrawn ones are gone. */
export type Readings = readonly Reading[]
export const noReadings: Readings = []

export function decideReadings(
  readings: Readings,
  command: ReadingCommand,
  { actor, now }: Context,
): Decision<ReadingEvent> {
  const { readingId } = command
  if (command.type === 'reading.ask') {
    if (actor.role !== 'participant')
      return refuse('not-allowed', 'Only participants can have a text read aloud.')
    if (readings.some((one) => one.readingId === readingId))
      return refuse('already-done', 'This text is with the facilitator already.')
    if (waitingOf(readings, actor.personId))
      return refuse('not-now', 'One text of yours is waiting; withdraw it first, or wait until it was read.')
    const { personId } = actor
    return accept({ type: 'reading.asked', readingId, personId, text: command.text, at: now })
  }
  const reading = readings.find((one) => one.readingId === readingId)
  if (command.type === 'reading.withdraw') {
    // The same answer whether it is somebody else's or none at all.
    if (reading?.personId === undefined || reading.personId !== actor.personId)
      return refuse('not-found', 'That text is not waiting any more.')
  } else if (actor.role !== 'facilitator')
    return refuse('not-allowed', 'Only a facilitator reads texts aloud or puts them aside.')
  if (!reading) return refuse('not-found', 'That text is not waiting any more.')
  if (reading.state !== 'waiting') return refuse('already-done', 'That text is not waiting any more.')
  if (command.type === 'reading.withdraw') return accept({ type: 'reading.withdrawn', readingId })
  return accept<ReadingEvent>({
    type: command.type === 'reading.finish' ? 'reading.finished' : 'reading.put-aside',
    readingId,
  })
}

export function applyReadings(readings: Readings, event: ReadingEvent): Readings {
  const { readingId } = event
  switch (event.type) {
    case 'reading.asked': {
      const { personId, text, at } = event
      const who = personId === undefined ? {} : { personId }
      const words = text === undefined ? {} : { text }
      return [...readings, { readingId, askedAt: at, state: 'waiting', ...who, ...words }]
    }
    case 'reading.withdrawn':
      return readings.filter((one) => one.readingId !== readingId)
    case 'reading.finished':
      return ended(readings, readingId, 'finished')
    case 'reading.put-aside':
      return ended(readings, readingId, 'put-aside')
  }
}

export const waitingReadings = (readings: Readings): readonly Reading[] =>
  readings.filter(({ state }) => state === 'waiting')

/** One's own text that waits; only its author (and the server) can find it. */
export const waitingOf = (readings: Readings, personId: PersonId): Reading | undefined =>
  waitingReadings(readings).find((reading) => reading.personId === personId)

const ended = (readings: Readings, readingId: ReadingId, state: Reading['state']): Readings =>
  readings.map((one) => {
    if (one.readingId !== readingId) return one
    const { text: _, ...rest } = one
    return { ...rest, state }
  })
