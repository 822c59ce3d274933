// Makes up their mind about a poll: in secret with the own ballot, named where the poll is not secret.
import type { Habit, Self } from '#client/simulated/habit.ts'
import type { Poll } from '#shared/facilitation/polls.ts'
import type { PollId } from '#shared/ids.ts'

/** Of one: who leaves a ballot blank. */
const blankShare = 0.08

export function answerPolls({ person: { seat, room, ballots }, chance }: Self): Habit {
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
      const choice = opinion(poll, chance.between(0, 1))
      if (poll.mode === 'anonymous') ballots.cast(poll.pollId, choice)
      else await room.send({ type: 'poll.answer', pollId: poll.pollId, choice })
    }
  }
}

/** Most think alike, some do not; after an hour's work together they are a little more hopeful. */
function opinion({ phase, scale }: Poll, drawn: number): number {
  const shares = phase === 'end' ? [0.02, 0.1, 0.3, 0.42, 0.16] : [0.08, 0.26, 0.38, 0.2, 0.08]
  let left = drawn
  for (const [step, share] of shares.entries()) {
    left -= share
    if (left < 0) return scale.min + step
  }
  return scale.max
}
