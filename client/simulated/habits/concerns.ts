// Writes down a concern now and then while an item lasts; most of the time the slip stays blank, as it does in a browser.
import type { Habit, Self, Temperament } from '#client/simulated/habit.ts'
import { boxOfRun } from '#shared/facilitation/concerns.ts'
import { textAnswer } from '#shared/facilitation/questions.ts'
import type { PollId } from '#shared/ids.ts'

/** Of one: who has something to write in an item. Whoever says little in the room has more. */
const shares: Record<Temperament, number> = { talkative: 0.1, steady: 0.2, quiet: 0.35, silent: 0.4 }
/** Of one: how often somebody who looks at the room thinks of the slip at all. */
const thinksOfIt = 0.3

export function writeConcern({ person: { ballots }, temperament, words, chance }: Self): Habit {
  const decided = new Set<PollId>()
  return ({ view: { concerns, agenda } }) => {
    const pollId = boxOfRun(concerns, agenda)?.poll.pollId
    if (pollId === undefined || decided.has(pollId)) return null
    // The slip is still being fetched, or never will be: it is not kept before it is there.
    if (ballots.view(pollId)?.status !== 'ready' || !chance.is(thinksOfIt)) return null
    decided.add(pollId)
    const concern = chance.is(shares[temperament]) ? words.nextConcern() : null
    const answer = concern === null ? null : textAnswer(concern)
    // Nothing is sent now: at the end of the item it goes out as a slip among blank ones.
    return answer && (() => ballots.draft(pollId, answer))
  }
}
