// A workshop's webhook over HTTP: for facilitators only, since it sends results out of the house.
import { type Request, Router } from 'express'
import type { RateLimit } from '#server/access/rate-limit.ts'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import { type Answer, refusalAnswer, refuse, serve } from '#server/http/answer.ts'
import { parseBody } from '#server/http/parse.ts'
import type { Webhooks } from '#server/webhook/webhooks.ts'
import { SetWebhook } from '#shared/access/webhook.ts'
import type { WorkshopId } from '#shared/ids.ts'

type Parts = {
  authenticate: Authenticate
  webhooks: Webhooks
  /** Of trials, by workshop: nobody shall knock at somebody else's door through us. */
  trials: RateLimit
}

export function webhookRoutes({ authenticate, webhooks, trials }: Parts): Router {
  const router = Router()
  const path = '/workshops/:id/webhook'

  router.get(
    path,
    leading(async (workshopId) => ({ status: 200, body: await webhooks.show(workshopId) })),
  )

  router.put(
    path,
    leading(async (workshopId, request) => {
      const wish = parseBody(SetWebhook, request)
      if (!wish.ok) return refusalAnswer(wish)
      return { status: 200, body: await webhooks.set(workshopId, wish.value.url) }
    }),
  )

  router.delete(
    path,
    leading(async (workshopId) => {
      await webhooks.remove(workshopId)
      return { status: 204 }
    }),
  )

  router.post(
    `${path}/trial`,
    leading(async (workshopId) => {
      if (!trials.take(workshopId)) return refusalAnswer(tooMany)
      const delivery = await webhooks.trial(workshopId)
      return delivery ? { status: 200, body: delivery } : refusalAnswer(none)
    }),
  )

  return router

  function leading(handle: (workshopId: WorkshopId, request: Request) => Promise<Answer>) {
    return serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok) return refusalAnswer(seat)
      return seat.value.role === 'facilitator' ? handle(seat.value.workshopId, request) : facilitatorsOnly
    })
  }
}

const facilitatorsOnly = refusalAnswer(
  refuse(403, 'not-allowed', 'Only a facilitator says where the results are posted.'),
)
const none = refuse(404, 'no-webhook', 'This workshop posts its results nowhere; give an address first.')
const tooMany = refuse(429, 'too-many-requests', 'Ten trials in ten minutes are enough; wait a little.')
