// The history of a board over HTTP: everyone in the room looks, facilitators keep and go back.
import { type Request, Router } from 'express'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import type { BoardHistory } from '#server/history/history.ts'
import { type Answer, answerWith, refusalAnswer, refuse, serve } from '#server/http/answer.ts'
import { parseBody, parseWith } from '#server/http/parse.ts'
import { EntryId, KeepState } from '#shared/board/history.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

type Asker = { workshopId: WorkshopId; personId: PersonId; isFacilitator: boolean }

export function historyRoutes({
  authenticate,
  history,
}: {
  authenticate: Authenticate
  history: BoardHistory
}): Router {
  const router = Router()
  const all = '/workshops/:id/history'

  router.get(
    all,
    inRoom(async ({ workshopId }) => ({ status: 200, body: { entries: await history.list(workshopId) } })),
  )

  router.post(
    all,
    inRoom(async ({ workshopId, personId, isFacilitator }, request) => {
      if (!isFacilitator) return facilitatorsOnly
      const wish = parseBody(KeepState, request)
      if (!wish.ok) return refusalAnswer(wish)
      return answerWith(await history.keep(workshopId, personId, wish.value.name), 201)
    }),
  )

  router.get(
    `${all}/:entryId`,
    inRoom(async ({ workshopId }, request) => {
      const entryId = parseWith(EntryId, request.params.entryId)
      if (!entryId.ok) return refusalAnswer(entryId)
      const bytes = await history.bytes(workshopId, entryId.value)
      return bytes.ok
        ? { status: 200, type: 'application/octet-stream', body: bytes.value }
        : refusalAnswer(bytes)
    }),
  )

  router.delete(
    `${all}/:entryId`,
    inRoom(async ({ workshopId, isFacilitator }, request) => {
      if (!isFacilitator) return facilitatorsOnly
      const entryId = parseWith(EntryId, request.params.entryId)
      if (!entryId.ok) return refusalAnswer(entryId)
      const forgotten = await history.forget(workshopId, entryId.value)
      return forgotten.ok ? { status: 204 } : refusalAnswer(forgotten)
    }),
  )

  router.post(
    `${all}/:entryId/restore`,
    inRoom(async ({ workshopId, personId, isFacilitator }, request) => {
      if (!isFacilitator) return facilitatorsOnly
      const entryId = parseWith(EntryId, request.params.entryId)
      if (!entryId.ok) return refusalAnswer(entryId)
      return answerWith(await history.restore(workshopId, personId, entryId.value))
    }),
  )

  return router

  function inRoom(handle: (asker: Asker, request: Request) => Promise<Answer>) {
    return serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok) return refusalAnswer(seat)
      const { workshopId, personId, role } = seat.value
      if (personId === null) return resultsOnly
      return handle({ workshopId, personId, isFacilitator: role === 'facilitator' }, request)
    })
  }
}

const resultsOnly = refusalAnswer(
  refuse(403, 'not-allowed', 'A results link shows the results; the history needs a seat in the room.'),
)
const facilitatorsOnly = refusalAnswer(
  refuse(403, 'not-allowed', 'Only a facilitator keeps states of the board and goes back to them.'),
)
