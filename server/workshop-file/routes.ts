// A workshop as a file over HTTP: facilitators fetch theirs, and whoever has one begins a workshop with it.
import { pipeline } from 'node:stream/promises'
import { type Request, type Response, Router } from 'express'
import type { Origins } from '#server/access/origins.ts'
import { neighbourhood, type RateLimit } from '#server/access/rate-limit.ts'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import { type Answer, done, refusalAnswer, refuse, send, serve } from '#server/http/answer.ts'
import { createMemory } from '#server/images/memory.ts'
import { readUpload } from '#server/images/read-upload.ts'
import type { Log } from '#server/log.ts'
import type { Bringing } from '#server/workshop-file/bring.ts'
import type { Packing } from '#server/workshop-file/pack.ts'
import type { WorkshopId } from '#shared/ids.ts'
import { fileName } from '#shared/results/file-name.ts'
import { maxWorkshopFileBytes } from '#shared/workshop-file/workshop-file.ts'

export type WorkshopFileParts = {
  authenticate: Authenticate
  origins: Origins
  pack: Packing
  bring: Bringing
  /** Counts with the founding of workshops: a file is one way to do that. */
  limit: RateLimit
  /** Somebody takes it along. */
  onRead(workshopId: WorkshopId): void
  log: Log
}

/** Of all files that are arriving at a time. */
const memoryBytes = 2 * maxWorkshopFileBytes
const stallMs = 20_000
/** They are taken apart one after the other, and until then each is held as a whole. */
const mostAtOnce = 3

/** To be mounted at /api. */
export function workshopFileRoutes({
  authenticate,
  origins,
  pack,
  bring,
  limit,
  onRead,
  log,
}: WorkshopFileParts): Router {
  const router = Router()
  const memory = createMemory(memoryBytes)
  let atOnce = 0

  router.get('/workshops/:id/workshop.json', (request, response, next) => {
    give(request, response).catch(next)
  })

  /** The file is the body, whatever it says it is. */
  router.post(
    '/workshop-files',
    serve(async (request) => {
      if (atOnce >= mostAtOnce) return refusalAnswer(busy)
      if (!limit.take(neighbourhood(request.ip ?? ''))) return refusalAnswer(tooMany)
      atOnce += 1
      return take(request).finally(() => {
        atOnce -= 1
      })
    }),
  )

  return router

  async function take(request: Request): Promise<Answer> {
    const check = () => done(null)
    const limits = { maxBytes: maxWorkshopFileBytes, stallMs, memory, check, tooLarge, busy }
    const upload = await readUpload(request, limits)
    if (!upload.ok) return refusalAnswer(upload)
    const brought = await bring(upload.value, origins.own(request))
    if (!brought.ok) return refusalAnswer(brought)
    const { seats: _, ...created } = brought.value
    return { status: 201, body: created }
  }

  async function give(request: Request, response: Response): Promise<void> {
    const seat = await seatOf(authenticate, request)
    if (!seat.ok) return send(response, refusalAnswer(seat))
    if (seat.value.role !== 'facilitator') return send(response, refusalAnswer(facilitatorsOnly))
    const { workshopId } = seat.value
    onRead(workshopId)
    const { title, pieces } = await pack(workshopId)
    response.type('application/json').set({
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName(title, 'runde.json'))}`,
    })
    try {
      await pipeline(pieces, response)
    } catch (error) {
      // The answer has begun: whoever went away hears nothing more, and for others it is cut off, which they notice.
      if (!request.destroyed) log.bug('workshop-file.cut-off', error, { workshopId })
    }
  }
}

const facilitatorsOnly = refuse(
  403,
  'not-allowed',
  'The whole workshop is for facilitators: the facilitation log is in it. The results are for everyone.',
)
const tooMany = refuse(
  429,
  'too-many-requests',
  'Too many requests came from this network; wait a few minutes and try again.',
)
const tooLarge = refuse(
  413,
  'file-too-large',
  `A file has at most ${maxWorkshopFileBytes / 1024 ** 2} MB here; whoever runs the server can bring it with "npm run runde -- import".`,
)
const busy = refuse(503, 'busy', 'Other files are arriving at this moment; wait a little and try again.')
