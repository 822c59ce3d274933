// Whether what this browser did to the board is safe: what the top bar says about it.
import { create } from 'zustand'

export type BoardStatus =
  | { kind: 'connecting' }
  /** Everything done here is on the server's disk. */
  | { kind: 'saved' }
  /** `waiting` changes are on their way. */
  | { kind: 'saving'; waiting: number }
  /** No connection; `waiting` changes are kept on this device and sent when it is back. */
  | { kind: 'offline'; waiting: number }
  /** This browser has no seat here any more, or its link has ended. */
  | { kind: 'unauthorised' }
  /** The server speaks of the board in another version than this page: what waits is kept until it is loaded again. */
  | { kind: 'outdated' }
  /**
   * The server has refused a change of ours; a copy of the board lies on this device. `reason` is the server's sentence;
   * `texts` what was written and not saved, empty where it has no words.
   */
  | { kind: 'refused'; reason: string; texts: string }

/** One board is open at a time in a page. */
export const useBoardStatus = create<BoardStatus>(() => ({ kind: 'connecting' }))

export const setBoardStatus = (status: BoardStatus): void => useBoardStatus.setState(status, true)
