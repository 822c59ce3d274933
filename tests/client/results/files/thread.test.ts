// A file's thread, both ends: what the page hears of it, and that the thread is ended whatever became of the file.
import { afterEach, expect, test, vi } from 'vitest'
import { answerJob, writeIn } from '#client/results/files/thread.ts'

/** A thread that runs here: messages arrive copied, and what is moved is gone where it was. */
function threadThat(write: Parameters<typeof answerJob<{ bytes: Uint8Array }>>[0]) {
  const page = { onmessage: null, onerror: null, terminate: vi.fn() } as unknown as Worker
  const inThread = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    postMessage: (message: unknown, options: StructuredSerializeOptions) =>
      page.onmessage?.(new MessageEvent('message', { data: structuredClone(message, options) })),
  }
  vi.stubGlobal('self', inThread)
  answerJob(write)
  page.postMessage = (message: unknown, moved?: unknown) =>
    inThread.onmessage?.({ data: structuredClone(message, { transfer: moved as Transferable[] }) })
  return page
}

afterEach(() => vi.unstubAllGlobals())

test('gives back what was written, says how far it is, takes what is moved, and ends', async () => {
  const thread = threadThat(async ({ bytes }, progress) => {
    progress(0.5)
    return new Uint8Array([...bytes, 3])
  })
  const bytes = new Uint8Array([1, 2])
  const heard: number[] = []
  const written = writeIn(thread, { job: { bytes }, moved: [bytes.buffer] }, (share) => heard.push(share))
  expect(bytes).toHaveLength(0)
  expect(thread.terminate).not.toHaveBeenCalled()
  expect([...(await written)]).toEqual([1, 2, 3])
  expect(heard).toEqual([0.5])
  expect(thread.terminate).toHaveBeenCalledOnce()
})

test('says why nothing was written, and ends', async () => {
  const thread = threadThat(async () => {
    throw new Error('no font could be read')
  })
  await expect(writeIn(thread, { job: { bytes: new Uint8Array() } }, () => {})).rejects.toThrow(
    'no font could be read',
  )
  expect(thread.terminate).toHaveBeenCalledOnce()
})

test('a thread that cannot even begin is told of, too', async () => {
  const thread = threadThat(() => new Promise(() => {}))
  const written = writeIn(thread, { job: { bytes: new Uint8Array() } }, () => {})
  thread.onerror?.({ message: 'it was not found' } as ErrorEvent)
  await expect(written).rejects.toThrow('it was not found')
  expect(thread.terminate).toHaveBeenCalledOnce()
})
