// The compaction thread: applies updates to a document and answers with the document as one update.
import * as Y from 'yjs'
import { answerJobs } from '#server/answer-jobs.ts'
import type { Compacted, CompactionJob } from '#server/board/compactor.ts'

answerJobs<CompactionJob, Compacted>((updates) => {
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
})
