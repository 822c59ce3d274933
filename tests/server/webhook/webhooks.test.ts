// When results are posted, how often it is tried, and that a restart goes on with it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Log, silentLog } from '#server/log.ts'
import type { DeliveryRow, WebhookRow, WebhookStore } from '#server/storage/storage.ts'
import { postOfEnd } from '#server/storage/webhook-posts.ts'
import type { Posted } from '#server/webhook/post.ts'
import { signedHeaders } from '#server/webhook/signature.ts'
import { createWebhooks, type Webhooks } from '#server/webhook/webhooks.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { WorkshopId } from '#shared/ids.ts'
import type { Results } from '#shared/results/results.ts'
import { workshopId } from '#tests/shared/results/sample-results.ts'
import { emptyResults } from '#tests/support/sample-results.ts'

const url = 'https://hooks.example/in'
const serverKey = Buffer.alloc(32, 1)
const minute = 60_000
const ended = { type: 'session.ended', number: 1, at: 0 } as const

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** As the SQL store, whose contract is tested beside it, without a database. */
function memoryStore(): WebhookStore {
  const webhooks = new Map<WorkshopId, WebhookRow>()
  const posts = new Map<string, DeliveryRow>()
  return {
    set: async (row) => {
      const before = webhooks.get(row.workshopId)
      webhooks.set(row.workshopId, { ...row, sealedSecret: before?.sealedSecret ?? row.sealedSecret })
    },
    find: async (id) => webhooks.get(id) ?? null,
    remove: async (id) => {
      webhooks.delete(id)
      posts.clear()
    },
    queue: async (row) => !posts.has(row.deliveryId) && !!posts.set(row.deliveryId, row),
    update: async (row) => {
      if (posts.has(row.deliveryId)) posts.set(row.deliveryId, row)
    },
    deliveries: async () => [...posts.values()].reverse(),
    waiting: async () =>
      [...posts.values()]
        .filter(({ state }) => state === 'waiting')
        .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0)),
  }
}

type Arrived = { url: string; headers: Record<string, string>; body: string; at: number }
type Listener = (workshopId: WorkshopId, seq: number, events: readonly Event[]) => void

type Settings = { told?: (workshopId: WorkshopId) => Results; log?: Log }

