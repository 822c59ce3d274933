// The thread that owns the SQLite file: takes work in groups, commits each group once, then answers all of it.
import { parentPort, workerData } from 'node:worker_threads'
import { openFile } from '#server/storage/sqlite-file.ts'
import { createGroupCommit } from '#server/storage/sqlite-group.ts'
import type { Opened, OpenOptions, Work } from '#server/storage/sqlite-protocol.ts'

const port = parentPort
if (!port) throw new Error('sqlite-worker.ts runs as a worker thread; openSqlite starts it.')
const options = workerData as OpenOptions // openSqlite, the only one who starts this thread, gives these

const opened = openFile(options)
if (!opened.ok) {
  port.postMessage({ kind: 'refused', message: opened.message } satisfies Opened)
  port.close()
} else {
  const { database } = opened
  const commit = createGroupCommit(database, options.commitDelayMs)
  port.on('message', (message: Work | 'close') => {
    if (message !== 'close') return port.postMessage(commit(message))
    database.close()
    port.close()
  })
  port.postMessage({ kind: 'opened' } satisfies Opened)
}
