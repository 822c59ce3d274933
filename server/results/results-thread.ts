// Makes results in a thread of its own: to read a board of 2,000 cards and to count what is sealed takes longer than the
// server may stand still.
import { JobThread, ownBytes } from '#server/job-thread.ts'
import type { FetchedBundle } from '#server/results/sealed.ts'
import type { PollId } from '#shared/ids.ts'
import type { ResultsInput } from '#shared/results/build-results.ts'
import type { KeptTouchpoints } from '#shared/results/kept-boards.ts'
import type { Results } from '#shared/results/results.ts'

/** What results are made of, before anything of it has been read. */
export type RawResults = Omit<ResultsInput, 'board' | 'sealed' | 'sealedConcerns'> & {
  /** The whole board as one Yjs V1 update. */
  update: Uint8Array
  bundles: readonly FetchedBundle[]
}
export type MadeResults = {
  results: Results
  /** Polls whose ballots are missing or not those that the log names. */
  unreadable: PollId[]
}
export type ResultsJob = { kind: 'touchpoints'; update: Uint8Array } | { kind: 'results'; raw: RawResults }
export type ResultsAnswer = KeptTouchpoints | MadeResults

export class ResultsThread {
  readonly #thread = new JobThread<ResultsJob, ResultsAnswer>(new URL('./results-worker.ts', import.meta.url))

  // What a job answers is what it asks for; messages carry no types.
  make(raw: RawResults): Promise<MadeResults> {
    const bundles = raw.bundles.map((each) => ({ ...each, bytes: each.bytes && ownBytes(each.bytes) }))
    const own = { ...raw, update: ownBytes(raw.update), bundles }
    return this.#thread.run({ kind: 'results', raw: own }) as Promise<MadeResults>
  }

  touchpoints(update: Uint8Array): Promise<KeptTouchpoints> {
    return this.#thread.run({ kind: 'touchpoints', update: ownBytes(update) }) as Promise<KeptTouchpoints>
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
