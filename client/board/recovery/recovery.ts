// After a refusal: the stored board is there again, and what it lacks of this person's is offered to them.
import * as Y from 'yjs'
import { create } from 'zustand'
import { differenceOf } from '#client/board/recovery/difference.ts'
import { putBack } from '#client/board/recovery/put-back.ts'
import { forgetRecoveryCopy, type Owner, readRecoveryCopy } from '#client/board/recovery/recovery-copy.ts'
import { wordsOf } from '#client/board/unsaved-texts.ts'

export type Recovery = {
  /** The server's sentence. */
  reason: string
  /** Changes that the board can take, and all of them. */
  good: number
  all: number
  /** Their words, a paragraph each; empty where they have none. */
  texts: string
  putBack(): void
  leaveOut(): void
}

/** One board is open at a time in a page; null while nothing is kept back. */
export const useRecovery = create<{ recovery: Recovery | null }>(() => ({ recovery: null }))
const set = (recovery: Recovery | null) => useRecovery.setState({ recovery })

/** Call once `doc` holds what is stored. */
export async function offerRecovery(owner: Owner, doc: Y.Doc): Promise<void> {
  const copy = await readRecoveryCopy(owner)
  if (!copy) return set(null)
  const mine = new Y.Doc()
  Y.applyUpdate(mine, copy.update)
  const changes = differenceOf(doc, mine)
  const end = () => {
    set(null)
    void forgetRecoveryCopy(owner)
  }
  if (changes.length === 0) return end()
  // Cards that only made room are no changes that anybody would count.
  const meant = changes.filter(({ isMove }) => !isMove)
  const counted = meant.length > 0 ? meant : changes
  set({
    reason: copy.reason,
    good: counted.filter(({ isGood }) => isGood).length,
    all: counted.length,
    texts: changes.flatMap(({ record }) => wordsOf(record)).join('\n\n'),
    putBack() {
      // Worked out anew: others go on meanwhile.
      putBack(doc, differenceOf(doc, mine))
      end()
    },
    leaveOut: end,
  })
}
