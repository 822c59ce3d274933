// Why a frame from a browser is not taken: a close code and a sentence, thrown by whoever finds out.
import { closeCodes } from '#shared/board/protocol.ts'

/** Ends the connection that sent the frame; the board and everybody else on it go on. */
export class FrameRefusal extends Error {
  readonly code: number

  constructor(code: number, sentence: string) {
    super(sentence)
    this.name = 'FrameRefusal'
    this.code = code
  }
}

/** Not our protocol. */
export const malformed = (sentence: string) => new FrameRefusal(closeCodes.malformed, sentence)

/** Well formed and not acceptable: sending it again will not help. */
export const refused = (sentence: string) => new FrameRefusal(closeCodes.refused, sentence)

/** Not acceptable yet: whoever sends it comes back in a moment and sends it again. */
export const notYet = (sentence: string) => new FrameRefusal(closeCodes.restarting, sentence)
