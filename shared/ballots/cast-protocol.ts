// Casting a ballot on the wire: `POST /b/<poll id>` with no identity at all, and what comes back.
import { z } from 'zod'
import { bodyLengths } from '#shared/ballots/body.ts'

/** Lower-case hex of exactly so many bytes; of one of several lengths where there are several. */
export const Hex = (...lengths: number[]) =>
  z
    .string()
    .regex(
      new RegExp(`^(${lengths.map((bytes) => `[0-9a-f]{${2 * bytes}}`).join('|')})$`),
      `This must be ${lengths.join(' or ')} bytes in lower-case hexadecimal digits.`,
    )

export const CastBallot = z.strictObject({
  t: Hex(32),
  rev: z.number().int().min(0).max(255),
  body: Hex(...bodyLengths),
  mac: Hex(32),
})
export type CastBallot = z.infer<typeof CastBallot>

/** 200 `{receipt}`: stored. 202 `{pending: true}`: waiting for other ballots; send the same again. */
export const CastReply = z.union([
  z.object({ receipt: Hex(64) }),
  z.object({ pending: z.literal(true) }),
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
])
export type CastReply = z.infer<typeof CastReply>

/** Codes of refused ballots; with any of these, sending the same again never helps. */
export const finalCastErrors = [
  'poll-unknown',
  'poll-closed',
  'invalid',
  'stale',
  'forged',
  'other-body',
  'too-many',
] as const
export type FinalCastError = (typeof finalCastErrors)[number]
