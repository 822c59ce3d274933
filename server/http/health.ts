// For whoever watches the process: whether it lives, whether it can serve, and its figures.
import { Router } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { refusalAnswer, refuse, serve } from '#server/http/answer.ts'

export type Metrics = { registry: Registry; requests: Histogram<'method' | 'route' | 'status'> }

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'runde_http_request_seconds',
    help: 'How long requests took, by route; the ballot box is not measured.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  })
  return { registry, requests }
}

/** Adds what the gateways count; it is read when somebody asks. */
export function measureSockets(
  { registry }: Metrics,
  gateways: {
    board: { connectionCount(): number }
    facilitation: { figures(): { connections: number; badMessages: number } }
  },
): void {
  const { board, facilitation } = gateways
  const sockets = new Gauge({
    name: 'runde_sockets',
    help: 'Open sockets, by plane.',
    labelNames: ['plane'],
    registers: [registry],
    collect() {
      sockets.set({ plane: 'board' }, board.connectionCount())
      sockets.set({ plane: 'facilitation' }, facilitation.figures().connections)
    },
  })
  const badMessages = new Counter({
    name: 'runde_bad_messages_total',
    help: 'Messages on the facilitation plane that were not of its protocol; each ended its connection.',
    registers: [registry],
    collect() {
      badMessages.reset()
      badMessages.inc(facilitation.figures().badMessages)
    },
  })
}

const pingTimeoutMs = 2_000

/** `/metrics` names no person and no workshop, but is for the operator: a proxy in front should keep it inside. */
export function healthRoutes({
  metrics,
  ping,
  isDraining,
}: {
  metrics: Metrics
  /** Rejects when nothing can be stored. */
  ping: () => Promise<void>
  isDraining: () => boolean
}): Router {
  const router = Router()
  router.get(
    '/healthz',
    serve(async () => ({ status: 200, body: { status: 'ok' } })),
  )
  router.get(
    '/readyz',
    serve(async () => {
      if (isDraining()) return refusalAnswer(refuse(503, 'stopping', 'The server is stopping.'))
      const trouble = await withinTime(ping())
      if (trouble) return refusalAnswer(refuse(503, 'storage-unavailable', trouble))
      return { status: 200, body: { status: 'ready' } }
    }),
  )
  router.get(
    '/metrics',
    serve(async () => ({
      status: 200,
      type: metrics.registry.contentType,
      body: await metrics.registry.metrics(),
    })),
  )
  return router
}

/** A sentence about what is wrong; null when all is well. */
async function withinTime(ping: Promise<void>): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<string>()
  const timer = setTimeout(resolve, pingTimeoutMs, 'The storage has not answered for 2 s; look at its disk.')
  const answer = ping.then(
    () => null,
    () => 'The storage cannot write; look whether its disk is full or gone.',
  )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
