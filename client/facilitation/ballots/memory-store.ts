// Keeps ballots in memory: where the browser keeps nothing, and for simulated voters.
import type { BallotKey, BallotStore, StoredBallot } from '#client/facilitation/ballots/stored-ballot.ts'

export function createMemoryStore(): BallotStore {
  const rows = new Map<string, StoredBallot>()
  const name = ({ pollId, personId }: BallotKey) => `${pollId} ${personId}`
  return {
    isLasting: false,
    read: async (key) => rows.get(name(key)) ?? null,
    async addOnce(ballot) {
      const before = rows.get(name(ballot))
      if (!before) rows.set(name(ballot), ballot)
      return before ?? ballot
    },
    async change(key, edit) {
      const before = rows.get(name(key))
      if (!before) return null
      const next = edit(before)
      rows.set(name(key), next)
      return next
    },
    onForeignChange: () => () => {},
  }
}
