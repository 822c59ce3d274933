// Reads a Yjs update (V1 encoding) once, before anything else sees it: its limits, its kinds, and what it builds on.
import { isUtf8 } from 'node:buffer'
import {
  type Decoder,
  decodeWhole,
  readByte,
  readBytes,
  readClientId,
  readUint,
  skipBytes,
} from '#server/board/decode.ts'
import { malformed, refused } from '#server/board/refusal.ts'
import type { StateVector } from '#server/board/state-vector.ts'
import { rootNames } from '#shared/board/document.ts'

/** What an update brings and what it takes for granted. */
export type Scan = {
  /** Per client id, the clocks of its structs: `from` inclusive, `to` exclusive, without gaps. */
  brings: ReadonlyMap<number, { from: number; to: number }>
  /** What must be known, from before or from this update: origins, parents, and everything that it deletes. */
  needs: StateVector
  deletes: boolean
}

export const isEmpty = ({ brings, deletes }: Scan): boolean => brings.size === 0 && !deletes

// More than anybody deletes in one go, and far below where clocks lose exactness.
const longestDeletedRun = 1_000_000
const deepestValue = 32

type ScanOptions = {
  maxStructs: number
  /** Hears between which bytes each client's structs stand. */
  onClient?: (clientId: number, start: number, end: number) => void
}

/** Throws a `FrameRefusal`. Costs one pass over the bytes; builds no Yjs object. */
export function scanUpdate(update: Uint8Array, options: ScanOptions): Scan {
  return decodeWhole('update', update, (decoder) => new UpdateScanner(decoder, options).scan())
}

class UpdateScanner {
  readonly #decoder: Decoder
  readonly #brings = new Map<number, { from: number; to: number }>()
  readonly #needs = new Map<number, number>()
  readonly #onClient: ScanOptions['onClient']
  #structsLeft: number

  constructor(decoder: Decoder, { maxStructs, onClient }: ScanOptions) {
    this.#decoder = decoder
    this.#structsLeft = maxStructs
    this.#onClient = onClient
  }

