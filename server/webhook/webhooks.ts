// Posts a workshop's results to its webhook when a session ends, again and again until they arrive or it has been tried for a day.
import { randomUUID } from 'node:crypto'
import { seal, unseal } from '#server/access/secrets.ts'
import type { Log } from '#server/log.ts'
import type { ResultsReader } from '#server/results/results.ts'
import type { DeliveryRow, WebhookRow, WebhookStore } from '#server/storage/storage.ts'
import { firstPostAfterMs, newPost } from '#server/storage/webhook-posts.ts'
import type { Post } from '#server/webhook/post.ts'
import { newWebhookSecret, signedHeaders } from '#server/webhook/signature.ts'
import type { Delivery, WebhookAnswer } from '#shared/access/webhook.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { WorkshopId } from '#shared/ids.ts'
import type { Results } from '#shared/results/results.ts'

export type Webhooks = {
  show(workshopId: WorkshopId): Promise<WebhookAnswer>
  set(workshopId: WorkshopId, url: string): Promise<WebhookAnswer>
  remove(workshopId: WorkshopId): Promise<void>
  /** Posts once, now, something that says it is a trial. Null while there is no webhook. */
  trial(workshopId: WorkshopId): Promise<Delivery | null>
  /** Posts whenever a session ends, and goes on with what an earlier process left. */
  follow(rooms: WebhookRooms): Promise<void>
  /** Waits for what is being posted. What is not due yet goes on after the next start. */
  close(): Promise<void>
}
type WebhookRooms = {
  onStored(listener: (workshopId: WorkshopId, seq: number, events: readonly Event[]) => void): () => void
}
type Parts = {
  store: WebhookStore
  results: Pick<ResultsReader, 'shown'>
  post: Post
  serverKey: Buffer
  log: Log
  now: () => number
}

const waitForCountMs = 120_000
const minute = 60_000
/** Posts at a time: a receiver that takes its ten seconds shall not keep the others waiting. */
const lanes = 8
/** Between one attempt and the next; after the last one it is given up. */
const pausesMs = [minute, 5 * minute, 30 * minute, 2 * 60 * minute, 8 * 60 * minute, 14 * 60 * minute]

