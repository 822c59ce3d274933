// Images that were asked for a moment ago, kept in memory: what one person uploads, the whole room fetches at once.
import type { ImageRow, ImageStore } from '#server/storage/storage.ts'
import type { ImageId, WorkshopId } from '#shared/ids.ts'

export type ImageReader = (workshopId: WorkshopId, imageId: ImageId) => Promise<ImageRow | null>

/** An image never changes, so what was read once is right; the longest unasked for goes first. */
export function keepImages(store: Pick<ImageStore, 'find'>, maxBytes: number): ImageReader {
  const kept = new Map<string, { found: Promise<ImageRow | null>; bytes: number }>()
  let total = 0

  return (workshopId, imageId) => {
    const key = `${workshopId} ${imageId}`
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return known.found
    }
    const found = store.find(workshopId, imageId)
    kept.set(key, { found, bytes: 0 })
    found.then(
      (image) => settle(key, image?.bytes.length ?? null),
      () => kept.delete(key),
    )
    return found
  }

  /** null: there is none, and one may yet come under that name. */
  function settle(key: string, bytes: number | null): void {
    const entry = kept.get(key)
    if (!entry) return
    if (bytes === null) {
      kept.delete(key)
      return
    }
    entry.bytes = bytes
    total += bytes
    for (const [oldest, { bytes: its }] of kept) {
      if (total <= maxBytes) return
      kept.delete(oldest)
      total -= its
    }
  }
}
