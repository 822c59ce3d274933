// Puts the HTTP side together: the ballot box first and alone, then headers, health, the interface, and the pages.
import compression from 'compression'
import express, { type Express, type RequestHandler, type Router } from 'express'
import type { Origins } from '#server/access/origins.ts'
import { refusalAnswer, refuse, send, serve } from '#server/http/answer.ts'
import { reportErrors } from '#server/http/errors.ts'
import { healthRoutes, type Metrics } from '#server/http/health.ts'
import type { Pages } from '#server/http/pages.ts'
import { pageRules } from '#server/http/security.ts'
import type { Log } from '#server/log.ts'
import type { ClientConfig } from '#shared/access/api.ts'
import { maxBoardFileBytes } from '#shared/board/board-file.ts'

export type AppParts = {
  /** The ballot box, at /b. */
  ballots: Router
  /** Everything under /api. */
  api: readonly Router[]
  pages: Pages
  origins: Origins
  clientConfig: ClientConfig
  frameAncestors: readonly string[]
  trustProxy: number
  metrics: Metrics
  ping: () => Promise<void>
  isDraining: () => boolean
  log: Log
}

/** The addresses that the browser's router knows; every other one is answered with status 404. */
const pagePaths = ['/', '/w/:id', '/w/:id/results', '/secrecy']

export function createApp(parts: AppParts): Express {
  const { ballots, api, pages, origins, clientConfig, frameAncestors, trustProxy, metrics, log } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.set('query parser', 'simple')
  // Before every other middleware: nothing here may read, measure, log or delay a ballot.
  app.use('/b', ballots)
  app.use(measured(metrics))
  app.use(pageRules({ frameAncestors, isDev: pages.isDev }))
  app.use(healthRoutes(parts))
  app.use(compression())
  app.use('/api', noStore, sameSite(origins), readBody)
  app.get(
    '/api/config',
    serve(async () => ({ status: 200, body: clientConfig })),
  )
  for (const router of api) app.use('/api', router)
  app.use('/api', unknownPath)
  app.use(pages.files)
  app.get(pagePaths, page(pages, 200))
  app.use(notFound(pages))
  app.use(reportErrors(log))
  return app
}

/** By the pattern of the route, never by the address: that would name workshops. */
function measured({ requests }: Metrics): RequestHandler {
  return (request, response, next) => {
    const stop = requests.startTimer()
    response.on('finish', () => {
      const route = request.route ? `${request.baseUrl}${request.route.path}` : 'other'
      stop({ method: request.method, route, status: String(response.statusCode) })
    })
    next()
  }
}

const readSmall = express.json({ limit: '32kb' })
const readBoard = express.json({ limit: maxBoardFileBytes })

/** A new workshop may bring its board along; a workshop file is read by its own route; everything else is small. */
const readBody: RequestHandler = (request, response, next) => {
  const isPost = request.method === 'POST'
  if (isPost && request.path === '/workshop-files') return next()
  const isFounding = isPost && request.path === '/workshops'
  return isFounding ? readBoard(request, response, next) : readSmall(request, response, next)
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

/** A page of another site can make a browser send a request with our cookies; it cannot make it lie about its origin. */
function sameSite(origins: Origins): RequestHandler {
  return (request, response, next) => {
    if (['GET', 'HEAD'].includes(request.method) || origins.allows(request)) next()
    else
      send(
        response,
        refusalAnswer(
          refuse(
            403,
            'foreign-origin',
            `Pages of ${request.headers.origin ?? 'another site'} may not change anything here; the operator can allow them with ALLOWED_ORIGINS.`,
          ),
        ),
      )
  }
}

const unknownPath: RequestHandler = (request, response) => {
  const path = JSON.stringify(`${request.baseUrl}${request.path}`)
  send(
    response,
    refusalAnswer(
      refuse(404, 'not-found', `There is no ${request.method} ${path}; the README lists the interface.`),
    ),
  )
}

function page(pages: Pages, status: number): RequestHandler {
  return serve(async (request) => {
    const html = await pages.page(request.originalUrl)
    if (html !== null) return { status, type: 'html', body: html, headers: { 'Cache-Control': 'no-cache' } }
    return refusalAnswer(
      refuse(503, 'not-built', 'The browser part has not been built; run "npm run build" and reload.'),
    )
  })
}

/** People get the page, which says so in their language; programs get JSON. */
function notFound(pages: Pages): RequestHandler {
  const friendly = page(pages, 404)
  return (request, response, next) => {
    const isForPerson =
      ['GET', 'HEAD'].includes(request.method) && request.accepts(['json', 'html']) === 'html'
    if (isForPerson) friendly(request, response, next)
    else unknownPath(request, response, next)
  }
}
