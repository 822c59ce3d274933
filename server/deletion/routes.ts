// How long a workshop is kept, and deleting it or one person of it, over HTTP.
import { Router } from 'express'
import { neighbourhood, type RateLimit } from '#server/access/rate-limit.ts'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate, Seat } from '#server/access/seat.ts'
import type { Deletion } from '#server/deletion/deletion.ts'
import type { Erasure } from '#server/deletion/erasure.ts'
import { type Answer, refusalAnswer, refuse, serve } from '#server/http/answer.ts'
import { parseBody, parseWith } from '#server/http/parse.ts'
import type { Retention } from '#server/retention/retention.ts'
import type { WholeStore } from '#server/storage/storage.ts'
import { AskGone, DeleteWorkshop } from '#shared/access/api.ts'
import { isHost } from '#shared/facilitation/people.ts'
import type { Workshop } from '#shared/facilitation/workshop.ts'
import { PersonId, WorkshopId } from '#shared/ids.ts'

export type DeletionParts = {
  authenticate: Authenticate
  rooms: { state(workshopId: WorkshopId): Promise<{ workshop: Workshop }> }
  deletion: Pick<Deletion, 'delete'>
  erase: Erasure
  retention: Pick<Retention, 'of'>
  wholes: Pick<WholeStore, 'gone'>
  /** Counts the browsers that ask what of theirs is gone. */
  limit: RateLimit
}

/** To be mounted at /api. */
export function deletionRoutes({
  authenticate,
  rooms,
  deletion,
  erase,
  retention,
  wholes,
  limit,
}: DeletionParts): Router {
  const router = Router()

  router.post(
    '/gone',
    serve(async (request): Promise<Answer> => {
      const asked = parseBody(AskGone, request)
      if (!asked.ok) return refusalAnswer(asked)
      if (!limit.take(neighbourhood(request.ip ?? ''))) return refusalAnswer(tooMany)
      // What was never here is not gone: on a wrong or an older data folder, browsers would lose what only they still have.
      return { status: 200, body: { gone: await wholes.gone(asked.value.kept) } }
    }),
  )

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

  router.delete(
    '/workshops/:id/people/:personId',
    serve(async (request): Promise<Answer> => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok) return refusalAnswer(seat)
      const personId = parseWith(PersonId, request.params.personId)
      if (!personId.ok) return refusalAnswer(personId)
      const refusal = whyNotErase(
        (await rooms.state(seat.value.workshopId)).workshop,
        seat.value,
        personId.value,
      )
      if (refusal) return refusalAnswer(refusal)
      await erase(seat.value.workshopId, personId.value)
      return { status: 204 }
    }),
  )

  return router
}

/** People erase themselves, facilitators everybody but each other; that is the host's to do. */
function whyNotErase({ people, door }: Workshop, seat: Seat, personId: PersonId) {
  if (seat.personId === personId) return null
  if (seat.personId === null || seat.role !== 'facilitator') return othersNotYours
  const person = people[personId] ?? door.removed[personId]
  if (!person) return unknownPerson
  const amHost = isHost(people, { role: seat.role, personId: seat.personId })
  return person.role === 'facilitator' && !amHost ? facilitatorsStay : null
}

const othersNotYours = refuse(
  403,
  'not-allowed',
  'Only a facilitator erases others; everybody erases themselves.',
)
const unknownPerson = refuse(404, 'person-unknown', 'Nobody with this id has joined the workshop.')
const facilitatorsStay = refuse(403, 'not-allowed', 'Only the facilitator erases another facilitator.')

const tooMany = refuse(
  429,
  'too-many-requests',
  'Too many requests came from this network; wait a few minutes and try again.',
)
const hostsOnly = refuse(403, 'not-allowed', 'Only the facilitator deletes a workshop.')
const otherTitle = refuse(
  409,
  'title-differs',
  'That is not the title of this workshop; write it as it stands there.',
)
