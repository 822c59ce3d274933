// A poll whose ballots lie in the ballot box: what the log says of it from its opening to its seal.
import { z } from 'zod'
import { type AskedPoll, Hex32 } from '#shared/facilitation/poll-form.ts'
import { PersonId } from '#shared/ids.ts'

export type SecretPoll = AskedPoll & {
  mode: 'anonymous'
  state: 'open' | 'closing' | 'closed'
  pk: string
  receiptPk: string
  minimumGroup: number
  /** True where ballots without an answer count towards the minimum group: concern boxes. Polls count answers. */
  blanksCount: boolean
  graceEndsAt: number | null
  bundleHash: string | null
  /** Fewer than the minimum group: not shown, not kept. */
  suppressed: boolean
}

/** What an event of its opening has besides the question. */
export const secretPollOpened = {
  pk: Hex32,
  receiptPk: Hex32,
  minimumGroup: z.number().int(),
}

/** What the ballot box says of a poll that it has sealed. */
export const sealedPoll = {
  bundleHash: Hex32,
  suppressed: z.boolean(),
  issuedTo: z.array(PersonId),
}
const Sealed = z.object(sealedPoll)
type Sealed = z.infer<typeof Sealed>

export const secretClosing = (poll: SecretPoll, { graceEndsAt }: { graceEndsAt: number }): SecretPoll => ({
  ...poll,
  state: 'closing',
  graceEndsAt,
})

export const secretSealed = (
  poll: SecretPoll,
  { at, bundleHash, suppressed, issuedTo }: Sealed & { at: number },
): SecretPoll => ({ ...poll, state: 'closed', closedAt: at, bundleHash, suppressed, eligible: issuedTo })
