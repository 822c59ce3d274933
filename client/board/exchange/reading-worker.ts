// Reads files in a thread of its own: ten megabytes take a second or two, and the page goes on meanwhile.
import '#client/ui/quiet-zod.ts'
import { type Reading, readAny } from '#shared/board/import/read-any.ts'
import type { TableWish } from '#shared/board/import/read-table.ts'

export type ReadingJob = { source: Uint8Array | string; wish: TableWish }

self.onmessage = ({ data: { source, wish } }: MessageEvent<ReadingJob>) => {
  const reading: Reading = readAny(source, wish)
  self.postMessage(reading)
}
