// Where an image of the board is fetched, for an <img> and for an exported picture.
import { dataUrl } from '#client/board/data-url.ts'
import type { ImageSeat } from '#client/board/images/upload-image.ts'
import { sendToWorkshop } from '#client/ui/api.ts'
import { seatToken } from '#client/ui/seat-token.ts'
import { imagePath } from '#shared/board/images.ts'
import type { ImageId } from '#shared/ids.ts'

/** As long as the page lives: an address that is in use must not be revoked. */
const fetched = new Map<string, Promise<string>>()

/**
 * The server's own address where the seat's cookie goes along by itself; where cookies are blocked, an <img> cannot prove
 * its seat, and the image is fetched for it.
 */
export async function imageUrl(seat: ImageSeat, imageId: ImageId): Promise<string> {
  const path = imagePath(seat.workshopId, imageId)
  if (!seat.role || !seatToken(seat.workshopId, seat.role)) return `/api${path}`
  const known = fetched.get(path)
  if (known !== undefined) return known
  const made = fetchImage(seat, imageId).then((image) => URL.createObjectURL(image))
  fetched.set(path, made)
  made.catch(() => fetched.delete(path))
  return made
}

/** The image itself, for a picture that has to stand alone. */
export async function imageDataUrl(seat: ImageSeat, imageId: ImageId): Promise<string> {
  return dataUrl(await fetchImage(seat, imageId))
}

const fetchImage = (seat: ImageSeat, imageId: ImageId): Promise<Blob> =>
  sendToWorkshop(seat, `/images/${imageId}`).then((response) => response.blob())
