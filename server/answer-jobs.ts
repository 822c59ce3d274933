// The other end of a job thread: what its file does with each job.
import { parentPort } from 'node:worker_threads'
import type { JobAnswer, JobMessage } from '#server/job-thread.ts'

export function answerJobs<Job, Result>(work: (job: Job) => Result): void {
  parentPort?.on('message', ({ id, job }: JobMessage<Job>) => {
    parentPort?.postMessage(answer(id, () => work(job)))
  })
}

function answer<Result>(id: number, work: () => Result): JobAnswer<Result> {
  try {
    return { id, ok: true, result: work() }
  } catch (error) {
    return { id, ok: false, error }
  }
}
