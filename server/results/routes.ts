// What the report leaves out, over HTTP: a facilitator says it on the report's page, where no socket is open.
import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import type { Rooms } from '#server/facilitation/rooms.ts'
import { answerWith, done, refusalAnswer, refuse, serve } from '#server/http/answer.ts'
import { parseBody } from '#server/http/parse.ts'
import { LeftOut } from '#shared/results/leave-out.ts'

type Parts = { authenticate: Authenticate; rooms: Pick<Rooms, 'submit' | 'state'> }

export function reportRoutes({ authenticate, rooms }: Parts): Router {
  const router = Router()

  router.put(
    '/workshops/:id/report',
    serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok) return refusalAnswer(seat)
      const { workshopId, personId, role } = seat.value
      if (role !== 'facilitator' || personId === null) return facilitatorsOnly
      const wish = parseBody(LeftOut, request)
      if (!wish.ok) return refusalAnswer(wish)
      const reply = await rooms.submit(workshopId, {
        actor: { personId, role },
        commandId: randomUUID(),
        command: { type: 'report.leave-out', sections: wish.value.leftOut },
      })
      // It being so already is what was asked for.
      if (!reply.ok && reply.code !== 'already-done')
        return refusalAnswer(refuse(reply.code === 'busy' ? 503 : 403, reply.code, reply.message))
      const { workshop } = await rooms.state(workshopId)
      return answerWith(done({ leftOut: [...workshop.leftOut] } satisfies LeftOut))
    }),
  )

  return router
}

const facilitatorsOnly = refusalAnswer(
  refuse(403, 'not-allowed', 'Only a facilitator says what the report shows.'),
)
