// The routes about images: one to upload, one to fetch, delivered so that nothing in a file can ever run.
import { Router } from 'express'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import { answerWith, refusalAnswer, refuse, serve } from '#server/http/answer.ts'
import { keepImages } from '#server/images/kept-images.ts'
import { createUploads, type UploadLimits } from '#server/images/uploads.ts'
import type { Log } from '#server/log.ts'
import type { ImageStore } from '#server/storage/storage.ts'
import { ImageId, WorkshopId } from '#shared/ids.ts'

export type ImageParts = {
  authenticate: Authenticate
  store: ImageStore
  log: Log
  now: () => number
  limits?: Partial<UploadLimits>
}

const keptBytes = 64 * 1024 * 1024

/** To be mounted at /api. */
export function imageRoutes({ authenticate, store, log, now, limits }: ImageParts): Router {
  const router = Router()
  const upload = createUploads({ store, log, now, ...(limits ? { limits } : {}) })
  const read = keepImages(store, keptBytes)

  router.post(
    '/workshops/:id/images',
    serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      return seat.ok ? answerWith(await upload(seat.value, request), 201) : refusalAnswer(seat)
    }),
  )

  // An <img> cannot say which of a browser's seats it means, and all of them see the same here.
  router.get(
    '/workshops/:id/images/:imageId',
    serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok && seat.code !== 'seat-ambiguous') return refusalAnswer(seat)
      const imageId = ImageId.safeParse(request.params.imageId)
      const image = imageId.success ? await read(WorkshopId.parse(request.params.id), imageId.data) : null
      if (!image) return refusalAnswer(unknown)
      return { status: 200, type: image.type, body: image.bytes, headers: delivery }
    }),
  )

  return router
}

/** The name is random and its content never changes: the browser need not ask again. */
const delivery = {
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'inline',
  'X-Content-Type-Options': 'nosniff',
}

const unknown = refuse(404, 'image-unknown', 'There is no such image in this workshop.')
