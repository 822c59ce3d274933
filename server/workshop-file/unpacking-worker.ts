// The thread that takes one workshop file apart, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { unpack } from '#server/workshop-file/unpack.ts'

const port = parentPort
if (!port) throw new Error('unpacking-worker.ts runs as a worker thread; unpacking.ts starts it.')
// Whatever is thrown here ends the thread, and is told as its error.
port.postMessage(await unpack(workerData as Uint8Array)) // unpacking.ts, the only one who starts this thread, gives these
