// Reads a small JSON body and nothing else of a request: ballots pass through no shared middleware.
import type { IncomingMessage } from 'node:http'
import type { After } from '#server/ballots/after.ts'

type BodyProblem = { status: 400 | 408 | 413 | 415; code: string; message: string }
export type Body = { ok: true; json: unknown } | ({ ok: false } & BodyProblem)

/** Resolves always; a body that is too large, too slow, no JSON or cut off is a problem with a sentence. */
export function readJson(
  request: IncomingMessage,
  { maxBytes, timeoutMs, after }: { maxBytes: number; timeoutMs: number; after: After },
): Promise<Body> {
  // Besides being our protocol, this makes foreign pages ask first (CORS preflight), and nobody answers them.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    return Promise.resolve(problem(415, 'not-json', 'A ballot is sent as application/json.'))
  const tooLarge = problem(413, 'too-large', `A ballot has at most ${maxBytes} bytes; this body is longer.`)
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve(tooLarge)

  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let length = 0
    const cancel = after(timeoutMs, () =>
      end(problem(408, 'too-slow', 'The ballot did not arrive; send it again.')),
    )
    const end = (body: Body) => {
      cancel()
      request.removeAllListeners('data')
      resolve(body)
    }
    request.on('data', (chunk: Uint8Array) => {
      length += chunk.length
      if (length > maxBytes) end(tooLarge)
      else chunks.push(chunk)
    })
    request.once('end', () => end(parse(Buffer.concat(chunks))))
    request.once('error', () => end(problem(400, 'cut-off', 'The ballot was cut off; send it again.')))
    request.once('close', () => end(problem(400, 'cut-off', 'The ballot was cut off; send it again.')))
  })
}

function parse(bytes: Buffer): Body {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'))
    return { ok: true, json }
  } catch {
    return problem(400, 'not-json', 'The body is not JSON; a ballot is {"t", "rev", "body", "mac"}.')
  }
}

const problem = (status: BodyProblem['status'], code: string, message: string): Body => ({
  ok: false,
  status,
  code,
  message,
})
