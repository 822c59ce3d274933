// What is said aloud about concerns: how many were released, counted by the own browser, and how they were answered.
import type { BallotView } from '#client/facilitation/ballots/ballot-view.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'

export type ConcernAnnouncement =
  | { what: 'concernsReleased'; count: number; title: string }
  | { what: 'concernsSuppressed'; title: string }
  | { what: 'concernAnswered' }
  | { what: 'concernAnswer'; answer: string }

/** Facilitators hear nothing of it: it is they who answer. */
export function aboutAnswers(
  { concerns: before }: Workshop,
  { concerns: after }: Workshop,
  me: { role: string },
): ConcernAnnouncement[] {
  if (before === after || me.role === 'facilitator') return []
  return after.flatMap(({ poll, answered }) => {
    const was = before.find((box) => box.poll.pollId === poll.pollId)?.answered ?? {}
    return Object.entries(answered)
      .filter(([t, answer]) => was[t] !== answer)
      .map(
        ([, answer]): ConcernAnnouncement =>
          answer === null ? { what: 'concernAnswered' } : { what: 'concernAnswer', answer },
      )
  })
}

export type ClosedBox = { poll: SecretPoll; ballot: Pick<BallotView, 'audit' | 'written' | 'chosen'> }

/** Undefined while the own browser still counts; null where there is nothing to say. */
export function aboutReleased({ poll, ballot }: ClosedBox): ConcernAnnouncement | null | undefined {
  const { question: title } = poll
  // As on the screen: only whoever has written something learns that it is gone.
  if (poll.suppressed) return ballot.chosen ? { what: 'concernsSuppressed', title } : null
  if (ballot.audit === null) return undefined
  const count = ballot.audit.ok ? ballot.written.length : 0
  return count > 0 ? { what: 'concernsReleased', count, title } : null
}
