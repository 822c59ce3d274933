// The thread that reads boards for the results.
import * as Y from 'yjs'
import { answerJobs } from '#server/answer-jobs.ts'
import type { Reading, ReadingJob } from '#server/results/board-reader.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { touchpointsOf } from '#shared/results/kept-boards.ts'

answerJobs<ReadingJob, Reading>(({ update, only }) => {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, update)
    const board = readBoard(doc)
    return only === 'touchpoints' ? touchpointsOf(board) : board
  } finally {
    doc.destroy()
  }
})
