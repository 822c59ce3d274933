// The ballot box over HTTP: no session, no cookie, no log line. Mounted before every other middleware.
import { hexToBytes } from '@noble/hashes/utils.js'
import { type Request, type Response, Router } from 'express'
import type { AddressLimiter } from '#server/ballots/address-limiter.ts'
import type { After } from '#server/ballots/after.ts'
import { type Cast, type CastOutcome, refuse } from '#server/ballots/poll-box.ts'
import { readJson } from '#server/ballots/read-json.ts'
import type { Log } from '#server/log.ts'
import type { BallotRow } from '#server/storage/storage.ts'
import { CastBallot } from '#shared/ballots/cast-protocol.ts'
import { Hex32 } from '#shared/facilitation/poll-form.ts'
import { PollId } from '#shared/ids.ts'

/** After so long without a fifth ballot, the browser is told to ask again: proxies cut longer waits. */
export const answerWithinMs = 10_000
const maxBytes = 4096
export const bodyTimeoutMs = 8_000

export function createRoutes({
  cast,
  bundle,
  mayCast,
  after,
  log,
}: {
  cast: (pollId: PollId, ballot: BallotRow) => Promise<Cast>
  bundle: (pollId: PollId, bundleHash: string | null) => Promise<Uint8Array | null>
  mayCast: AddressLimiter
  after: After
  log: Log
}): Router {
  const router = Router({ caseSensitive: true })

  router.post('/:pollId', (request, response) => {
    if (!mayCast(request.ip ?? ''))
      return answer(
        response,
        429,
        error('too-many-requests', 'Too many ballots from this address; wait a moment.'),
      )
    takeBallot(request).then((reply) => answer(response, reply.status, reply.json), report(response))
  })

  router.get('/:pollId', (request, response) => {
    const pollId = PollId.safeParse(request.params.pollId)
    // Of a poll that came in a file there may be several tellings: each workshop's log names the hash of its own.
    const hash = Hex32.optional().safeParse(request.query.hash)
    const found =
      pollId.success && hash.success ? bundle(pollId.data, hash.data ?? null) : Promise.resolve(null)
    found.then((bytes) => {
      if (!bytes)
        return answer(
          response,
          404,
          error('not-found', 'There is no closed poll here: it is open, or never was.'),
        )
      answer(response, 200, bytes)
    }, report(response))
  })

  router.all('/{*rest}', (_request, response) => {
    answer(
      response,
      405,
      error(
        'not-allowed',
        'Ballots are sent with POST and the closed poll is read with GET, at /b/<poll id>.',
      ),
    )
  })

  async function takeBallot(request: Request<{ pollId: string }>): Promise<{ status: number; json: object }> {
    const body = await readJson(request, { maxBytes, timeoutMs: bodyTimeoutMs, after })
    if (!body.ok) return { status: body.status, json: error(body.code, body.message) }
    const pollId = PollId.safeParse(request.params.pollId)
    if (!pollId.success) return toReply(refuse('poll-unknown').refused)
    const ballot = CastBallot.safeParse(body.json)
    if (!ballot.success) return toReply(refuse('invalid').refused)
    const { t, rev, body: choice, mac } = ballot.data
    const row = { t: hexToBytes(t), rev, body: hexToBytes(choice), mac: hexToBytes(mac) }
    const taken = await cast(pollId.data, row)
    if ('refused' in taken) return toReply(taken.refused)
    return (await within(taken.stored)) ?? { status: 202, json: { pending: true } }
  }

  /** null when it takes too long. */
  function within(stored: Promise<CastOutcome>): Promise<{ status: number; json: object } | null> {
    return new Promise((resolve, reject) => {
      const cancel = after(answerWithinMs, () => resolve(null))
      stored.then(toReply).then(resolve, reject).finally(cancel)
    })
  }

  const report = (response: Response) => (problem: unknown) => {
    const errorId = log.bug('ballots.request-failed', problem)
    answer(response, 500, error('bug', `Something went wrong here (${errorId}); send the ballot again.`))
  }

  return router
}

const statuses: Record<Extract<CastOutcome, { ok: false }>['code'], number> = {
  'poll-unknown': 404,
  'poll-closed': 410,
  invalid: 400,
  stale: 409,
  forged: 403,
  'other-body': 409,
  'too-many': 403,
  'not-stored': 503,
}

function toReply(outcome: CastOutcome): { status: number; json: object } {
  if (outcome.ok) return { status: 200, json: { receipt: Buffer.from(outcome.receipt).toString('hex') } }
  return { status: statuses[outcome.code], json: error(outcome.code, outcome.message) }
}

const error = (code: string, message: string) => ({ error: { code, message } })

function answer(response: Response, status: number, content: object | Uint8Array): void {
  if (response.headersSent || response.destroyed) return
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.byteLength,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // A body that was refused half-read would be taken for the next request on this connection.
    ...(status === 413 || status === 408 || status === 415 ? { connection: 'close' } : {}),
  })
  response.end(bytes)
}
