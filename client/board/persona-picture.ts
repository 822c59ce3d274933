// Where a persona's picture comes from: the server on the canvas, the picture itself in an export.
import { type Atom, atom } from '@tldraw/tldraw'
import { imageDataUrl, imageUrl } from '#client/board/images/image-url.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { ImageId } from '#shared/ids.ts'

/** By seat and image; null until the address is known, which takes an instant, or an answer where cookies are blocked. */
const addresses = new Map<string, Atom<string | null>>()

/** Null is the outline: there is no picture, or not yet. Reactive. */
export function pictureUrl(seat: ImageSeat | null, imageId: string | null): string | null {
  const id = ImageId.safeParse(imageId)
  if (!seat || !id.success) return null
  const key = `${seat.workshopId} ${seat.role} ${id.data}`
  const known = addresses.get(key)
  if (known) return known.get()
  const fresh = atom<string | null>('picture', null)
  addresses.set(key, fresh)
  // Without an answer the outline stays; the next visit to the page asks again.
  imageUrl(seat, id.data).then(
    (url) => fresh.set(url),
    () => addresses.delete(key),
  )
  return fresh.get()
}

/** As a data URL, so that an exported picture is whole wherever it is opened; null where it cannot be had. */
export async function pictureData(seat: ImageSeat | null, imageId: string | null): Promise<string | null> {
  const id = ImageId.safeParse(imageId)
  return seat && id.success ? imageDataUrl(seat, id.data).catch(() => null) : null
}
