// Writes a workshop file, piece by piece, so that no more than one image of it is in memory at a time.
import { hexToBytes } from '@noble/hashes/utils.js'
import type { Storage } from '#server/storage/storage.ts'
import { secretPollsOf } from '#shared/facilitation/ballot-plane.ts'
import { apply, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { eventsForFile } from '#shared/workshop-file/events-in-file.ts'
import {
  type WorkshopFile,
  workshopFileFormat,
  workshopFileVersion,
} from '#shared/workshop-file/workshop-file.ts'

export type PackSources = {
  storage: Pick<Storage, 'facilitation' | 'people' | 'images' | 'ballots' | 'history'>
  /** The whole board as one Yjs V1 update. */
  boards: { read(workshopId: WorkshopId): Promise<Uint8Array> }
  results: { json(workshopId: WorkshopId): Promise<unknown> }
  now: () => number
}
export type Packing = (workshopId: WorkshopId) => Promise<Packed>
/** `pieces` are to be written one after the other. */
export type Packed = { title: string; pieces: AsyncIterable<string> }

export const createPacking =
  (sources: PackSources): Packing =>
  async (workshopId) => {
    const stored = await sources.storage.facilitation.read(workshopId, 0)
    const events = eventsForFile(stored.map(({ event }) => event))
    const workshop = events.reduce(apply, emptyWorkshop)
    const head = await headOf(workshopId, workshop, sources)
    return {
      title: workshop.info.title,
      pieces: piecesOf(workshopId, { ...head, events }, workshop, sources),
    }
  }

type Head = Omit<WorkshopFile, 'bundles' | 'images' | 'history'>

/** Everything but what may be large, read before the first byte goes out: what fails here is an answer of its own. */
async function headOf(
  workshopId: WorkshopId,
  { info: { title, createdAt } }: Workshop,
  { storage, boards, results, now }: PackSources,
): Promise<Omit<Head, 'events'>> {
  const [names, board, came] = await Promise.all([
    storage.people.names(workshopId),
    boards.read(workshopId),
    results.json(workshopId),
  ])
  return {
    format: workshopFileFormat,
    version: workshopFileVersion,
    savedAt: now(),
    workshop: { id: workshopId, title, createdAt },
    results: came,
    names,
    board: base64(board),
  }
}

async function* piecesOf(
  workshopId: WorkshopId,
  head: Head,
  workshop: Workshop,
  { storage }: PackSources,
): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1)
  yield* list('bundles', secretPollsOf(workshop), async ({ pollId, bundleHash }) => {
    const bundle = bundleHash && (await storage.ballots.bundle(pollId, hexToBytes(bundleHash)))
    return bundle ? { pollId, bundle: base64(bundle) } : null
  })
  yield* list('images', await storage.images.list(workshopId), async (imageId) => {
    const image = await storage.images.find(workshopId, imageId)
    return image && { imageId, type: image.type, bytes: base64(image.bytes) }
  })
  yield* list('history', await storage.history.list(workshopId), async (row) => {
    const { entryId, kind, name, itemTitle, personId, at } = row
    const state = await storage.history.bytes(workshopId, entryId)
    return state && { kind, name, itemTitle, personId, at, state: base64(state) }
  })
  yield '}\n'
}

async function* list<One, Written extends object>(
  name: string,
  all: readonly One[],
  read: (one: One) => Promise<Written | null>,
): AsyncGenerator<string> {
  yield `,"${name}":[`
  let between = ''
  for (const one of all) {
    const written = await read(one)
    if (!written) continue // it went away since the list was read
    yield between + JSON.stringify(written)
    between = ','
  }
  yield ']'
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
