// The compaction thread: applies updates to a document and answers with the document as one update.
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import type { Compacted, CompactionAnswer, CompactionJob } from '#server/board/compactor.ts'

parentPort?.on('message', ({ id, updates }: CompactionJob) => {
  parentPort?.postMessage(answer(id, updates))
})

function answer(id: number, updates: readonly Uint8Array[]): CompactionAnswer {
  try {
    return { id, compacted: compact(updates), error: null }
  } catch (error) {
    return { id, compacted: null, error }
  }
}

function compact(updates: readonly Uint8Array[]): Compacted {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) return null
  const vector = Y.encodeStateVector(doc)
  return {
    bytes: Y.encodeStateAsUpdate(doc),
    vector: Y.decodeStateVector(vector),
    deletes: Y.encodeStateAsUpdate(doc, vector),
  }
}
