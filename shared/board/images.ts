// Images on a board: what may be uploaded, how a record names one, and where it is fetched.
import { z } from 'zod'
import { ImageId, type WorkshopId } from '#shared/ids.ts'

export const maxImageBytes = 10 * 1024 * 1024
/** A small file can be an enormous picture, which every browser in the room would have to hold. */
export const maxImagePixels = 40_000_000
/** Of one workshop, all its images together. */
export const maxWorkshopImageBytes = 200 * 1024 * 1024

/** `POST /api/workshops/:id/images`, the file itself as the body. Width and height as the file says them. */
export const UploadedImage = z.object({
  imageId: ImageId,
  type: z.string(),
  width: z.number(),
  height: z.number(),
})
export type UploadedImage = z.infer<typeof UploadedImage>

/** Codes of refusals of an upload, which a browser says in its own words. */
export const imageRefusals = [
  'image-foreign',
  'image-unreadable',
  'image-too-large',
  'image-too-many-pixels',
  'images-full',
  'too-many-requests',
] as const
export type ImageRefusal = (typeof imageRefusals)[number]

/** Below `/api`. */
export const imagePath = (workshopId: WorkshopId, imageId: ImageId): string =>
  `/workshops/${workshopId}/images/${imageId}`

/**
 * How a record names an image: of the board's own workshop, on whichever host; so it can point nowhere else. "asset:" is a
 * scheme that tldraw's schema knows.
 */
export const imageSource = (imageId: ImageId): string => `asset:${imageId}`

/** Null for everything that is not the name of an image here. */
export function imageOfSource(source: unknown): ImageId | null {
  if (typeof source !== 'string' || !source.startsWith('asset:')) return null
  const id = ImageId.safeParse(source.slice('asset:'.length))
  return id.success ? id.data : null
}

/** Shapes that show what lies elsewhere: tldraw knows them, a board here does not take them. */
export const foreignShapes: ReadonlySet<unknown> = new Set(['bookmark', 'embed', 'video'])
