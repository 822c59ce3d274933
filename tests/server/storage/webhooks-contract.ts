// What every storage promises about webhooks and their posts.
import { describe, expect, test } from 'vitest'
import type { DeliveryRow, Storage } from '#server/storage/storage.ts'
import type { Event } from '#shared/facilitation/events.ts'
import { bytesOf, fresh, type OpenStorage, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const webhook = { workshopId, url: 'https://example.org/a', sealedSecret: bytesOf('sealed') }
const delivery = (number: number, change: Partial<DeliveryRow> = {}): DeliveryRow => ({
  workshopId,
  deliveryId: `post-${String(number).padStart(3, '0')}`,
  queuedAt: number,
  session: number,
  state: 'waiting',
  attempts: 0,
  lastAt: null,
  nextAt: number * 10,
  failure: null,
  status: null,
  ...change,
})

export function webhooksContract(engine: string, open: OpenStorage): void {
  describe(`webhooks in ${engine}`, () => {
    test('an address is kept, also after a restart, and a new one keeps the secret', async () => {
      const { storage, reopened } = await fresh(open)
      expect(await storage.webhooks.find(workshopId)).toBeNull()
      await storage.webhooks.set(webhook)
      await storage.webhooks.set({ ...webhook, url: 'https://example.org/b', sealedSecret: bytesOf('other') })
      const later = await reopened()
      const found = await later.webhooks.find(workshopId)
      expect(found?.url).toBe('https://example.org/b')
      expect(Buffer.from(found?.sealedSecret ?? []).toString()).toBe('sealed')
      expect(await later.webhooks.find(workshopNumber(2))).toBeNull()
    })

    test('a post is queued once, and what became of it is kept', async () => {
      const { storage, reopened } = await fresh(open)
      expect(await storage.webhooks.queue(delivery(1))).toBe(true)
      expect(await storage.webhooks.queue(delivery(1, { nextAt: 7 }))).toBe(false)
      const failed = delivery(1, { attempts: 1, lastAt: 11, nextAt: 71, failure: 'refused', status: 500 })
      await storage.webhooks.update(failed)
      expect(await (await reopened()).webhooks.deliveries(workshopId)).toEqual([failed])
    })

    describe('the end of a session', () => {
      const ended: Event = { type: 'session.ended', number: 3, at: 1_000 }
      const other: Event = { type: 'agenda.ended', at: 1_000 }
      const append = (storage: Storage, seq: number, ...events: Event[]) =>
        storage.facilitation.append({ workshopId, seq, events, answer: null })

      test('is stored with its post, before anybody hears of it: a crash in between is not possible', async () => {
        const { storage, reopened } = await fresh(open)
        await storage.webhooks.set(webhook)
        await append(storage, 1, other, ended)
        const post = delivery(3, { deliveryId: `${workshopId}-2`, queuedAt: 1_000, nextAt: 6_000 })
        expect(await (await reopened()).webhooks.waiting()).toEqual([post])
      })

      test('brings no post when it is not stored, and none where there is no webhook', async () => {
        const { storage } = await fresh(open)
        await append(storage, 1, ended)
        await storage.webhooks.set(webhook)
        expect(await append(storage, 1, ended)).toBe('conflict')
        await append(storage, 2, other)
        await storage.webhooks.set({ ...webhook, workshopId: workshopNumber(2) })
        expect(await storage.webhooks.waiting()).toEqual([])
      })
    })

    test('those that wait are found over all workshops, the next one first', async () => {
      const { storage } = await fresh(open)
      await storage.webhooks.queue(delivery(3))
      await storage.webhooks.queue(delivery(2, { workshopId: workshopNumber(2) }))
      await storage.webhooks.queue(delivery(1, { state: 'delivered', nextAt: null }))
      expect((await storage.webhooks.waiting()).map(({ session }) => session)).toEqual([2, 3])
    })

    test('of each workshop the newest twenty are kept, and those that wait', async () => {
      const { storage } = await fresh(open)
      await storage.webhooks.queue(delivery(1, { workshopId: workshopNumber(2) }))
      await storage.webhooks.queue(delivery(1))
      for (let number = 2; number <= 23; number += 1)
        await storage.webhooks.queue(delivery(number, { state: 'delivered', nextAt: null }))
      const kept = (await storage.webhooks.deliveries(workshopId)).map(({ session }) => session)
      expect(kept).toEqual([...Array.from({ length: 20 }, (_, at) => 23 - at), 1])
      expect(await storage.webhooks.deliveries(workshopNumber(2))).toHaveLength(1)
    })

    test('with the address its posts go, those of no other workshop', async () => {
      const { storage } = await fresh(open)
      await storage.webhooks.set(webhook)
      await storage.webhooks.queue(delivery(1))
      await storage.webhooks.queue(delivery(2, { workshopId: workshopNumber(2) }))
      await storage.webhooks.remove(workshopId)
      expect(await storage.webhooks.find(workshopId)).toBeNull()
      expect(await storage.webhooks.waiting()).toEqual([delivery(2, { workshopId: workshopNumber(2) })])
      await storage.webhooks.update(delivery(1, { attempts: 1 })) // an attempt that was under way
      expect(await storage.webhooks.deliveries(workshopId)).toEqual([])
    })
  })
}
