// Gathers what a workshop has come to, from the log, the board and the ballot box, and writes it as JSON or Markdown.
import { bytesToHex } from '@noble/hashes/utils.js'
import * as Y from 'yjs'
import type { Log } from '#server/log.ts'
import type { PeopleStore } from '#server/storage/storage.ts'
import { hashBundle, readBundle } from '#shared/ballots/bundle.ts'
import { fourWords } from '#shared/ballots/fingerprint.ts'
import { tallyBundle } from '#shared/ballots/tally.ts'
import { readBoard } from '#shared/board/read-board.ts'
import type { SecretPoll } from '#shared/facilitation/secret-poll.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import type { PollId, WorkshopId } from '#shared/ids.ts'
import type { Language } from '#shared/language.ts'
import { buildResults } from '#shared/results/build-results.ts'
import { fileName } from '#shared/results/file-name.ts'
import { toMarkdown } from '#shared/results/markdown.ts'
import type { SealedPoll } from '#shared/results/poll-results.ts'
import type { Results } from '#shared/results/results.ts'

export type ResultsSources = {
  rooms: { state(workshopId: WorkshopId): Promise<{ workshop: Workshop }> }
  /** The whole board as one Yjs V1 update. */
  boards: { read(workshopId: WorkshopId): Promise<Uint8Array> }
  people: Pick<PeopleStore, 'names'>
  /** The bytes that were sealed; null for a poll that has none. */
  ballots: { bundle(pollId: PollId): Promise<Uint8Array | null> }
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
    const sealed = await sealedPolls(workshopId, workshop)
    return buildResults({ workshopId, workshop, names, board: boardIn(update), sealed, now: now() })
  }

  async function sealedPolls(workshopId: WorkshopId, workshop: Workshop): Promise<Map<PollId, SealedPoll>> {
    const sealed = new Map<PollId, SealedPoll>()
    for (const poll of workshop.polls) {
      if (poll.mode !== 'anonymous' || poll.state !== 'closed' || poll.suppressed) continue
      const counted = await countSealed(poll)
      if (counted) sealed.set(poll.pollId, counted)
      else log.warn('results.bundle-unreadable', { workshopId, pollId: poll.pollId })
    }
    return sealed
  }

  /** Null when the bytes are missing or not those whose hash the log names: a changed result is never reported. */
  async function countSealed(poll: SecretPoll): Promise<SealedPoll | null> {
    const bytes = await ballots.bundle(poll.pollId)
    if (!bytes || bytesToHex(hashBundle(bytes)) !== poll.bundleHash) return null
    const bundle = readBundle(bytes)
    const counted = bundle && tallyBundle(bundle)
    return counted && { tally: counted, auditWords: fourWords(hashBundle(bytes)) }
  }

  return {
    json,
    async markdown(workshopId, language, timeZone) {
      const results = await json(workshopId)
      return {
        fileName: fileName(results.workshop.title, 'md'),
        text: toMarkdown(results, language, timeZone),
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
