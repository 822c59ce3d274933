// Leaves out of an image what does not belong to the picture: where and when it was taken, by whom, with what, and small copies of it.
import { stripJpeg } from '#server/images/strip-jpeg.ts'
import { stripPng } from '#server/images/strip-png.ts'
import { stripWebp } from '#server/images/strip-webp.ts'
import type { ImageType } from '#shared/board/image-header.ts'

/**
 * The picture itself is not encoded anew: its parts are copied byte by byte, and of what a camera says only how to turn it
 * stays. An image without anything else comes out as it went in.
 */
export function stripMetadata(type: ImageType, bytes: Uint8Array): Uint8Array {
  if (type === 'image/jpeg') return stripJpeg(bytes)
  if (type === 'image/png') return stripPng(bytes)
  return type === 'image/webp' ? stripWebp(bytes) : bytes
}
