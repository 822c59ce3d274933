// The ballot arithmetic as promises, done in a worker thread that is started when first needed and again if it dies.
import { Worker } from 'node:worker_threads'
import type { Job, JobAnswer, JobRequest } from '#server/ballots/arithmetic-worker.ts'
import type { Log } from '#server/log.ts'
import type { Revision } from '#shared/ballots/ballot.ts'
import type { PollKeyPairs } from '#shared/ballots/token.ts'
import type { PollId } from '#shared/ids.ts'

/** Each rejects when its input is not of the curve or the worker died. */
export type Arithmetic = {
  makeKeys(): Promise<PollKeyPairs>
  evaluate(
    keys: { sk: Uint8Array; pk: Uint8Array },
    blinded: Uint8Array,
  ): Promise<{ evaluated: Uint8Array; proof: Uint8Array }>
  redeem(sk: Uint8Array, pollId: PollId, t: Uint8Array): Promise<Uint8Array>
  /** Receipts in the order of the ballots. */
  sign(receiptSk: Uint8Array, pollId: PollId, ballots: Revision[]): Promise<Uint8Array[]>
  /** Resolves when no job is under way. */
  settled(): Promise<void>
  /** Ends the thread; what is under way rejects. */
  close(): Promise<void>
}

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void }

export function createArithmetic(log: Log): Arithmetic {
  let worker: Worker | null = null
  let nextId = 1
  const waiting = new Map<number, Waiting>()
  const underWay = new Set<Promise<unknown>>()

  function start(): Worker {
    const started = new Worker(new URL('./arithmetic-worker.ts', import.meta.url))
    started.unref() // the process may end while the worker has nothing to do
    started.on('message', (answer: JobAnswer) => {
      const job = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.ok) job?.resolve(answer.result)
      else job?.reject(new Error(`The ballot arithmetic refused its input: ${answer.message}`))
    })
    started.on('error', (error) => log.bug('ballots.worker-failed', error))
    started.on('exit', () => {
      if (worker === started) worker = null
      const lost = [...waiting.values()]
      waiting.clear()
      for (const { reject } of lost) reject(new Error('The worker for ballot arithmetic ended.'))
    })
    return started
  }

  function run(job: Job): Promise<unknown> {
    worker ??= start()
    const request: JobRequest = { id: nextId++, job }
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(request.id, { resolve, reject }))
    worker.postMessage(request)
    underWay.add(answered)
    const forget = () => underWay.delete(answered)
    answered.then(forget, forget)
    return answered
  }

  // Each job's result has the type that its function in arithmetic-worker.ts returns; messages carry no types.
  return {
    makeKeys: () => run({ kind: 'make-keys' }) as Promise<PollKeyPairs>,
    evaluate: ({ sk, pk }, blinded) =>
      run({ kind: 'evaluate', sk, pk, blinded }) as Promise<{ evaluated: Uint8Array; proof: Uint8Array }>,
    redeem: (sk, pollId, t) => run({ kind: 'redeem', sk, pollId, t }) as Promise<Uint8Array>,
    sign: (receiptSk, pollId, ballots) =>
      run({ kind: 'sign', receiptSk, pollId, ballots }) as Promise<Uint8Array[]>,
    async settled() {
      await Promise.allSettled(underWay)
    },
    async close() {
      await worker?.terminate()
    },
  }
}
