// A voter who does every step of the ballot protocol by hand, so that a test can do each of them wrong.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { ballotMac } from '#shared/ballots/ballot.ts'
import { type Choice, encodeBody, scaleChoice } from '#shared/ballots/body.ts'
import type { CastBallot } from '#shared/ballots/cast-protocol.ts'
import { blindToken, finishToken, makeNullifier, redeemToken } from '#shared/ballots/token.ts'
import type { Question } from '#shared/facilitation/questions.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { PersonId, PollId } from '#shared/ids.ts'
import { type BallotRoom, workshopId } from '#tests/support/ballot-room.ts'

export type Token = { t: Uint8Array; y: Uint8Array; pollId: PollId; asks: Question }

/** Asks for a token as this participant. Rejects with the refusal's code. */
export async function takeToken(room: BallotRoom, poll: SecretPoll, personId: PersonId): Promise<Token> {
  const t = makeNullifier()
  const { r, blinded } = blindToken(poll.pollId, t)
  const seat = { workshopId, personId, role: 'participant' as const }
  const reply = await room.ballots.token(seat, { pollId: poll.pollId, blinded: bytesToHex(blinded) })
  if (!reply.ok) throw new Error(reply.code)
  const mine = { t, r, blinded, pk: hexToBytes(poll.pk) }
  const answer = { evaluated: hexToBytes(reply.evaluated), proof: hexToBytes(reply.proof) }
  return { t, y: finishToken(poll.pollId, mine, answer), pollId: poll.pollId, asks: poll.asks }
}

/** A token nobody asked for: only whoever has the secret key can make it. */
export function forgeToken({ pollId, asks }: SecretPoll, sk: Uint8Array): Token {
  const t = makeNullifier()
  return { t, y: redeemToken(sk, pollId, t), pollId, asks }
}

export function fillIn({ t, y, pollId, asks }: Token, choice: number | Choice, rev = 0): CastBallot {
  const body = encodeBody(typeof choice === 'number' ? scaleChoice(choice) : choice, asks)
  const mac = ballotMac(y, pollId, { t, rev, body })
  return { t: bytesToHex(t), rev, body: bytesToHex(body), mac: bytesToHex(mac) }
}

export type CastResponse = { status: number; code: string | null; receipt: string | null; isPending: boolean }

export async function send(room: { origin: string }, pollId: string, ballot: unknown): Promise<CastResponse> {
  const response = await fetch(`${room.origin}/b/${pollId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof ballot === 'string' ? ballot : JSON.stringify(ballot),
  })
  // The server's own answer; each of its fields is looked at by the tests.
  const json = (await response.json()) as { receipt?: string; pending?: true; error?: { code: string } }
  return {
    status: response.status,
    code: json.error?.code ?? null,
    receipt: json.receipt ?? null,
    isPending: json.pending === true,
  }
}
