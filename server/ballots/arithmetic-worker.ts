// The worker thread that does the curve arithmetic: an issue takes about 5 ms, and the event loop serves every workshop.
import { parentPort } from 'node:worker_threads'
import { type Revision, signReceipt } from '#shared/ballots/ballot.ts'
import { evaluateBlinded, makePollKeys, redeemToken } from '#shared/ballots/token.ts'
import type { PollId } from '#shared/ids.ts'

export type Job =
  | { kind: 'make-keys' }
  | { kind: 'evaluate'; sk: Uint8Array; pk: Uint8Array; blinded: Uint8Array }
  | { kind: 'redeem'; sk: Uint8Array; pollId: PollId; t: Uint8Array }
  | { kind: 'sign'; receiptSk: Uint8Array; pollId: PollId; ballots: Revision[] }
export type JobRequest = { id: number; job: Job }
/** `result` is what the job's function returns. */
export type JobAnswer = { id: number; ok: true; result: unknown } | { id: number; ok: false; message: string }

parentPort?.on('message', ({ id, job }: JobRequest) => {
  let answer: JobAnswer
  try {
    answer = { id, ok: true, result: run(job) }
  } catch (error) {
    answer = { id, ok: false, message: error instanceof Error ? error.message : 'unknown' }
  }
  parentPort?.postMessage(answer)
})

function run(job: Job): unknown {
  switch (job.kind) {
    case 'make-keys':
      return makePollKeys()
    case 'evaluate':
      return evaluateBlinded(job, job.blinded)
    case 'redeem':
      return redeemToken(job.sk, job.pollId, job.t)
    case 'sign':
      return job.ballots.map((ballot) => signReceipt(job.receiptSk, job.pollId, ballot))
  }
}
