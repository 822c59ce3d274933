// Where a persona's picture comes from: the server on the canvas, the picture itself in an export.
import { imagePath } from '#shared/board/images.ts'
import { ImageId, type WorkshopId } from '#shared/ids.ts'

/** Null for what names no image here. */
export function pictureUrl(workshopId: WorkshopId | null, imageId: string | null): string | null {
  const id = ImageId.safeParse(imageId)
  return workshopId && id.success ? `/api${imagePath(workshopId, id.data)}` : null
}

/** As a data URL, so that an exported picture is whole wherever it is opened; null when it cannot be had. */
export async function pictureData(url: string): Promise<string | null> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => null)
  if (!response?.ok) return null
  const blob = await response.blob()
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null)
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(blob)
  })
}
