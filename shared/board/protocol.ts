// The board plane on the wire: the stock y-websocket protocol on /board/<workshop id>, plus one message type of ours.

/** y-websocket: 0 sync (y-protocols), 1 awareness, 2 auth, 3 query awareness. */
export const messageSync = 0
export const messageAwareness = 1

/**
 * Ours, server to browser, only on connections opened with `?acks=1`: a varUint, how many of this connection's update
 * frames (SyncStep2 included) are committed to storage. Yjs clocks cannot say it: deletions advance none.
 */
export const messageStored = 100

/**
 * WebSocket close codes of the board plane (4000-4999 are for applications, RFC 6455 section 7.4.2). The stock provider
 * takes 44xx for final and comes back by itself after 45xx, and so does our browser.
 */
export const closeCodes = {
  /** The frame is not of the protocol; sending it again will not help. */
  malformed: 4400,
  /** No seat, or the ticket has expired. */
  unauthorised: 4401,
  /** The update is well formed and not acceptable; sending it again will not help. */
  refused: 4422,
  /** This browser's records are of another version than the server's (`?schema=`): the page has to be loaded again. */
  outdated: 4426,
  /** The server is stopping, or could not store; come back in a moment. */
  restarting: 4503,
  /** Over 4 MB wait to be sent to this browser; it syncs when it comes back. */
  tooSlow: 4529,
} as const

/** An update frame at most 256 KiB; a SyncStep2, the answer after time offline, at most 8 MiB. */
export const maxUpdateBytes = 256 * 1024
export const maxSyncBytes = 8 * 1024 * 1024
/** One person's presence: one awareness entry of at most this many bytes of JSON. */
export const maxPresenceBytes = 2048

/** What the server says when it refuses a change for a lock; a browser has the same in its reader's language. */
export const lockRefusals = {
  notYours: 'Only a facilitator can lock or unlock the board and its parts.',
  board: 'The board is locked; a facilitator can unlock it.',
  part: 'This part of the board is locked; a facilitator can unlock it.',
} as const
