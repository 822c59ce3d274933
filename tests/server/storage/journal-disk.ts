// A disk for the journal's files that tells what is written from what is durable, waits, fails, and loses its power.
import type { OpenJournalFile } from '#server/storage/journal-file.ts'

type Kept = { written: Buffer; durable: Buffer }

export class JournalDisk {
  readonly files = new Map<string, Kept>()
  /** What happened, in order: `write`, `sync` when it began, `synced`, `empty`. */
  readonly history: string[] = []
  /** Set to make every sync wait. */
  gate: Promise<unknown> = Promise.resolve()
  syncFailure: string | null = null
  /** Takes so many bytes of the next writes and then refuses; null takes all. */
  room: number | null = null

  readonly open: OpenJournalFile = async (path) => {
    const found = this.files.get(path)
    const kept = found ?? { written: Buffer.alloc(0), durable: Buffer.alloc(0) }
    this.files.set(path, kept)
    return {
      found: found ? Buffer.from(found.written) : null,
      file: {
        write: (bytes, at) => {
          this.history.push('write')
          const taken = this.room === null ? bytes : bytes.subarray(0, this.room)
          kept.written = Buffer.concat([kept.written.subarray(0, at), taken])
          if (taken.length < bytes.length) throw new Error('no space left on device')
        },
        sync: async () => {
          this.history.push('sync')
          const covered = Buffer.from(kept.written)
          await this.gate
          if (this.syncFailure) throw new Error(this.syncFailure)
          kept.durable = covered
          this.history.push('synced')
        },
        empty: async () => {
          this.history.push('empty')
          kept.written = Buffer.alloc(0)
          kept.durable = Buffer.alloc(0)
        },
        close: async ({ remove }) => {
          if (remove) this.files.delete(path)
        },
      },
    }
  }

  /** The same disk as a process finds it that starts after this one was killed. */
  copy(): JournalDisk {
    const other = new JournalDisk()
    for (const [path, { written }] of this.files) other.put(path, written)
    return other
  }

  /** As it is found after the power was gone; of what was not durable, `left` bytes are there all the same. */
  afterPowerLoss(left = 0): JournalDisk {
    const other = new JournalDisk()
    for (const [path, { written, durable }] of this.files) {
      other.put(path, written.subarray(0, durable.length + left))
    }
    return other
  }

  put(path: string, bytes: Uint8Array): void {
    this.files.set(path, { written: Buffer.from(bytes), durable: Buffer.from(bytes) })
  }

  /** Everything in all files. */
  bytes(): Buffer {
    return Buffer.concat([...this.files.values()].map(({ written }) => written))
  }
}
