// Takes out of an update what some clients wrote: of an answer to the server's question, only what is the sender's own counts.
import * as encoding from 'lib0/encoding'
import { type Decoder, decodeWhole, readClientId, readUint, skipBytes } from '#server/board/decode.ts'
import { scanUpdate } from '#server/board/scan-update.ts'
import type { StateVector } from '#server/board/state-vector.ts'

/**
 * `update` is one that was scanned. Leaves out the structs of the clients in `without`, and of their deletions what lies
 * beyond `known`: how many structs of each are there. The rest stays byte for byte.
 */
export function cutUpdate(
  update: Uint8Array,
  { without, known }: { without: ReadonlySet<number>; known: StateVector },
): Uint8Array {
  const sections: Section[] = []
  scanUpdate(update, {
    maxStructs: Number.MAX_SAFE_INTEGER,
    onClient: (clientId, start, end) => sections.push({ clientId, start, end }),
  })
  const kept = sections.filter(({ clientId }) => !without.has(clientId))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kept.length)
  for (const { start, end } of kept) encoding.writeUint8Array(encoder, update.subarray(start, end))
  const lastSection = sections.at(-1)
  const deletions = decodeWhole('update', update, (decoder) => {
    if (lastSection) skipBytes(decoder, lastSection.end)
    else readUint(decoder)
    return readDeletions(decoder)
  })
  writeDeletions(
    encoder,
    deletions.map((deleted) => (without.has(deleted.clientId) ? upTo(deleted, known) : deleted)),
  )
  return encoding.toUint8Array(encoder)
}

type Section = { clientId: number; start: number; end: number }
type Deletions = { clientId: number; runs: { from: number; length: number }[] }

function readDeletions(decoder: Decoder): Deletions[] {
  return Array.from({ length: readUint(decoder) }, () => ({
    clientId: readClientId(decoder),
    runs: Array.from({ length: readUint(decoder) }, () => ({
      from: readUint(decoder),
      length: readUint(decoder),
    })),
  }))
}

function upTo({ clientId, runs }: Deletions, known: StateVector): Deletions {
  const end = known.get(clientId) ?? 0
  const there = runs.filter(({ from }) => from < end)
  return { clientId, runs: there.map(({ from, length }) => ({ from, length: Math.min(length, end - from) })) }
}

function writeDeletions(encoder: encoding.Encoder, deletions: readonly Deletions[]): void {
  const left = deletions.filter(({ runs }) => runs.length > 0)
  encoding.writeVarUint(encoder, left.length)
  for (const { clientId, runs } of left) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, runs.length)
    for (const { from, length } of runs) {
      encoding.writeVarUint(encoder, from)
      encoding.writeVarUint(encoder, length)
    }
  }
}
