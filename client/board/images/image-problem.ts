// Why a file did not become an image on the board.
import { type ImageRefusal, imageRefusals } from '#shared/board/images.ts'

/** `unreachable`: no answer came. `failed`: an answer that this page does not know; its message is the server's. */
export type ProblemCode = ImageRefusal | 'image-svg' | 'unreachable' | 'failed'

export class ImageProblem extends Error {
  override readonly name = 'ImageProblem'
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string = code) {
    super(message)
    this.code = code
  }
}

export const problemOf = (code: string): ProblemCode =>
  imageRefusals.find((each) => each === code) ?? 'failed'

/** Sending it again can help. */
export const isPassing = (code: ProblemCode): boolean =>
  code === 'unreachable' || code === 'failed' || code === 'too-many-requests'
