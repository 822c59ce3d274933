// The ballot boxes of all polls that are not sealed, each loaded when it is first asked for.
import type { Arithmetic } from '#server/ballots/arithmetic.ts'
import { createPollBox, type PollBox } from '#server/ballots/poll-box.ts'
import type { Log } from '#server/log.ts'
import type { BallotStore, PollRow } from '#server/storage/storage.ts'
import { Manifest } from '#shared/ballots/bundle.ts'
import { utf8ToText } from '#shared/ballots/utf8.ts'
import { questionOf } from '#shared/facilitation/poll-form.ts'
import type { PollId } from '#shared/ids.ts'

export type Boxes = {
  /** null for a poll that is unknown or sealed. */
  of(pollId: PollId): Promise<PollBox | null>
  forget(pollId: PollId): void
  /** Stores what is pending in each; resolves also when one of them could not. */
  finishAll(): Promise<void>
}

export const manifestOf = ({ manifest }: Pick<PollRow, 'manifest'>): Manifest =>
  Manifest.parse(JSON.parse(utf8ToText(manifest)))

export function createBoxes({
  storage,
  arithmetic,
  log,
}: {
  storage: BallotStore
  arithmetic: Arithmetic
  log: Log
}): Boxes {
  const boxes = new Map<PollId, Promise<PollBox | null>>()

  async function load(pollId: PollId): Promise<PollBox | null> {
    const row = await storage.poll(pollId)
    if (!row?.sk || !row.receiptSk || (row.state !== 'open' && row.state !== 'closing')) return null
    const { workshopId, state, pk, sk, receiptSk } = row
    const [issued, ballots] = await Promise.all([storage.issuedTo(pollId), storage.ballots(pollId)])
    const keys = { pk, sk, receiptSk }
    const { asks } = questionOf(manifestOf(row))
    return createPollBox({ workshopId, pollId, keys, asks, state, issued, ballots, storage, arithmetic, log })
  }

  return {
    of(pollId) {
      const known = boxes.get(pollId)
      if (known) return known
      const loading = load(pollId)
      boxes.set(pollId, loading)
      const forget = () => boxes.delete(pollId)
      loading.then((box) => box ?? forget(), forget)
      return loading
    },
    forget: (pollId) => boxes.delete(pollId),
    async finishAll() {
      await Promise.allSettled([...boxes.values()].map(async (box) => (await box)?.finish()))
    },
  }
}
