// A writer's silent notes over HTTP: read one's own, keep one, delete one. Everybody's counts come along.
import { type Request, Router } from 'express'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate, Seat } from '#server/access/seat.ts'
import { type Answer, answerWith, refusalAnswer, serve } from '#server/http/answer.ts'
import { parseBody, parseWith } from '#server/http/parse.ts'
import type { Silence } from '#server/silence/silence.ts'
import { RoundId } from '#shared/ids.ts'
import { DraftContent, DraftId } from '#shared/silence/drafts.ts'

const one = '/workshops/:id/silence/:roundId/drafts/:draftId'

export function silenceRoutes({
  authenticate,
  silence,
}: {
  authenticate: Authenticate
  silence: Silence
}): Router {
  const router = Router()

  router.get(
    '/workshops/:id/silence',
    seated(async (seat) => ({ status: 200, body: await silence.state(seat) })),
  )

  router.put(
    one,
    seated(async (seat, request) => {
      const [roundId, draftId] = named(request)
      const content = parseBody(DraftContent, request)
      if (!roundId.ok) return refusalAnswer(roundId)
      if (!draftId.ok) return refusalAnswer(draftId)
      if (!content.ok) return refusalAnswer(content)
      return answerWith(await silence.put(seat, roundId.value, { draftId: draftId.value, ...content.value }))
    }),
  )

  router.delete(
    one,
    seated(async (seat, request) => {
      const [roundId, draftId] = named(request)
      if (!roundId.ok) return refusalAnswer(roundId)
      if (!draftId.ok) return refusalAnswer(draftId)
      const removed = await silence.remove(seat, roundId.value, draftId.value)
      return removed.ok ? { status: 204 } : refusalAnswer(removed)
    }),
  )

  return router

  function seated(handle: (seat: Seat, request: Request) => Promise<Answer>) {
    return serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      return seat.ok ? handle(seat.value, request) : refusalAnswer(seat)
    })
  }
}

const named = ({ params }: Request) =>
  [parseWith(RoundId, params.roundId), parseWith(DraftId, params.draftId)] as const
