// The journal of board updates as bytes: one checksummed record per append, so that half a record is never taken for one.
import { crc32 } from 'node:zlib'
import type { BoardEntry } from '#server/storage/storage.ts'
import { WorkshopId } from '#shared/ids.ts'

/** Every file that holds anything begins with this: what it is, and the version of what follows. */
const title = Buffer.from('runde-boards 1\n')
const titleOfAnyVersion = title.subarray(0, 'runde-boards '.length)

/** Of a record: the length of its entries in bytes, and their CRC-32. */
const recordHead = 8
/** Of an entry: the workshop's id, `seq`, and the length of the update. */
const idLength = 12
const seqLength = 6
const entryHead = idLength + seqLength + 4

/** The bytes of one append. `isFirst`: the file is empty, so the title comes before it. */
export function encodeRecord(entries: readonly BoardEntry[], isFirst: boolean): Buffer {
  const start = (isFirst ? title.length : 0) + recordHead
  const length = entries.reduce((sum, { update }) => sum + entryHead + update.length, 0)
  const bytes = Buffer.allocUnsafe(start + length)
  if (isFirst) bytes.set(title)
  let at = start
  for (const { workshopId, seq, update } of entries) {
    at += bytes.write(workshopId, at, idLength, 'latin1')
    at = bytes.writeUIntBE(seq, at, seqLength)
    at = bytes.writeUInt32BE(update.length, at)
    bytes.set(update, at)
    at += update.length
  }
  bytes.writeUInt32BE(length, start - recordHead)
  bytes.writeUInt32BE(crc32(bytes.subarray(start)), start - 4)
  return bytes
}

export type Decoded =
  /** `isCut`: something stands behind the last whole record, which a loss of power left half written. */
  { ok: true; entries: BoardEntry[]; isCut: boolean } | { ok: false; why: 'newer version' }

/** Reads whole records up to the first that is not; `bytes` is a file from its beginning. */
export function decodeRecords(bytes: Buffer): Decoded {
  if (!bytes.subarray(0, title.length).equals(title)) {
    const isOurs = bytes.subarray(0, titleOfAnyVersion.length).equals(titleOfAnyVersion)
    if (isOurs && bytes.length >= title.length) return { ok: false, why: 'newer version' }
    return { ok: true, entries: [], isCut: bytes.length > 0 }
  }
  const entries: BoardEntry[] = []
  let at = title.length
  for (;;) {
    const record = recordAt(bytes, at)
    if (!record) return { ok: true, entries, isCut: at < bytes.length }
    readEntries(record, entries)
    at += recordHead + record.length
  }
}

/** The entries of the record at `at`; null where no whole one stands. */
function recordAt(bytes: Buffer, at: number): Buffer | null {
  if (bytes.length - at < recordHead) return null
  const length = bytes.readUInt32BE(at)
  const record = bytes.subarray(at + recordHead, at + recordHead + length)
  // Zeros, which some file systems leave behind, would pass for a record without entries.
  const isWhole = length > 0 && record.length === length && crc32(record) === bytes.readUInt32BE(at + 4)
  return isWhole ? record : null
}

function readEntries(record: Buffer, into: BoardEntry[]): void {
  for (let at = 0; at < record.length; ) {
    const workshopId = WorkshopId.parse(record.toString('latin1', at, at + idLength))
    const seq = record.readUIntBE(at + idLength, seqLength)
    const end = at + entryHead + record.readUInt32BE(at + entryHead - 4)
    into.push({ workshopId, seq, update: new Uint8Array(record.subarray(at + entryHead, end)) })
    at = end
  }
}
