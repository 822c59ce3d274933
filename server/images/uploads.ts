// Takes images in: who may, how many, whether it is one at all, and without what was written about it into storage under a random name.
import type { Request } from 'express'
import { createRateLimit } from '#server/access/rate-limit.ts'
import type { Seat } from '#server/access/seat.ts'
import { newImageId } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import { cleanImage, foreignImage } from '#server/images/clean-image.ts'
import { createMemory } from '#server/images/memory.ts'
import { readUpload } from '#server/images/read-upload.ts'
import type { Log } from '#server/log.ts'
import type { ImageStore } from '#server/storage/storage.ts'
import { canEditBoard } from '#shared/access/role.ts'
import { readImageHeader } from '#shared/board/image-header.ts'
import { maxImageBytes, maxWorkshopImageBytes, type UploadedImage } from '#shared/board/images.ts'

export type Uploads = (seat: Seat, request: Request) => Promise<Outcome<UploadedImage>>

export type UploadLimits = { workshopBytes: number; perPerson: number; stallMs: number; memoryBytes: number }
/** A folder of photos dropped at once is fine; a program that fills the disk is not. `perPerson` counts ten minutes. */
const usualLimits: UploadLimits = {
  workshopBytes: maxWorkshopImageBytes,
  perPerson: 60,
  stallMs: 20_000,
  memoryBytes: 128 * 1024 * 1024,
}
const spanMs = 600_000

export function createUploads({
  store,
  log,
  now,
  limits = {},
}: {
  store: ImageStore
  log: Log
  now: () => number
  limits?: Partial<UploadLimits>
}): Uploads {
  const { workshopBytes, perPerson, stallMs, memoryBytes } = { ...usualLimits, ...limits }
  const rate = createRateLimit({ count: perPerson, perMs: spanMs }, now)
  const memory = createMemory(memoryBytes)

  return async ({ workshopId, role, personId }, request) => {
    if (!canEditBoard(role) || personId === null) return notAllowed
    if (!rate.take(`${workshopId} ${personId}`)) return tooMany
    const upload = await readUpload(request, { maxBytes: maxImageBytes, stallMs, memory, check: knownKind })
    if (!upload.ok) return upload
    const image = cleanImage(upload.value)
    if (!image.ok) return image
    const { type, width, height, bytes } = image.value
    const imageId = newImageId()
    const outcome = await store.put({ workshopId, imageId, type, bytes }, workshopBytes)
    if (outcome === 'full') return full(workshopBytes)
    log.info('image.stored', { workshopId, type, bytes: bytes.length })
    return done({ imageId, type, width, height })
  }
}

function knownKind(start: Uint8Array): Outcome<null> {
  const header = readImageHeader(start)
  return !header.ok && header.why === 'foreign' ? foreignImage : done(null)
}

const notAllowed = refuse(403, 'not-allowed', 'Whoever watches puts no images on the board.')
const tooMany = refuse(
  429,
  'too-many-requests',
  'You have uploaded many images in a short time; wait a few minutes and try again.',
)
const full = (bytes: number) =>
  refuse(
    413,
    'images-full',
    `The images of a workshop have at most ${bytes / 1024 ** 2} MB together, and this one is too much; use a smaller one.`,
  )
