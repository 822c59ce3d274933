// Whom a Yjs client id belongs to: the first person who used it on this board.
import { refused } from '#server/board/refusal.ts'

/** Of one person on one board, in all tabs: a page load has one, a long time offline brings those of several. */
const maxClientIds = 300

type Claim = {
  clientIds: readonly number[]
  /** What has been shown to be this person's before; grows. */
  own: Set<number>
  /** Resolves to true when it is this person's from now on, to false when it is somebody else's. */
  claim: (clientId: number) => Promise<boolean>
}

/** Null when all of these have been shown to be this person's; resolves with those that are somebody else's. */
export function claimAll({ clientIds, own, claim }: Claim): Promise<number[]> | null {
  const unknown = clientIds.filter((clientId) => !own.has(clientId))
  if (unknown.length === 0) return null
  if (own.size + unknown.length > maxClientIds) {
    throw refused('You write under too many names; close other windows and load the page again.')
  }
  return Promise.all(unknown.map(claim)).then((areOwn) => {
    for (const [index, clientId] of unknown.entries()) if (areOwn[index]) own.add(clientId)
    return unknown.filter((_, index) => !areOwn[index])
  })
}
