// One word for two planes: the board's state and the facilitation connection's, the worse of them told.
import type { BoardStatus } from '#client/board/board-status.ts'
import type { ConnectionStatus } from '#client/facilitation/room-store.ts'

export type SavedState =
  | { kind: 'saved' | 'saving' | 'connecting' | 'refused' | 'outdated' }
  /** `waiting`: changes and commands kept on this device until the connection is back. */
  | { kind: 'offline'; waiting: number }

export function savedState(now: {
  /** null where the board is not open, or only to look at. */
  board: BoardStatus | null
  connection: ConnectionStatus
  /** Commands without an answer yet. */
  pending: number
}): SavedState {
  const { board, connection, pending } = now
  if (board?.kind === 'refused' || board?.kind === 'outdated') return { kind: board.kind }
  const boardWaiting = board?.kind === 'offline' || board?.kind === 'saving' ? board.waiting : 0
  if (board?.kind === 'offline' || connection === 'offline')
    return { kind: 'offline', waiting: boardWaiting + pending }
  if (board?.kind === 'saving' || pending > 0) return { kind: 'saving' }
  if ((board === null || board.kind === 'saved') && connection === 'online') return { kind: 'saved' }
  return { kind: 'connecting' }
}
