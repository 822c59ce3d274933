// What one viewer may see of an event and of the folded state. Folding redacted events equals redacting the folded state.
import type { RoomRole } from '#shared/access/role.ts'
import type { AgendaItem } from '#shared/facilitation/agenda.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { Event, Workshop } from '#shared/facilitation/workshop.ts'
import type { PersonId } from '#shared/ids.ts'

export type Viewer = { personId: PersonId; role: RoomRole }

/**
 * Secrets of the facilitation plane: the facilitators' scripts, and what others answered in an open poll. Dots are none:
 * they are labelled as not anonymous, and everybody sees who placed them.
 */
export function redact(event: Event, viewer: Viewer): Event {
  switch (event.type) {
    case 'workshop.created':
      return viewer.role === 'facilitator' ? event : { ...event, items: event.items.map(withoutScript) }
    case 'poll.answered': {
      if (event.personId === viewer.personId) return event
      const { choice: _, ...answered } = event
      return answered
    }
    default:
      return event
  }
}

export function redactWorkshop(workshop: Workshop, viewer: Viewer): Workshop {
  const { agenda, polls } = workshop
  return {
    ...workshop,
    agenda: viewer.role === 'facilitator' ? agenda : { ...agenda, items: agenda.items.map(withoutScript) },
    polls: polls.map((poll) => withoutAnswers(poll, viewer)),
  }
}

function withoutScript({ script: _, ...item }: AgendaItem): AgendaItem {
  return item
}

function withoutAnswers(poll: Poll, viewer: Viewer): Poll {
  if (poll.mode !== 'open') return poll
  const answers: Record<PersonId, number | null> = {}
  for (const [id, choice] of Object.entries(poll.answers)) {
    const personId = id as PersonId // the keys of this record are person ids; Object.entries forgets it
    answers[personId] = personId === viewer.personId ? choice : null
  }
  return { ...poll, answers }
}
