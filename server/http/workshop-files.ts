// What can be taken out of a workshop as a file: its board as Yjs bytes, its results as JSON and Markdown. Any seat suffices, but
// what the report leaves out only facilitators get.
import { type Request, Router } from 'express'
import { z } from 'zod'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import { type Answer, refusalAnswer, serve } from '#server/http/answer.ts'
import { parseWith } from '#server/http/parse.ts'
import type { ResultsReader } from '#server/results/results.ts'
import type { Role } from '#shared/access/role.ts'
import { WorkshopId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { showsBoard } from '#shared/results/leave-out.ts'
import type { SectionId } from '#shared/results/report.ts'
import { Results } from '#shared/results/results.ts'

export type FileSources = {
  authenticate: Authenticate
  boards: { read(workshopId: WorkshopId): Promise<Uint8Array> }
  results: ResultsReader
  languageOf(workshopId: WorkshopId): Promise<Language>
  leftOut(workshopId: WorkshopId): Promise<readonly SectionId[]>
  /** Somebody with a seat reads: a workshop that is read is not deleted for want of visitors. */
  onRead(workshopId: WorkshopId): void
}
/** `role` is null where a browser has several seats and did not say which. */
type Reader = { role: Role | null; request: Request }

/** A Yjs document without anything in it. */
const emptyBoard = Uint8Array.of(0, 0)

export function workshopFiles(sources: FileSources): Router {
  const { authenticate, boards, results, languageOf, leftOut, onRead } = sources
  const router = Router()
  /** Made when first asked for. */
  let schema: string | null = null

  router.get(
    '/workshops/:id/board',
    readable(async (workshopId, { role }) => ({
      status: 200,
      type: 'application/octet-stream',
      // Who is in the room has it before their eyes; a results link shows of it what the report does.
      body: isInRoom(role) || (await isBoardShown(workshopId)) ? await boards.read(workshopId) : emptyBoard,
    })),
  )

  router.get(
    '/workshops/:id/results.json',
    readable(async (workshopId, { role }) => ({
      status: 200,
      type: 'application/json',
      body: await results.bytes(workshopId, role !== 'facilitator'),
    })),
  )

  /** What `results.json` is made of, as JSON Schema; it is the same for every workshop, so it needs no seat. */
  router.get(
    '/results.schema.json',
    serve(async () => {
      schema ??= JSON.stringify(z.toJSONSchema(Results))
      return { status: 200, type: 'application/schema+json', body: schema }
    }),
  )

  /** `?language=` and `?timeZone=` (IANA); without, the workshop's language and UTC. */
  router.get(
    '/workshops/:id/results.md',
    readable(async (workshopId, { request: { query } }) => {
      const asked = parseWith(Language.optional(), query.language)
      if (!asked.ok)
        return refusalAnswer({
          ...asked,
          message: `language: must be one of ${Language.options.join(', ')}.`,
        })
      const timeZone = typeof query.timeZone === 'string' ? query.timeZone : undefined
      const language = asked.value ?? (await languageOf(workshopId))
      const { fileName, text } = await results.markdown(workshopId, language, timeZone)
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`
      return {
        status: 200,
        type: 'text/markdown',
        body: text,
        headers: { 'Content-Disposition': disposition },
      }
    }),
  )

  return router

  async function isBoardShown(workshopId: WorkshopId): Promise<boolean> {
    return showsBoard(await leftOut(workshopId))
  }

  /** Which of several seats a browser means does not matter: without a word, it reads as little as the least of them. */
  function readable(read: (workshopId: WorkshopId, reader: Reader) => Promise<Answer>) {
    return serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok && seat.code !== 'seat-ambiguous') return refusalAnswer(seat)
      const role = seat.ok ? seat.value.role : null
      const workshopId = WorkshopId.parse(request.params.id)
      onRead(workshopId)
      return read(workshopId, { role, request })
    })
  }
}

const isInRoom = (role: Role | null): boolean => role !== null && role !== 'results'
