// Talks to the ballot box over plain HTTP: without cookie, referrer or cache, so that nothing but the ballot arrives.
import { CastBallot, CastReply, finalCastErrors } from '#shared/ballots/cast-protocol.ts'
import type { PollId } from '#shared/ids.ts'

type CastAnswer =
  | { kind: 'stored'; receipt: string }
  /** Waiting for other ballots, or nobody answered: send the same again. */
  | { kind: 'again' }
  /** Sending the same again never helps. */
  | { kind: 'refused'; code: (typeof finalCastErrors)[number]; message: string }

export type BallotBoxClient = {
  /** Rejects only when `signal` aborts. */
  cast(pollId: PollId, ballot: CastBallot, signal: AbortSignal): Promise<CastAnswer>
  /** The one with this hash, which the log names (hex). null when it is not there yet or nobody answered. */
  bundle(pollId: PollId, bundleHash?: string | null): Promise<Uint8Array | null>
}

// Chromium sends such a request over a connection that it never shares with one that carries cookies.
const withoutIdentity = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  keepalive: true,
} as const

/** `origin` is '' for the page's own. */
export function createBallotBoxClient(origin = ''): BallotBoxClient {
  return {
    async cast(pollId, ballot, signal) {
      try {
        const response = await fetch(`${origin}/b/${pollId}`, {
          ...withoutIdentity,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(CastBallot.parse(ballot)),
          signal,
        })
        return readAnswer(await response.json())
      } catch {
        signal.throwIfAborted()
        return { kind: 'again' } // no network, or a proxy's page instead of an answer
      }
    },

    async bundle(pollId, bundleHash) {
      const which = bundleHash ? `?hash=${bundleHash}` : ''
      try {
        const response = await fetch(`${origin}/b/${pollId}${which}`, {
          ...withoutIdentity,
          keepalive: false,
        })
        return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
      } catch {
        return null
      }
    },
  }
}

function readAnswer(json: unknown): CastAnswer {
  const reply = CastReply.safeParse(json).data
  if (!reply || 'pending' in reply) return { kind: 'again' }
  if ('receipt' in reply) return { kind: 'stored', receipt: reply.receipt }
  const code = finalCastErrors.find((final) => final === reply.error.code)
  return code ? { kind: 'refused', code, message: reply.error.message } : { kind: 'again' }
}
