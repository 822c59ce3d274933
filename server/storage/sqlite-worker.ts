// The thread that owns the SQLite file: takes work in groups, commits each group once, then answers all of it.
import { backup } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { openFile } from '#server/storage/sqlite-file.ts'
import { createGroupCommit } from '#server/storage/sqlite-group.ts'
import type { BackedUp, BackUp, Opened, OpenOptions, Work } from '#server/storage/sqlite-protocol.ts'

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
  const backUp = async ({ id, path }: BackUp) => {
    const problem = await backup(database, path).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    port.postMessage({ kind: 'backed-up', id, problem } satisfies BackedUp)
  }
  port.on('message', (message: Work | BackUp | 'close') => {
    if (message === 'close') {
      database.close()
      port.close()
    } else if ('texts' in message) port.postMessage(commit(message))
    else void backUp(message)
  })
  port.postMessage({ kind: 'opened' } satisfies Opened)
}
