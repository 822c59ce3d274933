// What is published when a poll is closed: everything that everyone needs to count and to check it again.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { bodyLengths } from '#shared/ballots/body.ts'
import { Hex } from '#shared/ballots/cast-protocol.ts'
import { utf8ToText } from '#shared/ballots/utf8.ts'
import { LoggedQuestion } from '#shared/facilitation/poll-form.ts'
import { PersonId, PollId } from '#shared/ids.ts'

/** What was asked and how ballots look. Serialised once, when the keys are made. */
export const Manifest = z.object({
  version: z.literal(1),
  mode: z.literal('anonymous'),
  ...LoggedQuestion.shape,
  bodyBytes: z.literal(bodyLengths),
  /** Ballots without an answer count towards the minimum group: everyone sends one, whether they have something to say or not. */
  blanksCount: z.literal(true).optional(),
})
export type Manifest = z.infer<typeof Manifest>

const published = {
  version: z.literal(1),
  pollId: PollId,
  manifest: Manifest,
  minimumGroup: z.number().int(),
  pk: Hex(32),
  receiptPk: Hex(32),
  /** Who received a ballot, sorted. Ids, not names: erasing a name breaks no hash. */
  issued: z.array(PersonId),
}
const PublishedBallot = z.object({
  t: Hex(32),
  rev: z.number().int().min(0).max(255),
  body: Hex(...bodyLengths),
  mac: Hex(32),
  receipt: Hex(64),
})

/** `k` is the poll's secret key: with it, everyone can check every MAC. A suppressed poll keeps neither. */
export const Bundle = z.discriminatedUnion('suppressed', [
  z.object({ ...published, suppressed: z.literal(false), k: Hex(32), ballots: z.array(PublishedBallot) }),
  z.object({ ...published, suppressed: z.literal(true), ballots: z.array(z.object({ t: Hex(32) })) }),
])
export type Bundle = z.infer<typeof Bundle>

/** The bytes that are hashed, stored and served; never made a second time. */
export const bundleBytes = (bundle: Bundle): Uint8Array => utf8ToBytes(JSON.stringify(bundle))

/** null when the bytes are not a bundle. */
export function readBundle(bytes: Uint8Array): Bundle | null {
  try {
    const json: unknown = JSON.parse(utf8ToText(bytes))
    return Bundle.safeParse(json).data ?? null
  } catch {
    return null // no text, or no JSON
  }
}

/** 32 bytes; over the exact bytes. */
export const hashBundle = (bytes: Uint8Array): Uint8Array => sha256(bytes)
