// Takes workshop files apart in a thread of their own, one after the other: whatever a file does there, the server goes on.
import { Worker } from 'node:worker_threads'
import type { Unpacked } from '#server/workshop-file/unpack.ts'
import type { ReadFile } from '#shared/workshop-file/read-workshop-file.ts'

export type Unpacking = (bytes: Uint8Array) => Promise<ReadFile<Unpacked>>

/** A file of 100 MB, as text, as JSON and in parts. */
const maxMegabytes = 1024
const longestMs = 120_000

export function createUnpacking(): Unpacking {
  let before: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    const unpacked = before.then(() => unpackInThread(bytes))
    before = unpacked.catch(() => {}) // told to whoever brought that file
    return unpacked
  }
}

function unpackInThread(bytes: Uint8Array): Promise<ReadFile<Unpacked>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./unpacking-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
    })
    const end = () => {
      clearTimeout(timer)
      void worker.terminate()
    }
    const timer = setTimeout(() => {
      end()
      resolve(tooMuch)
    }, longestMs)
    worker.once('message', (read: ReadFile<Unpacked>) => {
      end()
      resolve(read)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      end()
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(tooMuch)
      else reject(error)
    })
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The thread that reads workshop files ended with ${code}.`)) // after an answer nobody hears it
    })
  })
}

const tooMuch: ReadFile<never> = {
  ok: false,
  problem: { code: 'wrong', message: 'file: It holds more than a workshop can.' },
}
