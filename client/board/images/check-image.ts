// Looks at a file before it is sent: what the server would refuse is said at once, also without a connection.
import { ImageProblem } from '#client/board/images/image-problem.ts'
import { readImageHeader } from '#shared/board/image-header.ts'
import { maxImageBytes, maxImagePixels } from '#shared/board/images.ts'

export type CheckedImage = { bytes: Uint8Array<ArrayBuffer>; type: string; width: number; height: number }

/** Throws an `ImageProblem`. */
export async function checkImage(file: Blob): Promise<CheckedImage> {
  if (await isSvg(file)) throw new ImageProblem('image-svg')
  // A large file is first looked at: if it is no image at all, its size is not what is wrong with it.
  const start = readImageHeader(new Uint8Array(await file.slice(0, 64).arrayBuffer()))
  if (!start.ok && start.why === 'foreign') throw new ImageProblem('image-foreign')
  if (file.size > maxImageBytes) throw new ImageProblem('image-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const header = readImageHeader(bytes)
  if (!header.ok) throw new ImageProblem('image-unreadable')
  const { type, width, height } = header
  if (width * height > maxImagePixels) throw new ImageProblem('image-too-many-pixels')
  return { bytes, type, width, height }
}

async function isSvg(file: Blob): Promise<boolean> {
  if (file.type === 'image/svg+xml') return true
  return /^\s*(<\?xml[\s\S]*)?(<!--[\s\S]*-->\s*)?(<!DOCTYPE svg[\s\S]*)?<svg[\s>]/i.test(
    await file.slice(0, 2048).text(),
  )
}
