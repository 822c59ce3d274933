// What the board needs to know of silent writing, in plain values, and the way to it from every piece of this folder.
import { createContext, useContext } from 'react'
import type { DraftKeeper } from '#client/board/silence/draft-keeper.ts'
import type { RoundId } from '#shared/ids.ts'
import type { SilentCounts } from '#shared/silence/counts.ts'
import type { Draft, DraftContent, DraftId } from '#shared/silence/drafts.ts'

/** A round that is on. */
export type SilentWriting = {
  roundId: RoundId
  /** One sentence: what is hidden, from whom, until when. */
  promise: string
  /** Of the others' notes, some seconds late; null until the first are told. */
  counts: SilentCounts | null
}

export type Silence = {
  /** Null while no round is on. */
  writing: SilentWriting | null
  /** One's own notes; null for observers and while no round is on. */
  keeper: DraftKeeper | null
  /** Which of them is being typed into. */
  editing: DraftId | null
  edit(draftId: DraftId | null): void
  /** Begins a note and opens it for typing. */
  begin(content: DraftContent): void
  /** What did not reach the server before its round was over. */
  late: readonly Draft[]
  discardLate(draftId: DraftId): void
}

export const SilenceContext = createContext<Silence | null>(null)

export function useSilentNotes(): Silence {
  const silence = useContext(SilenceContext)
  if (!silence) throw new Error('useSilentNotes needs a SilenceContext around it.')
  return silence
}
