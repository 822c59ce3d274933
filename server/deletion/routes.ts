// How long a workshop is kept, and deleting it, over HTTP.
import { Router } from 'express'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import type { Deletion } from '#server/deletion/deletion.ts'
import { type Answer, refusalAnswer, refuse, serve } from '#server/http/answer.ts'
import { parseBody } from '#server/http/parse.ts'
import type { Retention } from '#server/retention/retention.ts'
import { DeleteWorkshop } from '#shared/access/api.ts'
import { isHost } from '#shared/facilitation/people.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { WorkshopId } from '#shared/ids.ts'

export type DeletionParts = {
  authenticate: Authenticate
  rooms: { state(workshopId: WorkshopId): Promise<{ workshop: Workshop }> }
  deletion: Pick<Deletion, 'delete'>
  retention: Pick<Retention, 'of'>
}

/** To be mounted at /api. */
export function deletionRoutes({ authenticate, rooms, deletion, retention }: DeletionParts): Router {
  const router = Router()

  // All seats are told the same, so it does not matter which of several a browser means.
  router.get(
    '/workshops/:id/retention',
    serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok && seat.code !== 'seat-ambiguous') return refusalAnswer(seat)
      return { status: 200, body: await retention.of(WorkshopId.parse(request.params.id)) }
    }),
  )

  router.delete(
    '/workshops/:id',
    serve(async (request): Promise<Answer> => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok) return refusalAnswer(seat)
      const { workshopId, role, personId } = seat.value
      if (role !== 'facilitator' || personId === null) return refusalAnswer(hostsOnly)
      const { people, info } = (await rooms.state(workshopId)).workshop
      if (!isHost(people, { role, personId })) return refusalAnswer(hostsOnly)
      const confirmed = parseBody(DeleteWorkshop, request)
      if (!confirmed.ok) return refusalAnswer(confirmed)
      if (confirmed.value.title !== info.title) return refusalAnswer(otherTitle)
      await deletion.delete(workshopId)
      return { status: 204 }
    }),
  )

  return router
}

const hostsOnly = refuse(403, 'not-allowed', 'Only the facilitator deletes a workshop.')
const otherTitle = refuse(
  409,
  'title-differs',
  'That is not the title of this workshop; write it as it stands there.',
)
