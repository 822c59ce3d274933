// What is stored of one board, kept as bytes: a snapshot, the updates since, and the frames that a joiner gets.
import * as Y from 'yjs'
import { syncDoneFrame, updateFrame, updateInFrame } from '#server/board/frames.ts'
import type { Scan } from '#server/board/scan-update.ts'
import { covers, type StateVector } from '#server/board/state-vector.ts'
import type { StoredBoard } from '#server/storage/storage.ts'

export type Snapshot = {
  bytes: Uint8Array
  upTo: number
  vector: StateVector
  /** The deletions alone, as an update: for a browser that has every struct of the snapshot. */
  deletes: Uint8Array
}

/** A stored update, as the frame it was sent in. */
export type TailEntry = {
  seq: number
  frame: Buffer
  update: Uint8Array
  brings: Scan['brings']
  deletes: boolean
}

/** Only what is committed. Browsers get the bytes as they came in; nothing is decoded to answer a newcomer. */
export class Contents {
  #snapshot: Snapshot | null
  #tail: TailEntry[]
  #tailBytes: number
  readonly #vector = new Map<number, number>()
  /** For a browser that has nothing: everything in one piece, until the next update. */
  #all: Buffer | null = null

  constructor({ snapshot, tail }: StoredBoard) {
    this.#snapshot = snapshot ? readSnapshot(snapshot) : null
    this.#tail = tail.map(readTailEntry)
    this.#tailBytes = this.#tail.reduce((sum, { update }) => sum + update.length, 0)
    for (const [clientId, clock] of this.#snapshot?.vector ?? []) this.#vector.set(clientId, clock)
    for (const { brings } of this.#tail) this.#advance(brings)
  }

  get vector(): StateVector {
    return this.#vector
  }
  get snapshot(): Snapshot | null {
    return this.#snapshot
  }
  get tail(): readonly TailEntry[] {
    return this.#tail
  }
  get tailBytes(): number {
    return this.#tailBytes
  }
  get lastSeq(): number {
    return this.#tail.at(-1)?.seq ?? this.#snapshot?.upTo ?? 0
  }
  get isEmpty(): boolean {
    return this.lastSeq === 0
  }

  /** All of it, oldest first. */
  updates(): Uint8Array[] {
    return [...(this.#snapshot ? [this.#snapshot.bytes] : []), ...this.#tail.map(({ update }) => update)]
  }

  append(entries: readonly TailEntry[]): void {
    if (entries.length === 0) return
    for (const entry of entries) {
      this.#tail.push(entry)
      this.#tailBytes += entry.update.length
      this.#advance(entry.brings)
    }
    this.#all = null
  }

  /** Puts a stored snapshot in place of the updates that it holds. */
  compact(snapshot: Snapshot): void {
    this.#snapshot = snapshot
    this.#tail = this.#tail.filter(({ seq }) => seq > snapshot.upTo)
    this.#tailBytes = this.#tail.reduce((sum, { update }) => sum + update.length, 0)
    this.#all = null
  }

  /** Frames that bring somebody at `vector` up to date; the sync step that says "this is all" comes last. */
  answer(vector: StateVector): Buffer {
    if (vector.size === 0) {
      this.#all ??= Buffer.concat([
        ...(this.#snapshot ? [updateFrame(this.#snapshot.bytes)] : []),
        ...this.#tail.map(({ frame }) => frame),
        syncDoneFrame,
      ])
      return this.#all
    }
    return Buffer.concat([...this.#snapshotFor(vector), ...this.#tailFor(vector), syncDoneFrame])
  }

  #snapshotFor(vector: StateVector): Buffer[] {
    if (!this.#snapshot) return []
    const { bytes, deletes } = this.#snapshot
    const isKnown = covers(vector, this.#snapshot.vector)
    return [updateFrame(isKnown ? deletes : Y.diffUpdate(bytes, Y.encodeStateVector(new Map(vector))))]
  }

  // Deletions advance no clock, so an update that deletes is sent again to everybody.
  #tailFor(vector: StateVector): Buffer[] {
    const isKnown = ({ brings, deletes }: TailEntry) => !deletes && covers(vector, endsOf(brings))
    return this.#tail.filter((entry) => !isKnown(entry)).map(({ frame }) => frame)
  }

  #advance(brings: Scan['brings']): void {
    for (const [clientId, clock] of endsOf(brings)) {
      if (clock > (this.#vector.get(clientId) ?? 0)) this.#vector.set(clientId, clock)
    }
  }
}

export function tailEntry(
  seq: number,
  update: Uint8Array,
  { brings, deletes }: Omit<Scan, 'needs'>,
): TailEntry {
  const frame = updateFrame(update)
  return { seq, frame, update: updateInFrame(frame, update.length), brings, deletes }
}

const endsOf = (brings: Scan['brings']): StateVector =>
  new Map([...brings].map(([clientId, { to }]) => [clientId, to]))

// What is stored was checked when it came in; here Yjs' own reader is enough, which says nothing of deletions.
function readTailEntry({ seq, update }: StoredBoard['tail'][number]): TailEntry {
  const { from, to } = Y.parseUpdateMeta(update)
  const brings = new Map(
    [...to].map(([clientId, end]) => [clientId, { from: from.get(clientId) ?? 0, to: end }]),
  )
  return tailEntry(seq, update, { brings, deletes: true })
}

function readSnapshot({ bytes, upTo }: { bytes: Uint8Array; upTo: number }): Snapshot {
  const vector = Y.parseUpdateMeta(bytes).to
  return { bytes, upTo, vector, deletes: Y.diffUpdate(bytes, Y.encodeStateVector(vector)) }
}
