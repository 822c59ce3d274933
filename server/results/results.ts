// Gathers what a workshop has come to, from the log, the board and the ballot box, and writes it as JSON or Markdown.
import type { BoardHistory } from '#server/history/history.ts'
import type { Log } from '#server/log.ts'
import { createPastBoards } from '#server/results/past-boards.ts'
import { ResultsThread } from '#server/results/results-thread.ts'
import { fetchBundles, type SealedBallots } from '#server/results/sealed.ts'
import { once, sharing } from '#server/results/sharing.ts'
import type { PeopleStore } from '#server/storage/storage.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { buildReport } from '#shared/results/build-report.ts'
import { fileName } from '#shared/results/file-name.ts'
import { leaveOut } from '#shared/results/leave-out.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
import type { Results } from '#shared/results/results.ts'
import { dayIn, onDay } from '#shared/results/today.ts'

export type ResultsSources = {
  rooms: { state(workshopId: WorkshopId): Promise<{ workshop: Workshop }> }
  /** The whole board as one Yjs V1 update. */
  boards: { read(workshopId: WorkshopId): Promise<Uint8Array> }
  history: Pick<BoardHistory, 'list' | 'bytes'>
  people: Pick<PeopleStore, 'names'>
  ballots: SealedBallots
  log: Log
  now: () => number
}
type MarkdownFile = { fileName: string; text: string }
export type ResultsReader = {
  /** Everything, for those who facilitate. Effects are judged by the day in UTC, as in all JSON and what webhooks post. */
  json(workshopId: WorkshopId): Promise<Results>
  /** Without the sections that are left out: for everyone else, and whatever leaves the room. */
  shown(workshopId: WorkshopId): Promise<Results>
  /** The same as JSON, `isForAll` as shown, else everything. */
  bytes(workshopId: WorkshopId, isForAll: boolean): Promise<Uint8Array>
  /** Of what is shown. Times are written, and effects judged by the day, in `timeZone`, an IANA name; UTC without one, or where it is not known. */
  markdown(workshopId: WorkshopId, language: Language, timeZone?: string): Promise<MarkdownFile>
  close(): Promise<void>
}

// A whole room asks at the same moment, when the next session is prepared: what they share is written once for all of them.
const whatIsShared = once((results: Results) => leaveOut(results, results.leftOut))
const asBytes = once((results: Results) => new TextEncoder().encode(JSON.stringify(results)))

export function createResults(sources: ResultsSources): ResultsReader {
  const { rooms, boards, history, people, ballots, log, now } = sources
  const thread = new ResultsThread()
  const pastBoards = createPastBoards({ history, reader: thread })

  const json = sharing(async (workshopId: WorkshopId): Promise<Results> => {
    const [{ workshop }, names, update] = await Promise.all([
      rooms.state(workshopId),
      people.names(workshopId),
      boards.read(workshopId),
    ])
    const [past, bundles] = await Promise.all([
      pastBoards(workshopId, workshop.sessions),
      fetchBundles(workshop, ballots),
    ])
    const raw = {
      workshopId,
      workshop,
      names,
      update,
      boards: past,
      bundles,
      now: now(),
      today: dayIn('UTC', now()),
    }
    const { results, unreadable } = await thread.make(raw)
    for (const pollId of unreadable) log.warn('results.bundle-unreadable', { workshopId, pollId })
    return results
  })

  const shown = async (workshopId: WorkshopId) => whatIsShared(await json(workshopId))

  return {
    json,
    shown,
    bytes: async (workshopId, isForAll) =>
      asBytes(isForAll ? await shown(workshopId) : await json(workshopId)),
    async markdown(workshopId, language, timeZone) {
      const zone = timeZone ?? 'UTC'
      const results = onDay(await shown(workshopId), dayIn(zone, now()))
      return {
        fileName: fileName(results.workshop.title, 'md'),
        text: toMarkdown(buildReport(results, { language, timeZone: zone })),
      }
    },
    close: () => thread.close(),
  }
}
