// The thread that makes results: it reads boards, counts what is sealed, and puts everything together.
import * as Y from 'yjs'
import { answerJobs } from '#server/answer-jobs.ts'
import type { MadeResults, RawResults, ResultsAnswer, ResultsJob } from '#server/results/results-thread.ts'
import { countSealed } from '#server/results/sealed.ts'
import type { BoardModel } from '#shared/board/model.ts'
import { readBoard } from '#shared/board/read-board.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { touchpointsOf } from '#shared/results/kept-boards.ts'

answerJobs<ResultsJob, ResultsAnswer>((job) =>
  job.kind === 'touchpoints' ? touchpointsOf(boardIn(job.update)) : make(job.raw),
)

function make({ update, bundles, ...rest }: RawResults): MadeResults {
  const { unreadable, ...sealed } = countSealed(bundles)
  return { results: buildResults({ ...rest, board: boardIn(update), ...sealed }), unreadable }
}

function boardIn(update: Uint8Array): BoardModel {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, update)
    return readBoard(doc)
  } finally {
    doc.destroy()
  }
}
