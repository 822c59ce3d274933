// Gathers what a workshop has come to, from the log, the board and the ballot box, and writes it as JSON or Markdown.
import * as Y from 'yjs'
import type { Log } from '#server/log.ts'
import { readSealed, type SealedBallots } from '#server/results/sealed.ts'
import type { PeopleStore } from '#server/storage/storage.ts'
import { readBoard } from '#shared/board/read-board.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { fileName } from '#shared/results/file-name.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
import type { Results } from '#shared/results/results.ts'

export type ResultsSources = {
  rooms: { state(workshopId: WorkshopId): Promise<{ workshop: Workshop }> }
  /** The whole board as one Yjs V1 update. */
  boards: { read(workshopId: WorkshopId): Promise<Uint8Array> }
  people: Pick<PeopleStore, 'names'>
  ballots: SealedBallots
  log: Log
  now: () => number
}
type MarkdownFile = { fileName: string; text: string }
export type ResultsReader = {
  json(workshopId: WorkshopId): Promise<Results>
  /** Times are written in `timeZone`, an IANA name; UTC without one, or where it is not known. */
  markdown(workshopId: WorkshopId, language: Language, timeZone?: string): Promise<MarkdownFile>
}

export function createResults({ rooms, boards, people, ballots, log, now }: ResultsSources): ResultsReader {
  async function json(workshopId: WorkshopId): Promise<Results> {
    const [{ workshop }, names, update] = await Promise.all([
      rooms.state(workshopId),
      people.names(workshopId),
      boards.read(workshopId),
    ])
    const sealed = await readSealed(workshopId, workshop, { ballots, log })
    return buildResults({
      workshopId,
      workshop,
      names,
      board: boardIn(update),
      ...sealed,
      boards: new Map(),
      now: now(),
    })
  }

  return {
    json,
    async markdown(workshopId, language, timeZone) {
      const results = await json(workshopId)
      return {
        fileName: fileName(results.workshop.title, 'md'),
        text: toMarkdown(buildReport(results, { language, timeZone: timeZone ?? 'UTC' })),
      }
    },
  }
}

function boardIn(update: Uint8Array) {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, update)
    return readBoard(doc)
  } finally {
    doc.destroy()
  }
}