  scan(): Scan {
    for (let left = readUint(this.#decoder); left > 0; left--) this.#scanClient()
    const deletes = this.#scanDeletes()
    return { brings: this.#brings, needs: this.#needs, deletes }
  }

  #scanClient(): void {
    const start = this.#decoder.pos
    const count = readUint(this.#decoder)
    const clientId = readClientId(this.#decoder)
    const from = readUint(this.#decoder)
    if (count === 0) throw malformed('This update names a client without anything from it.')
    if (this.#brings.has(clientId)) throw malformed('This update names one client twice.')
    this.#structsLeft -= count
    if (this.#structsLeft < 0)
      throw refused('This update has too many parts; make the change in smaller steps.')
    let to = from
    for (let left = count; left > 0; left--) to += this.#scanStruct({ clientId, clock: to })
    if (!Number.isSafeInteger(to)) throw malformed('A clock in this update is too large.')
    this.#brings.set(clientId, { from, to })
    this.#onClient?.(clientId, start, this.#decoder.pos)
  }

  /** Returns the struct's length in clocks. Layout: Yjs, `Item.write` and `GC.write`. */
  #scanStruct(self: StructId): number {
    const info = readByte(this.#decoder)
    const kind = info & 0b0001_1111
    if (kind === struct.gc) return this.#scanRun()
    if (kind === struct.skip) throw refused('This update leaves something out; load the board again.')
    const hasOrigin = (info & 0b1000_0000) !== 0
    const hasRightOrigin = (info & 0b0100_0000) !== 0
    const hasKey = (info & 0b0010_0000) !== 0
    if (hasOrigin) this.#scanReference(self)
    if (hasRightOrigin) this.#scanReference(self)
    if (!hasOrigin && !hasRightOrigin) this.#scanParent(self, hasKey)
    return this.#scanContent(kind)
  }

  #scanParent(self: StructId, hasKey: boolean): void {
    const isRoot = readUint(this.#decoder) === 1
    if (isRoot) {
      const name = this.#readString()
      if (!hasKey || !rootNames.some((root) => root === name)) {
        throw refused('This update writes outside the board’s records.')
      }
    } else {
      this.#scanReference(self)
    }
    if (hasKey) this.#readString()
  }

  #scanReference(self: StructId): void {
    const clientId = readClientId(this.#decoder)
    const clock = readUint(this.#decoder)
    // Nobody builds on what they have yet to write; Yjs itself falls over it.
    if (clientId === self.clientId && clock >= self.clock) throw malformed('This update refers to itself.')
    this.#need(clientId, clock + 1)
  }

  #scanContent(kind: number): number {
    switch (kind) {
      case struct.deleted:
        return this.#scanRun()
      case struct.string:
        return atLeastOne(this.#readString().length)
      case struct.type:
        return this.#scanType()
      case struct.any: {
        const count = atLeastOne(readUint(this.#decoder))
        for (let left = count; left > 0; left--) scanValue(this.#decoder, deepestValue)
        return count
      }
      default:
        throw refused('This update holds a kind of content that a board does not have.')
    }
  }

  /** Maps are records, texts are their shared texts; where each may stand, the live document knows. */
  #scanType(): number {
    const type = readUint(this.#decoder)
    if (type !== typeMap && type !== typeText) {
      throw refused('This update holds a kind of content that a board does not have.')
    }
    return 1
  }

  #scanRun(): number {
    const length = atLeastOne(readUint(this.#decoder))
    if (length > longestDeletedRun) throw refused('This update deletes more than a board can hold.')
    return length
  }

  #scanDeletes(): boolean {
    let deletes = false
    for (let clients = readUint(this.#decoder); clients > 0; clients--) {
      const clientId = readClientId(this.#decoder)
      for (let left = readUint(this.#decoder); left > 0; left--) {
        const from = readUint(this.#decoder)
        this.#need(clientId, from + atLeastOne(readUint(this.#decoder)))
        deletes = true
      }
    }
    return deletes
  }

  #need(clientId: number, clock: number): void {
    if (clock > (this.#needs.get(clientId) ?? 0)) this.#needs.set(clientId, clock)
  }

  #readString(): string {
    return readString(this.#decoder)
  }
}

type StructId = { clientId: number; clock: number }

/** Yjs, `contentRefs`: what the five low bits of a struct's first byte say. */
const struct = { gc: 0, deleted: 1, string: 4, type: 7, any: 8, skip: 10 } as const
/** Yjs, `typeRefs`. */
const typeMap = 1
const typeText = 2

function atLeastOne(length: number): number {
  if (length < 1) throw malformed('A part of this update is empty.')
  return length
}

/** Browsers decode strictly: one invalid byte would stop each of them. */
function readString(decoder: Decoder): string {
  const bytes = readBytes(decoder)
  if (!isUtf8(bytes)) throw malformed('A text in this update is no valid UTF-8.')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}

/** lib0, `encoding.writeAny`: JSON values and `undefined`. No NaN: a record with one makes every browser's store throw. */
function scanValue(decoder: Decoder, depthLeft: number): void {
  if (depthLeft === 0) throw refused('A value in this update is nested too deeply.')
  const kind = readByte(decoder)
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125: // integer: a sign and 6 bits, then 7 bits each
      while (readByte(decoder) >= 0b1000_0000);
      return
    case 124:
      checkFinite(readFloat(decoder, 4))
      return
    case 123:
      checkFinite(readFloat(decoder, 8))
      return
    case 119:
      readString(decoder)
      return
    case 118:
      for (let left = readUint(decoder); left > 0; left--) {
        if (readString(decoder) === '__proto__') throw refused('A value in this update has a forbidden name.')
        scanValue(decoder, depthLeft - 1)
      }
      return
    case 117:
      for (let left = readUint(decoder); left > 0; left--) scanValue(decoder, depthLeft - 1)
      return
    default:
      throw refused('This update holds a kind of value that a board does not have.')
  }
}

function readFloat(decoder: Decoder, size: 4 | 8): number {
  const at = decoder.pos
  skipBytes(decoder, size)
  const view = new DataView(decoder.arr.buffer, decoder.arr.byteOffset + at, size)
  return size === 4 ? view.getFloat32(0) : view.getFloat64(0)
}

function checkFinite(value: number): void {
  if (!Number.isFinite(value)) throw refused('A number in this update is not finite.')
}
