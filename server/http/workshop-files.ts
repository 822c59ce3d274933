// What can be taken out of a workshop as a file: its board as Yjs bytes, its results as JSON and Markdown. Any seat suffices.
import { type Request, Router } from 'express'
import { z } from 'zod'
import { seatOf } from '#server/access/routes.ts'
import type { Authenticate } from '#server/access/seat.ts'
import { type Answer, refusalAnswer, serve } from '#server/http/answer.ts'
import { parseWith } from '#server/http/parse.ts'
import type { ResultsReader } from '#server/results/results.ts'
import { WorkshopId } from '#shared/ids.ts'
import { Language } from '#shared/language.ts'
import { Results } from '#shared/results/results.ts'

export type FileSources = {
  authenticate: Authenticate
  boards: { read(workshopId: WorkshopId): Promise<Uint8Array> }
  results: ResultsReader
  languageOf(workshopId: WorkshopId): Promise<Language>
}

export function workshopFiles({ authenticate, boards, results, languageOf }: FileSources): Router {
  const router = Router()
  /** Made when first asked for. */
  let schema: string | null = null

  router.get(
    '/workshops/:id/board',
    readable(async (workshopId) => ({
      status: 200,
      type: 'application/octet-stream',
      body: await boards.read(workshopId),
    })),
  )

  router.get(
    '/workshops/:id/results.json',
    readable(async (workshopId) => ({ status: 200, body: await results.json(workshopId) })),
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
    readable(async (workshopId, { query }) => {
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

  /** All seats read the same here, so it does not matter which of several a browser means. */
  function readable(read: (workshopId: WorkshopId, request: Request) => Promise<Answer>) {
    return serve(async (request) => {
      const seat = await seatOf(authenticate, request)
      if (!seat.ok && seat.code !== 'seat-ambiguous') return refusalAnswer(seat)
      return read(WorkshopId.parse(request.params.id), request)
    })
  }
}
