// A file written in a thread of its own: the page goes on meanwhile, and all the memory that it took goes with the thread.
import type { Progress } from './report-file.ts'

type Bytes = Uint8Array<ArrayBuffer>
type FromThread =
  | { kind: 'progress'; share: number }
  | { kind: 'written'; bytes: Bytes }
  | { kind: 'failed'; reason: string }

/** The page's end. `moved` are the thread's from here on. Rejects with what went wrong there. */
export function writeIn<Job>(
  thread: Worker,
  { job, moved = [] }: { job: Job; moved?: Transferable[] },
  progress: Progress,
): Promise<Bytes> {
  const { promise, resolve, reject } = Promise.withResolvers<Bytes>()
  thread.onmessage = ({ data }: MessageEvent<FromThread>) => {
    if (data.kind === 'progress') progress(data.share)
    else if (data.kind === 'written') resolve(data.bytes)
    else reject(new Error(`The file could not be written: ${data.reason}`))
  }
  thread.onerror = ({ message }) => reject(new Error(`The file's thread has failed: ${message}`))
  thread.postMessage(job, moved)
  return promise.finally(() => thread.terminate())
}

/** The thread's end: for one job. */
export function answerJob<Job>(write: (job: Job, progress: Progress) => Promise<Bytes>): void {
  const tell = (message: FromThread, moved: Transferable[] = []) =>
    self.postMessage(message, { transfer: moved })
  self.onmessage = ({ data }: MessageEvent<Job>) => {
    write(data, (share) => tell({ kind: 'progress', share })).then(
      (bytes) => tell({ kind: 'written', bytes }, [bytes.buffer]),
      (error: unknown) =>
        tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    )
  }
}
