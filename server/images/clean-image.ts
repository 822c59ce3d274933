// Makes of some bytes an image that may be kept: one of four kinds, not enormous, and without what was written about it.
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import { stripMetadata } from '#server/images/strip-metadata.ts'
import { type ImageHeader, readImageHeader } from '#shared/board/image-header.ts'
import { maxImagePixels } from '#shared/board/images.ts'

/** `bytes` are the whole file. */
export function cleanImage(bytes: Uint8Array): Outcome<ImageHeader & { bytes: Uint8Array }> {
  const header = readImageHeader(bytes)
  if (!header.ok) return header.why === 'foreign' ? foreignImage : unreadable
  if (header.width * header.height > maxImagePixels) return tooManyPixels(header)
  const { type, width, height } = header
  return done({ type, width, height, bytes: stripMetadata(type, bytes) })
}

export const foreignImage = refuse(
  415,
  'image-foreign',
  'Only PNG, JPEG, WebP and GIF are taken, and this file is none of them, whatever its name says.',
)
const unreadable = refuse(
  422,
  'image-unreadable',
  'This file begins like an image and is damaged; open it, save it again and upload that.',
)
const tooManyPixels = ({ width, height }: ImageHeader) =>
  refuse(
    422,
    'image-too-many-pixels',
    `An image has at most ${maxImagePixels / 1e6} million pixels; this one is ${width} by ${height}. Make it smaller.`,
  )
