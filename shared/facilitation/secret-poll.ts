// A poll whose ballots lie in the ballot box: what the log says of it from its opening to its seal.
import { z } from 'zod'
import { type FormPlace, Hex32, type PollQuestion } from '#shared/facilitation/poll-form.ts'
import { PersonId, type PollId } from '#shared/ids.ts'

export type SecretPoll = PollQuestion & {
  mode: 'anonymous'
  pollId: PollId
  /** null for a question that was asked alone. */
  form: FormPlace | null
  openedAt: number
  closesAt: number | null
  closedAt: number | null
  /** Who could take part when it opened; from the seal on, who had received a ballot. */
  eligible: readonly PersonId[]
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
