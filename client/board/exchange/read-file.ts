// Reads what somebody has given us, in a thread that ends with it; what is too large is not even opened.
import type { ReadingJob } from '#client/board/exchange/reading-worker.ts'
import { maxFileBytes } from '#shared/board/import/file-problem.ts'
import { type Reading, readAny } from '#shared/board/import/read-any.ts'
import type { TableWish } from '#shared/board/import/read-table.ts'

/** A file, or what was pasted. */
export type Source = { name: string; content: Blob | string }

/** Ends early, and with nothing, when `signal` says so. Rejects when the browser cannot open the file any more. */
export async function readSource(
  { content }: Source,
  wish: TableWish,
  signal: AbortSignal,
): Promise<Reading | null> {
  const size = typeof content === 'string' ? content.length : content.size
  if (size > maxFileBytes)
    return { kind: 'problem', problem: { code: 'too-large', bytes: size, limit: maxFileBytes } }
  const source = typeof content === 'string' ? content : new Uint8Array(await content.arrayBuffer())
  return signal.aborted ? null : readApart({ source, wish }, signal)
}

function readApart(job: ReadingJob, signal: AbortSignal): Promise<Reading | null> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = Promise.withResolvers<Reading | null>()
  worker.onmessage = ({ data }: MessageEvent<Reading>) => resolve(data)
  // Where a browser starts no such thread, the page waits rather than the person going without.
  worker.onerror = () => resolve(readAny(job.source, job.wish))
  signal.addEventListener('abort', () => resolve(null))
  worker.postMessage(job)
  return promise.finally(() => worker.terminate())
}
