// One's own silent notes, live.
import { useSyncExternalStore } from 'react'
import type { DraftKeeper, OwnDraft } from '#client/board/silence/draft-keeper.ts'

const none: readonly OwnDraft[] = []
const nothing = () => () => {}

export function useOwnNotes(keeper: DraftKeeper | null): readonly OwnDraft[] {
  return useSyncExternalStore(
    keeper?.store.subscribe ?? nothing,
    () => keeper?.store.getState().drafts ?? none,
  )
}

/** What has not reached the server yet, notes that were deleted among it. */
export function useUnsentCount(keeper: DraftKeeper | null): { waiting: number; isSending: boolean } {
  const drafts = useOwnNotes(keeper)
  const removing = useSyncExternalStore(
    keeper?.store.subscribe ?? nothing,
    () => keeper?.store.getState().removing ?? 0,
  )
  const waiting = drafts.filter(({ state }) => state === 'waiting').length
  return { waiting, isSending: removing > 0 || drafts.some(({ state }) => state === 'sending') }
}
