// Everything under /api: the routes of each part.
import type { Router } from 'express'
import { createRateLimit } from '#server/access/rate-limit.ts'
import { deletionRoutes } from '#server/deletion/routes.ts'
import { historyRoutes } from '#server/history/routes.ts'
import { workshopFiles } from '#server/http/workshop-files.ts'
import { type ImageParts, imageRoutes } from '#server/images/routes.ts'
import type { Ground, Parts } from '#server/parts.ts'
import { reportRoutes } from '#server/results/routes.ts'
import { silenceRoutes } from '#server/silence/routes.ts'
import { webhookRoutes } from '#server/webhook/routes.ts'
import { workshopFileRoutes } from '#server/workshop-file/routes.ts'
import type { WorkshopId } from '#shared/ids.ts'

/** Each page that is loaded asks once, and a whole office comes from one address. */
const askingWhatIsGone = { count: 1200, perMs: 60_000 }
const webhookTrials = { count: 10, perMs: 600_000 }

type ApiGround = Pick<Ground, 'storage' | 'log' | 'now'> & {
  images?: Pick<ImageParts, 'limits'>
}

export function apiRoutes(parts: Parts, { storage, log, now, images }: ApiGround): Router[] {
  const { rooms, boards, silence, history, access, deletion, erase, retention, results, webhooks } = parts
  const { authenticate, origins } = access
  const workshopOf = async (workshopId: WorkshopId) => (await rooms.state(workshopId)).workshop
  const languageOf = async (workshopId: WorkshopId) => (await workshopOf(workshopId)).info.language
  const leftOut = async (workshopId: WorkshopId) => (await workshopOf(workshopId)).leftOut
  return [
    access.routes,
    workshopFiles({ authenticate, boards, results, languageOf, leftOut, onRead: retention.visit }),
    reportRoutes({ authenticate, rooms }),
    silenceRoutes({ authenticate, silence }),
    historyRoutes({ authenticate, history }),
    workshopFileRoutes({
      authenticate,
      origins,
      pack: parts.pack,
      bring: parts.bring,
      limit: access.foundingLimit,
      onRead: retention.visit,
      log,
    }),
    webhookRoutes({ authenticate, webhooks, trials: createRateLimit(webhookTrials, now) }),
    deletionRoutes({
      authenticate,
      rooms,
      deletion,
      erase,
      retention,
      wholes: storage.wholes,
      limit: createRateLimit(askingWhatIsGone, now),
    }),
    imageRoutes({ authenticate, store: storage.images, log, now, ...images }),
  ]
}
