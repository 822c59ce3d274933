// What one viewer may see of an event and of the folded state. Folding redacted events equals redacting the folded state.
import type { RoomRole } from '#shared/access/role.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import type { CheckOutRound } from '#shared/facilitation/check-out.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { OpenPoll, Poll } from '#shared/facilitation/polls.ts'
import { nothingPrepared } from '#shared/facilitation/prepared-polls.ts'
import type { Ready } from '#shared/facilitation/ready.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type Viewer = { personId: PersonId; role: RoomRole }

const withheld: Event = { type: 'withheld' }

/**
 * Secrets of the facilitation plane: the facilitators' scripts, notes and prepared polls, what others answered in an open poll, whose text
 * is to be read aloud, who has not said yet that they are ready, why somebody does not accept a ground rule, and whether
 * others kept their promise. Dots are none: they are labelled as not anonymous, and everybody sees who placed them.
 */
export function redact(event: Event, viewer: Viewer): Event {
  switch (event.type) {
    case 'workshop.created':
    case 'agenda.replaced':
    case 'session.prepared':
      return viewer.role === 'facilitator' ? event : { ...event, items: event.items.map(asEveryoneSees) }
    case 'item.added':
      return viewer.role === 'facilitator' ? event : { ...event, item: asEveryoneSees(event.item) }
    case 'item.changed':
      return viewer.role === 'facilitator' ? event : { ...event, change: asEveryoneSees(event.change) }
    case 'poll.answered': {
      if (event.personId === viewer.personId) return event
      const { choice: _, answer: __, ...answered } = event
      return answered
    }
    case 'poll.prepared':
    case 'poll.changed':
    case 'poll.discarded':
      return viewer.role === 'facilitator' ? event : withheld
    case 'reading.asked':
      return withoutAuthor(event, viewer)
    case 'ready.marked':
    case 'ready.unmarked': {
      if (viewer.role === 'facilitator' || event.personId === viewer.personId) return event
      const { personId: _, ...said } = event
      return said
    }
    case 'rule.declined':
      return event.personId === viewer.personId || viewer.role === 'facilitator' ? event : withheld
    case 'check-out.marked': {
      if (event.personId === viewer.personId) return event
      const { mark: _, sentence: __, ...marked } = event
      return marked
    }
    default:
      return event
  }
}

export function redactWorkshop(workshop: Workshop, viewer: Viewer): Workshop {
  const { polls, checkIn, checkOut } = workshop
  return {
    ...workshop,
    ...(viewer.role !== 'facilitator' && withoutScripts(workshop)),
    polls: polls.map((poll) => withoutAnswers(poll, viewer)),
    prepared: viewer.role === 'facilitator' ? workshop.prepared : nothingPrepared,
    readings: workshop.readings.map((reading) => withoutAuthor(reading, viewer)),
    ready: withoutNames(workshop.ready, viewer),
    checkIn: {
      ...checkIn,
      declined:
        viewer.role === 'facilitator'
          ? checkIn.declined
          : checkIn.declined.filter(({ personId }) => personId === viewer.personId),
    },
    checkOut: { ...checkOut, rounds: checkOut.rounds.map((round) => withoutMarks(round, viewer)) },
  }
}

function withoutScripts({ agenda, sessions }: Workshop): Pick<Workshop, 'agenda' | 'sessions'> {
  const withItems = <T extends { items: readonly AgendaItem[] }>(of: T): T => ({
    ...of,
    items: of.items.map(asEveryoneSees),
  })
  const all = sessions.all.map((session) => ({
    ...session,
    agenda: session.agenda && withItems(session.agenda),
  }))
  return { agenda: withItems(agenda), sessions: { ...sessions, all } }
}

/** An item, or a change to one, without the facilitators' script and notes. */
function asEveryoneSees<T extends { script?: unknown; notes?: unknown }>(
  given: T,
): Omit<T, 'script' | 'notes'> {
  const { script: _, notes: __, ...rest } = given
  return rest
}

type Authored = { personId?: PersonId | undefined; text?: string | undefined }

/** The author sees both; a facilitator the words, and no name; everyone else that something waits. */
function withoutAuthor<About extends Authored>(about: About, viewer: Viewer): About {
  if (about.personId === viewer.personId) return about
  const redacted = { ...about }
  delete redacted.personId
  if (viewer.role !== 'facilitator') delete redacted.text
  return redacted
}

function withoutNames(ready: Ready, { role, personId }: Viewer): Ready {
  if (!ready || role === 'facilitator') return ready
  return { ...ready, personIds: ready.personIds.filter((id) => id === personId) }
}

function withoutMarks(round: CheckOutRound, viewer: Viewer): CheckOutRound {
  const others = { mark: null, sentence: null }
  const marks = Object.entries(round.marks).map(([id, own]) => [id, id === viewer.personId ? own : others])
  return { ...round, marks: Object.fromEntries(marks) }
}

function withoutAnswers(poll: Poll, viewer: Viewer): Poll {
  if (poll.mode !== 'open') return poll
  const answers: Record<PersonId, OpenPoll['answers'][PersonId]> = {}
  for (const [id, answer] of Object.entries(poll.answers)) {
    const personId = id as PersonId // the keys of this record are person ids; Object.entries forgets it
    answers[personId] = personId === viewer.personId ? answer : null
  }
  return { ...poll, answers }
}
