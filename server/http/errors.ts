// What leaves the server when something was thrown: bad input gets its sentence, a bug gets an id and is reported once.
import type { ErrorRequestHandler } from 'express'
import { type Answer, refusalAnswer, refuse, send } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'

/** By `type` of the errors that express's body parser throws. */
const badBodies: Record<string, Answer> = {
  'entity.parse.failed': refusalAnswer(
    refuse(400, 'malformed-json', 'The body is not valid JSON; check brackets and quotes.'),
  ),
  'encoding.unsupported': refusalAnswer(
    refuse(415, 'not-json', 'This content encoding is not known here; send plain, gzip or br.'),
  ),
  'charset.unsupported': refusalAnswer(
    refuse(415, 'not-json', 'This charset is not known here; send UTF-8.'),
  ),
}

const tooLarge = (limit: number): Answer =>
  refusalAnswer(refuse(413, 'too-large', `The body is larger than ${limit / 1024} kB; send less.`))

export function reportErrors(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const answer = badRequest(error) ?? bug(error, log, request.route?.path)
    // Half an answer is out already: the browser has to see that it was cut off.
    if (response.headersSent) response.destroy()
    else send(response, answer)
  }
}

/** What express and its parts throw about a request carries a status from 400 to 499; null for everything else. */
function badRequest(error: unknown): Answer | null {
  if (!(error instanceof Error) || !('status' in error)) return null
  const { status } = error
  if (typeof status !== 'number' || status < 400 || status > 499) return null
  const known = 'type' in error ? badBodies[String(error.type)] : undefined
  if ('limit' in error && status === 413) return tooLarge(Number(error.limit))
  return (
    known ??
    refusalAnswer(
      refuse(status, 'bad-request', 'The request could not be read; check its address and headers.'),
    )
  )
}

function bug(error: unknown, log: Log, route: unknown): Answer {
  const errorId = log.bug('http.failed', error, { route })
  const message = `Something failed on the server (error ${errorId}); try again, and tell its operator that number if it stays.`
  return refusalAnswer(refuse(500, 'bug', message))
}