async function start(
  store: WebhookStore,
  { told = () => emptyResults('de'), log = silentLog }: Settings = {},
) {
  const arrived: Arrived[] = []
  let answer: Posted = { ok: true, status: 200 }
  let answerMs = 0
  let listener: Listener = () => {}
  const webhooks: Webhooks = createWebhooks({
    store,
    results: { shown: async (id) => told(id) },
    post: async (target, headers, body) => {
      arrived.push({ url: target, headers, body, at: Date.now() })
      const given = answer
      if (answerMs > 0) await new Promise((resolve) => setTimeout(resolve, answerMs))
      return given
    },
    serverKey,
    log,
    now: Date.now,
  })
  await webhooks.follow({
    onStored: (listen) => {
      listener = listen
      return () => {}
    },
  })
  const tell = (seq: number, ...events: Event[]) => tellOf(workshopId, seq, ...events)
  /** As the log, which queues the post of an end before it tells of it; a node that hears of it does not store it again. */
  function tellOf(id: WorkshopId, seq: number, ...events: Event[]): void {
    const now = events.map((event) => ('at' in event ? { ...event, at: Date.now() } : event))
    const append = async () => {
      const webhook = await store.find(id)
      for (const [place, event] of now.entries())
        if (webhook && event.type === 'session.ended') await store.queue(postOfEnd(id, seq + place, event))
      listener(id, seq, now)
    }
    void append()
  }
  const willAnswer = (next: Posted, afterMs = 0) => {
    answer = next
    answerMs = afterMs
  }
  return { webhooks, arrived, tell, tellOf, willAnswer }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('the end of a session posts the results once, signed', async () => {
  const { webhooks, arrived, tell } = await start(memoryStore())
  await webhooks.set(workshopId, url)
  tell(40, { type: 'agenda.ended', at: 0 }, ended)
  await pass(minute)
  expect(arrived).toHaveLength(1)
  const [first] = arrived
  if (!first) throw new Error('nothing arrived')
  const { headers, body, at } = first
  expect(first.url).toBe(url)
  expect(JSON.parse(body)).toEqual({
    type: 'session.ended',
    timestamp: new Date(at).toISOString(),
    data: { session: 1, results: emptyResults('de') },
  })
  const { webhook } = await webhooks.show(workshopId)
  const timestamp = Number(headers['webhook-timestamp'])
  expect(timestamp).toBe(Math.floor(at / 1000))
  const id = headers['webhook-id'] ?? ''
  expect(headers).toEqual(signedHeaders(webhook?.secret ?? '', { id, timestamp, body }))
  expect(webhook?.deliveries).toMatchObject([{ session: 1, state: 'delivered', attempts: 1, status: 200 }])
})

test('a workshop without a webhook posts nothing, nor does anything but the end of a session', async () => {
  const { webhooks, arrived, tell } = await start(memoryStore())
  tell(40, ended)
  await pass(minute)
  await webhooks.set(workshopId, url)
  tell(41, { type: 'agenda.ended', at: 0 })
  await pass(minute)
  expect(arrived).toEqual([])
})

test('the same end seen twice, as by two nodes, is posted once; a second end again', async () => {
  const { webhooks, arrived, tell } = await start(memoryStore())
  await webhooks.set(workshopId, url)
  tell(40, ended)
  tell(40, ended)
  await pass(minute)
  tell(50, ended)
  await pass(minute)
  expect(arrived.map(({ headers }) => headers['webhook-id'])).toEqual([
    `${workshopId}-40`,
    `${workshopId}-50`,
  ])
})

test('what does not arrive is tried again with growing pauses under the same id, for a day, and then given up', async () => {
  const { webhooks, arrived, tell, willAnswer } = await start(memoryStore())
  await webhooks.set(workshopId, url)
  willAnswer({ ok: false, failure: 'refused', status: 503 })
  tell(40, ended)
  await pass(3 * 24 * 60 * minute)
  const pauses = arrived
    .slice(1)
    .map(({ at }, place) => Math.round((at - (arrived[place]?.at ?? 0)) / minute))
  expect(pauses).toEqual([1, 5, 30, 120, 480, 840])
  expect(new Set(arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await webhooks.show(workshopId)).webhook?.deliveries).toMatchObject([
    { state: 'given-up', attempts: 7, failure: 'refused', status: 503, nextAt: null },
  ])
})

test('once it arrives, it is not tried again', async () => {
  const { webhooks, arrived, tell, willAnswer } = await start(memoryStore())
  await webhooks.set(workshopId, url)
  willAnswer({ ok: false, failure: 'unreachable', status: null })
  tell(40, ended)
  await pass(minute / 2)
  willAnswer({ ok: true, status: 204 })
  await pass(24 * 60 * minute)
  expect(arrived).toHaveLength(2)
})

test('a receiver that says it is gone for good is not asked again', async () => {
  const { webhooks, arrived, tell, willAnswer } = await start(memoryStore())
  await webhooks.set(workshopId, url)
  willAnswer({ ok: false, failure: 'refused', status: 410 })
  tell(40, ended)
  await pass(24 * 60 * minute)
  expect(arrived).toHaveLength(1)
})

test('a restart goes on where the process before ended', async () => {
  const store = memoryStore()
  const first = await start(store)
  await first.webhooks.set(workshopId, url)
  first.willAnswer({ ok: false, failure: 'unreachable', status: null })
  first.tell(40, ended)
  await pass(minute / 2)
  await first.webhooks.close()
  await pass(60 * minute)
  expect(first.arrived).toHaveLength(1)
  const second = await start(store)
  await pass(minute)
  expect(second.arrived.map(({ headers }) => headers['webhook-id'])).toEqual([`${workshopId}-40`])
})

test('ballots that are still being counted are waited for, but not for ever', async () => {
  const running = {
    ...emptyResults('de'),
    polls: [{ outcome: { kind: 'running' } }],
  } as unknown as Results // all that is looked at
  let told: Results = running
  const { webhooks, arrived, tell } = await start(memoryStore(), { told: () => told })
  await webhooks.set(workshopId, url)
  tell(40, ended)
  await pass(minute)
  expect(arrived).toEqual([])
  told = emptyResults('de')
  await pass(minute / 2)
  expect(arrived).toHaveLength(1)
  told = running
  tell(50, ended)
  await pass(3 * minute)
  expect(arrived).toHaveLength(2)
})

test('results that cannot be made hold up nobody else’s, and are tried again', async () => {
  const other = WorkshopId.parse('0'.repeat(12))
  const bugs: string[] = []
  const log = { ...silentLog, bug: (fact: string) => String(bugs.push(fact)) }
  let isBroken = true
  const { webhooks, arrived, tell, tellOf } = await start(memoryStore(), {
    log,
    told: (id) => {
      if (isBroken && id === workshopId) throw new Error('no board')
      return emptyResults('de')
    },
  })
  for (const id of [workshopId, other]) await webhooks.set(id, `${url}/${id}`)
  tell(40, ended)
  tellOf(other, 41, ended)
  await pass(minute / 2)
  expect(arrived.map((post) => post.url)).toEqual([`${url}/${other}`])
  expect(bugs).toEqual(['webhook.failed'])
  isBroken = false
  await pass(2 * minute)
  expect(arrived.map((post) => post.url)).toEqual([`${url}/${other}`, `${url}/${workshopId}`])
})

test('a receiver that takes its time keeps nobody else waiting', async () => {
  const other = WorkshopId.parse('0'.repeat(12))
  const { webhooks, arrived, tell, tellOf, willAnswer } = await start(memoryStore())
  for (const id of [workshopId, other]) await webhooks.set(id, `${url}/${id}`)
  willAnswer({ ok: false, failure: 'too-slow', status: null }, 10_000)
  tell(40, ended)
  tellOf(other, 41, ended)
  await pass(6_000)
  expect(arrived.map((post) => post.url)).toEqual([`${url}/${workshopId}`, `${url}/${other}`])
})

test('a store that does not answer once is asked again', async () => {
  const store = memoryStore()
  const bugs: string[] = []
  const log = { ...silentLog, bug: (fact: string) => String(bugs.push(fact)) }
  const { webhooks, arrived, tell } = await start(store, { log })
  await webhooks.set(workshopId, url)
  tell(40, ended)
  await pass(1_000)
  const { waiting } = store
  store.waiting = async () => {
    store.waiting = waiting
    throw new Error('The disk does not answer.')
  }
  await pass(2 * minute)
  expect(bugs).toEqual(['webhook.failed'])
  expect(arrived).toHaveLength(1)
})

test('a post whose webhook was taken away while it was queued is given up, and not looked for again and again', async () => {
  const store = memoryStore()
  const { webhooks, arrived, tell } = await start(store)
  await webhooks.set(workshopId, url)
  const { queue, waiting } = store
  store.queue = async (row) => {
    await webhooks.remove(workshopId)
    return queue(row)
  }
  let asked = 0
  store.waiting = () => {
    asked += 1
    return waiting()
  }
  tell(40, ended)
  await pass(minute)
  expect(asked).toBeLessThan(5)
  expect(await waiting()).toEqual([])
  expect(arrived).toEqual([])
})

test('what is under way is not posted a second time because another session ends meanwhile', async () => {
  const { webhooks, arrived, tell, willAnswer } = await start(memoryStore())
  await webhooks.set(workshopId, url)
  willAnswer({ ok: true, status: 200 }, 9_000)
  tell(40, ended)
  await pass(8_000)
  tell(50, ended)
  await pass(minute)
  expect(arrived.map(({ headers }) => headers['webhook-id'])).toEqual([
    `${workshopId}-40`,
    `${workshopId}-50`,
  ])
})

test('without an address nothing more is posted, and with a new one the secret stays', async () => {
  const { webhooks, arrived, tell, willAnswer } = await start(memoryStore())
  const before = await webhooks.set(workshopId, url)
  const after = await webhooks.set(workshopId, 'https://elsewhere.example/')
  expect(after.webhook?.secret).toBe(before.webhook?.secret)
  willAnswer({ ok: false, failure: 'unreachable', status: null })
  tell(40, ended)
  await pass(minute / 2)
  await webhooks.remove(workshopId)
  await pass(24 * 60 * minute)
  expect(arrived.map((post) => post.url)).toEqual(['https://elsewhere.example/'])
  expect(await webhooks.show(workshopId)).toEqual({ webhook: null })
})

test('a trial posts once, now, and says that it is one', async () => {
  const { webhooks, arrived, willAnswer } = await start(memoryStore())
  expect(await webhooks.trial(workshopId)).toBeNull()
  await webhooks.set(workshopId, url)
  willAnswer({ ok: false, failure: 'private-address', status: null })
  expect(await webhooks.trial(workshopId)).toMatchObject({ state: 'given-up', failure: 'private-address' })
  await pass(24 * 60 * minute)
  expect(arrived.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.trial'])
})
