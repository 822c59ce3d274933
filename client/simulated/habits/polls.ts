// Makes up their mind about a poll: in secret with the own ballot, named where the poll is not secret.
import type { Habit, Self } from '#client/simulated/habit.ts'
import { opinionOn } from '#client/simulated/opinion.ts'
import type { PollId } from '#shared/ids.ts'

/** Of one: who leaves a ballot blank. */
const blankShare = 0.08

export function answerPolls({ person: { seat, room, ballots }, words, chance }: Self): Habit {
  const decided = new Set<PollId>()
  return ({ view: { polls } }) => {
    const poll = polls.find((one) => one.state === 'open' && !decided.has(one.pollId))
    if (!poll) return null
    if (poll.mode === 'open' && (poll.answers[seat.personId] ?? null) !== null) return null
    // The ballot is still being fetched, or never will be.
    if (poll.mode === 'anonymous' && ballots.view(poll.pollId)?.status !== 'ready') return null
    return async () => {
      decided.add(poll.pollId)
      if (chance.is(blankShare)) return
      const answer = opinionOn(poll, { chance, says: words.contribution })
      if (answer === null) return
      if (poll.mode === 'anonymous') ballots.cast(poll.pollId, answer)
      else await room.send({ type: 'poll.answer', pollId: poll.pollId, answer })
    }
  }
}
