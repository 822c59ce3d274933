// The log without what one person typed for themselves: as many events, in the same order, and every count as it was.
import type { Event } from '#shared/facilitation/events.ts'
import { plainText } from '#shared/facilitation/plain-text.ts'
import type { Answer } from '#shared/facilitation/questions.ts'
import type { PersonId, PollId } from '#shared/ids.ts'

/** Stands where words were, so that what was counted as said goes on being counted. */
const erasedWords = '…'
const erasedAnswer = plainText(erasedWords)

/**
 * What is the group's stays and is nobody's from here on: actions, parked topics, ground rules, choices in polls, dots,
 * and when somebody had the floor. Secret ballots stand in no log, and nobody can say which of them were this person's.
 */
export function withoutWordsOf(events: readonly Event[], personId: PersonId): Event[] {
  const answers = lastAnswersOf(events, personId)
  const lastClosing = events.findLastIndex(({ type }) => type === 'check-out.closed')
  return events.map((event, place) => {
    if (event.type === 'poll.closed') return withoutResult(event, answers.get(event.pollId), personId)
    if (!('personId' in event) || event.personId !== personId) return event
    switch (event.type) {
      case 'check-in.accepted':
      case 'check-in.promised':
        return event.promise === null ? event : { ...event, promise: erasedWords }
      case 'rule.declined':
        return event.reason === null ? event : { ...event, reason: erasedWords }
      case 'check-out.marked':
        return withoutMark(event, place < lastClosing)
      case 'reading.asked': {
        // Whose it was is known to nobody but its writer: it is nobody's now.
        const { personId: _, ...rest } = event
        return { ...rest, text: erasedWords }
      }
      case 'poll.answered':
        return event.answer ? { ...event, answer: withoutText(event.answer) } : event
      default:
        return event
    }
  })
}

type Marked = Extract<Event, { type: 'check-out.marked' }>

/** The mark of a round that is over is in its totals; one that is still to be counted waits for that. */
function withoutMark(event: Marked, isCounted: boolean): Marked {
  const { mark, sentence, ...rest } = event
  return isCounted ? rest : { ...rest, ...(mark && { mark }), sentence: null }
}

function lastAnswersOf(events: readonly Event[], personId: PersonId): Map<PollId, Answer> {
  const answers = new Map<PollId, Answer>()
  for (const event of events)
    if (event.type === 'poll.answered' && event.personId === personId && event.answer)
      answers.set(event.pollId, event.answer)
  return answers
}

type Closed = Extract<Event, { type: 'poll.closed' }>

/** Where no names are shown, one of the results that read like this person's answer: they cannot be told apart. */
function withoutResult(event: Closed, answer: Answer | undefined, personId: PersonId): Closed {
  const { results } = event
  if (!results || !answer || !hasText(answer)) return event
  const written = JSON.stringify(answer)
  const place = results.findIndex((one) =>
    one.personId ? one.personId === personId : JSON.stringify(one.answer) === written,
  )
  const rewritten = results.map((one, index) =>
    index === place ? { ...one, answer: withoutText(one.answer) } : one,
  )
  // Nameless answers stand in their own order, and would tell by their place how they began.
  const isNamed = results.some((one) => one.personId)
  if (!isNamed)
    rewritten.sort((one, other) => (JSON.stringify(one.answer) < JSON.stringify(other.answer) ? -1 : 1))
  return { ...event, results: rewritten }
}

const hasText = ([kind]: Answer): boolean => kind === 'text' || kind === 'words'

function withoutText(answer: Answer): Answer {
  if (answer[0] === 'text') return ['text', erasedAnswer]
  return answer[0] === 'words' ? ['words', [erasedAnswer]] : answer
}
