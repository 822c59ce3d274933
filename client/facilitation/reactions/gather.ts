// Adds up what has been reacted with in the last moments, so that a screen reader hears it in one sentence.
import { Reaction, type ReactionCounts } from '#shared/facilitation/reactions.ts'

export function added(before: ReactionCounts, more: ReactionCounts): ReactionCounts {
  const sum: ReactionCounts = {}
  for (const reaction of Reaction.options) {
    const count = (before[reaction] ?? 0) + (more[reaction] ?? 0)
    if (count > 0) sum[reaction] = count
  }
  return sum
}

/** In the order of the menu, none that is not there. */
export const listed = (counts: ReactionCounts): { reaction: Reaction; count: number }[] =>
  Reaction.options.flatMap((reaction) => {
    const count = counts[reaction] ?? 0
    return count > 0 ? [{ reaction, count }] : []
  })
