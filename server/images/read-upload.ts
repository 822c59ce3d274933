// Takes a file in from a request, with a hard limit, and gives up as soon as it is seen to be none that is wanted.
import type { IncomingMessage } from 'node:http'
import { type ApiRefusal, done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Memory } from '#server/images/memory.ts'

type Limits = {
  maxBytes: number
  /** Without a byte for so long, the sender is taken to be gone. */
  stallMs: number
  memory: Memory
  /** Asked once, with the first bytes that came; a refusal ends it there. */
  check: (start: Uint8Array) => Outcome<unknown>
  /** Other words where it is no image that is awaited. */
  tooLarge?: ApiRefusal
  busy?: ApiRefusal
}

/** Resolves always. What comes after a refusal is thrown away as it arrives. */
export function readUpload(
  request: IncomingMessage,
  { maxBytes, stallMs, memory, check, tooLarge = imageTooLarge(maxBytes), busy = manyImages }: Limits,
): Promise<Outcome<Uint8Array>> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve(tooLarge)
  // Something before has read it: it came as JSON.
  if (request.readableEnded) {
    const nothing = check(new Uint8Array())
    return Promise.resolve(nothing.ok ? cutOff : nothing)
  }

  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let length = 0
    let isChecked = false
    const stall = setTimeout(() => end(tooSlow), stallMs)
    const onData = (chunk: Uint8Array) => {
      stall.refresh()
      length += chunk.length
      if (length > maxBytes) return end(tooLarge)
      if (!memory.take(chunk.length)) return end(busy)
      chunks.push(chunk)
      if (isChecked || length < signatureBytes) return
      isChecked = true
      const checked = check(Buffer.concat(chunks))
      if (!checked.ok) end(checked)
    }
    const onEnd = () => end(done(Buffer.concat(chunks, length)))
    const onCut = () => end(cutOff)
    const end = (outcome: Outcome<Uint8Array>) => {
      clearTimeout(stall)
      memory.give(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
      chunks.length = 0
      request.off('data', onData).off('end', onEnd).off('error', onCut).off('close', onCut)
      request.on('error', () => {}) // of a connection that ends after the answer
      request.resume()
      resolve(outcome)
    }
    request.on('data', onData).on('end', onEnd).on('error', onCut).on('close', onCut)
  })
}

/** The longest of the signatures. */
const signatureBytes = 16

const cutOff = refuse(400, 'cut-off', 'The file did not arrive whole; send it again.')
const tooSlow = refuse(408, 'too-slow', 'The file stopped arriving; send it again.')
const imageTooLarge = (maxBytes: number) =>
  refuse(
    413,
    'image-too-large',
    `An image has at most ${maxBytes / 1024 ** 2} MB; save it smaller and try again.`,
  )
const manyImages = refuse(
  503,
  'busy',
  'Too many images are arriving at this moment; wait a little and send it again.',
)
