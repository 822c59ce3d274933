// Writes what a command on a map has changed into a store.
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { MapChanges } from '#shared/board/map-copy.ts'

/** What has given its cards away goes after they have gone. */
export function applyChanges(store: TLStore, { put, removed }: MapChanges): void {
  store.put(put.map((shape) => shape as unknown as TLRecord)) // tldraw's union of records does not know ours
  store.remove(removed)
}
