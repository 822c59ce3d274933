// Looks at a whole board that comes from elsewhere, as at an update of a browser that nobody knows.
import { LiveDocument } from '#server/board/live-document.ts'
import { FrameRefusal } from '#server/board/refusal.ts'
import { scanUpdate } from '#server/board/scan-update.ts'

/** Above what a board of 4,000 elements comes to after years. */
const maxBoardBytes = 32 * 1024 * 1024
const maxStructs = 2_000_000

/** Null, or the sentence that says why nobody could open this. `update`: all of it in one, upon nothing. */
export function problemWithBoard(update: Uint8Array): string | null {
  if (update.length > maxBoardBytes)
    return `A board has at most ${maxBoardBytes / 1024 ** 2} MB, and this one is larger.`
  try {
    const scan = scanUpdate(update, { maxStructs })
    const live = new LiveDocument([])
    live.checkComplete(scan)
    live.take(update, true)
    return null
  } catch (error) {
    if (error instanceof FrameRefusal) return error.message
    throw error
  }
}