export function createWebhooks({ store, results, post, serverKey, log, now }: Parts): Webhooks {
  const underWay = new Set<Promise<unknown>>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  /** One run at a time: what is being posted still waits in the store. */
  let isWorking = false
  let stopListening = () => {}

  async function show(workshopId: WorkshopId): Promise<WebhookAnswer> {
    const row = await store.find(workshopId)
    const secret = row && secretOf(row)
    if (!row || !secret) return { webhook: null }
    const deliveries = (await store.deliveries(workshopId)).map(told)
    return { webhook: { url: row.url, secret, deliveries } }
  }

  // Null when the server's key is another one now: what was signed with the old secret nobody could tell.
  const secretOf = ({ workshopId, sealedSecret }: WebhookRow) =>
    unseal(serverKey, sealedSecret, contextOf(workshopId))

  /** Sets the alarm by the post that is due next; a run that is under way does so at its end. */
  async function arm(): Promise<void> {
    const [next] = await store.waiting()
    clearTimeout(timer)
    if (isClosed || isWorking || next?.nextAt == null) return
    // No longer than an hour: timers do not count what a machine sleeps.
    alarm(Math.min(Math.max(0, next.nextAt - now()), 60 * minute))
  }

  function alarm(inMs: number): void {
    clearTimeout(timer)
    if (isClosed) return
    timer = setTimeout(() => track(work().catch(again)), inMs)
    timer.unref()
  }

  /** A store that does not answer once must not be the end of all posts. */
  function again(error: unknown): never {
    alarm(minute)
    throw error
  }

  async function work(): Promise<void> {
    if (isWorking) return
    isWorking = true
    try {
      const due = (await store.waiting()).filter(({ nextAt }) => nextAt !== null && nextAt <= now())
      const lane = async () => {
        for (let next = due.shift(); next && !isClosed; next = due.shift())
          await attempt(next).catch(putOff(next))
      }
      // Each to its end: what is being posted must not be met by the next run.
      const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
      for (const one of ended) if (one.status === 'rejected') throw one.reason
    } finally {
      isWorking = false
    }
    await arm()
  }

  async function attempt(delivery: DeliveryRow): Promise<void> {
    const { workshopId, queuedAt } = delivery
    const webhook = await store.find(workshopId)
    // Taken away while this was queued. Left as it is, it would be due at once for ever.
    if (!webhook) return store.update({ ...delivery, state: 'given-up', nextAt: null })
    const shown = await results.shown(workshopId)
    if (isStillCounting(shown) && now() - queuedAt < waitForCountMs) {
      await store.update({ ...delivery, nextAt: now() + firstPostAfterMs })
      return
    }
    const data = { session: delivery.session, results: shown }
    const tried = await send(webhook, delivery, { type: 'session.ended', data })
    await store.update(tried.failure === null ? { ...tried, state: 'delivered', nextAt: null } : later(tried))
  }

  /** A bug in one workshop's results must neither stop the others' posts nor be met again at once. */
  const putOff = (delivery: DeliveryRow) => async (error: unknown) => {
    log.bug('webhook.failed', error, { workshopId: delivery.workshopId })
    await store.update(later({ ...delivery, attempts: delivery.attempts + 1 }))
  }

  function later(tried: DeliveryRow): DeliveryRow {
    const pause = pausesMs[tried.attempts - 1]
    return pause === undefined || tried.status === 410
      ? { ...tried, state: 'given-up', nextAt: null }
      : { ...tried, state: 'waiting', nextAt: now() + pause }
  }

  async function send(webhook: WebhookRow, delivery: DeliveryRow, content: { type: string; data: object }) {
    const { workshopId, deliveryId: id } = delivery
    const at = now()
    const body = JSON.stringify({ ...content, timestamp: new Date(at).toISOString() })
    const headers = signedHeaders(secretOf(webhook) ?? newWebhookSecret(), {
      id,
      timestamp: Math.floor(at / 1000),
      body,
    })
    const posted = await post(webhook.url, headers, body)
    const failure = posted.ok ? null : posted.failure
    const attempts = delivery.attempts + 1
    log.info('webhook.posted', { workshopId, attempts, failure, status: posted.status })
    return { ...delivery, attempts, lastAt: at, failure, status: posted.status }
  }

  function track(work: Promise<unknown>): void {
    const watched = work
      .catch((error: unknown) => void log.bug('webhook.failed', error))
      .finally(() => underWay.delete(watched))
    underWay.add(watched)
  }

  return {
    show,

    async set(workshopId, url) {
      const before = await store.find(workshopId)
      // One that this server's key does not open is of no use to anybody.
      if (before && !secretOf(before)) await store.remove(workshopId)
      const sealedSecret = seal(serverKey, newWebhookSecret(), contextOf(workshopId))
      await store.set({ workshopId, url, sealedSecret })
      return show(workshopId)
    },

    remove: (workshopId) => store.remove(workshopId),

    async trial(workshopId) {
      const webhook = await store.find(workshopId)
      if (!webhook) return null
      const delivery = newPost(workshopId, `${workshopId}-${randomUUID()}`, now())
      const tried = await send(webhook, delivery, { type: 'webhook.trial', data: { workshopId } })
      const state = tried.failure === null ? 'delivered' : 'given-up'
      const row = { ...tried, state } as const
      await store.queue(row)
      return told(row)
    },

    async follow(rooms) {
      // The log has queued the post with the end itself.
      stopListening = rooms.onStored((_workshopId, _seq, events) => {
        if (events.some(({ type }) => type === 'session.ended')) track(arm())
      })
      await arm()
    },

    async close() {
      isClosed = true
      stopListening()
      clearTimeout(timer)
      await Promise.all(underWay)
    },
  }
}

const told = ({ deliveryId: _, workshopId: __, queuedAt: ___, ...delivery }: DeliveryRow): Delivery =>
  delivery

const contextOf = (workshopId: WorkshopId) => `webhook ${workshopId}`

const isStillCounting = ({ polls, sessions }: Results): boolean =>
  polls.some(({ outcome }) => outcome.kind === 'running') ||
  sessions.some(({ concerns }) => concerns.some(({ outcome }) => outcome.kind === 'running'))
