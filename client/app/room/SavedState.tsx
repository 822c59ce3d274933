// What the top bar says about what one has done: saved, saving, offline with so much waiting. Never more than is true.
import { IconAlertTriangle, IconCheck, IconCloudOff, IconCloudUpload, IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useBoardStatus } from '#client/board/board-status.ts'
import { useFacilitation } from '#client/facilitation/use-facilitation.ts'
import { announce } from '#client/ui/LiveRegion.tsx'
import { type TranslateOf, useTexts } from '#client/ui/texts.ts'
import { roomTexts } from './room-texts.ts'
import classes from './SavedState.module.css'
import { type SavedState as State, savedState } from './saved-state.ts'

const icons = {
  saved: IconCheck,
  saving: IconCloudUpload,
  connecting: IconCloudUpload,
  offline: IconCloudOff,
  refused: IconAlertTriangle,
  outdated: IconRefresh,
} as const

/** `isBoardless` on a phone on which the map has not been opened: nothing is written there. */
export function SavedState({ isBoardless = false }: { isBoardless?: boolean }) {
  const t = useTexts(roomTexts)
  const board = useBoardStatus()
  const connection = useFacilitation((state) => state.status)
  const pending = useFacilitation((state) => state.pending.length)
  const state = savedState({ board: isBoardless ? null : board, connection, pending })
  const Icon = icons[state.kind]
  const words = wordsFor(state, t)
  useSpokenWhenWorse(state.kind, words)
  return (
    <span
      className={classes.saved}
      data-kind={state.kind}
      data-boardless={isBoardless || undefined}
      title={words}
    >
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <span className={classes.words}>{words}</span>
    </span>
  )
}

function wordsFor(state: State, t: TranslateOf<typeof roomTexts>): string {
  if (state.kind === 'offline')
    return state.waiting > 0 ? t('offlineWaiting', { count: state.waiting }) : t('offline')
  return t(state.kind)
}

/** Going offline and a refusal are said aloud; "saved" after every keystroke would be noise. */
function useSpokenWhenWorse(kind: State['kind'], words: string): void {
  const before = useRef(kind)
  useEffect(() => {
    if (before.current === kind) return
    const wasOffline = before.current === 'offline'
    before.current = kind
    if (kind === 'offline' || kind === 'refused' || kind === 'outdated' || (wasOffline && kind === 'saved'))
      announce(words)
  }, [kind, words])
}
