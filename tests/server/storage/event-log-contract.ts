// What every storage promises about the facilitation log.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnsweredCommand, NewBatch } from '#server/storage/storage.ts'
import type { Event } from '#shared/facilitation/events.ts'
import type { Reply } from '#shared/facilitation/protocol.ts'
import type { PersonId } from '#shared/ids.ts'
import { fresh, type OpenStorage, personNumber, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const ana = personNumber(1)
const bo = personNumber(2)
const raised = (at: number, personId: PersonId = ana): Event => ({ type: 'hand.raised', personId, at })
const refused: Reply = { ok: false, code: 'not-now', message: 'Not now.' }

const batch = (seq: number, events: Event[], answer: AnsweredCommand | null = null): NewBatch => ({
  workshopId,
  seq,
  events,
  answer,
})
const answered = (commandId: string, reply: Reply, personId: PersonId | null = ana): AnsweredCommand => ({
  workshopId,
  personId,
  commandId,
  reply,
})

export function eventLogContract(engine: string, open: OpenStorage): void {
  describe(`the facilitation log in ${engine}`, () => {
    test('an unknown workshop has no events', async () => {
      const { storage } = await fresh(open)
      expect(await storage.facilitation.read(workshopId, 0)).toEqual([])
    })

    test('events come back in their order, counted from one, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      expect(await storage.facilitation.append(batch(1, [raised(10), raised(11)]))).toBe('stored')
      expect(await storage.facilitation.append(batch(3, [raised(12)]))).toBe('stored')
      const expected = [10, 11, 12].map((at, index) => ({ seq: index + 1, event: raised(at) }))
      expect(await storage.facilitation.read(workshopId, 0)).toEqual(expected)
      expect(await storage.facilitation.read(workshopId, 2)).toEqual(expected.slice(2))
      expect(await (await reopened()).facilitation.read(workshopId, 0)).toEqual(expected)
    })

    test('more than a hundred events keep their order', async () => {
      const { storage } = await fresh(open)
      const events = Array.from({ length: 120 }, (_, at) => raised(at))
      await storage.facilitation.append(batch(1, events))
      const read = await storage.facilitation.read(workshopId, 0)
      expect(read.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
      expect(read.map(({ event }) => event)).toEqual(events)
    })

    test('text of every kind comes back as it was', async () => {
      const { storage } = await fresh(open)
      const event: Event = {
        type: 'check-in.accepted',
        personId: ana,
        promise: `ä'"?;--\n\u{1F469}‍\u{1F4BB}`,
        at: 1,
      }
      await storage.facilitation.append(batch(1, [event]))
      expect(await storage.facilitation.read(workshopId, 0)).toEqual([{ seq: 1, event }])
    })

    test('whoever writes a taken seq is told of the conflict and changes nothing', async () => {
      const { storage } = await fresh(open)
      await storage.facilitation.append(batch(1, [raised(10), raised(11)]))
      const late = batch(2, [raised(99), raised(99)], answered('late', { ok: true, seq: 3 }))
      expect(await storage.facilitation.append(late)).toBe('conflict')
      expect(await storage.facilitation.append(batch(1, [raised(99)]))).toBe('conflict')
      expect((await storage.facilitation.read(workshopId, 0)).map(({ event }) => event)).toEqual([
        raised(10),
        raised(11),
      ])
      expect(await storage.facilitation.reply(workshopId, ana, 'late')).toBeNull()
    })

    test('a gap is a conflict', async () => {
      const { storage } = await fresh(open)
      expect(await storage.facilitation.append(batch(2, [raised(1)]))).toBe('conflict')
      await storage.facilitation.append(batch(1, [raised(1)]))
      expect(await storage.facilitation.append(batch(3, [raised(3)]))).toBe('conflict')
      expect(await storage.facilitation.read(workshopId, 0)).toHaveLength(1)
    })

    test('of many who write the same seq at once, one wins', async () => {
      const { storage } = await fresh(open)
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, at) => storage.facilitation.append(batch(1, [raised(at)]))),
      )
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(19)
      expect(await storage.facilitation.read(workshopId, 0)).toHaveLength(1)
    })

    test('a command that was answered before is repeated, stores nothing, and keeps its first reply', async () => {
      const { storage, reopened } = await fresh(open)
      const first = answered('c1', { ok: true, seq: 1 })
      expect(await storage.facilitation.append(batch(1, [raised(1)], first))).toBe('stored')
      const again = answered('c1', { ok: true, seq: 2 })
      expect(await storage.facilitation.append(batch(2, [raised(2)], again))).toBe('repeated')
      const later = await reopened()
      expect(await later.facilitation.append(batch(2, [raised(2)], again))).toBe('repeated')
      expect(await later.facilitation.read(workshopId, 0)).toHaveLength(1)
      expect(await later.facilitation.reply(workshopId, ana, 'c1')).toEqual(first.reply)
    })

    test('a repeated command is told apart from a conflict even when both are true', async () => {
      const { storage } = await fresh(open)
      const answer = answered('c1', { ok: true, seq: 1 })
      await storage.facilitation.append(batch(1, [raised(1)], answer))
      expect(await storage.facilitation.append(batch(1, [raised(1)], answer))).toBe('repeated')
    })

    test('command ids of two people, two workshops and the server are different commands', async () => {
      const { storage } = await fresh(open)
      const { facilitation } = storage
      expect(await facilitation.append(batch(1, [raised(1)], answered('c', { ok: true, seq: 1 }, ana)))).toBe(
        'stored',
      )
      expect(await facilitation.append(batch(2, [raised(2)], answered('c', { ok: true, seq: 2 }, bo)))).toBe(
        'stored',
      )
      expect(
        await facilitation.append(batch(3, [raised(3)], answered('c', { ok: true, seq: 3 }, null))),
      ).toBe('stored')
      const other = workshopNumber(2)
      const elsewhere = { ...answered('c', { ok: true, seq: 1 }), workshopId: other }
      expect(
        await facilitation.append({ workshopId: other, seq: 1, events: [raised(1)], answer: elsewhere }),
      ).toBe('stored')
      expect(await facilitation.reply(workshopId, null, 'c')).toEqual({ ok: true, seq: 3 })
      expect(await facilitation.reply(workshopId, bo, 'c')).toEqual({ ok: true, seq: 2 })
    })

    test('a refusal is remembered, and the first reply stays the reply', async () => {
      const { storage, reopened } = await fresh(open)
      expect(await storage.facilitation.remember(answered('c1', refused))).toEqual(refused)
      expect(await storage.facilitation.remember(answered('c1', { ok: true, seq: 7 }))).toEqual(refused)
      const late = answered('c1', { ok: true, seq: 1 })
      expect(await storage.facilitation.append(batch(1, [raised(1)], late))).toBe('repeated')
      expect(await (await reopened()).facilitation.reply(workshopId, ana, 'c1')).toEqual(refused)
    })

    test('an acceptance that was stored outlives a later refusal of the same command', async () => {
      const { storage } = await fresh(open)
      await storage.facilitation.append(batch(1, [raised(1)], answered('c1', { ok: true, seq: 1 })))
      expect(await storage.facilitation.remember(answered('c1', refused))).toEqual({ ok: true, seq: 1 })
    })

    test('however writers interleave, seq has no gap and every stored batch is there whole', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.record({ seq: fc.integer({ min: 1, max: 8 }), count: fc.integer({ min: 1, max: 3 }) }),
            {
              maxLength: 15,
            },
          ),
          async (attempts) => {
            const storage = await open(`interleaved-${crypto.randomUUID()}`)
            try {
              const writes = attempts.map(({ seq, count }, writer) =>
                storage.facilitation.append(
                  batch(
                    seq,
                    Array.from({ length: count }, () => raised(writer)),
                  ),
                ),
              )
              const outcomes = await Promise.all(writes)
              const log = await storage.facilitation.read(workshopId, 0)
              expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
              const expected = attempts.flatMap(({ count }, writer) =>
                outcomes[writer] === 'stored' ? Array.from({ length: count }, () => raised(writer)) : [],
              )
              expect(log.map(({ event }) => event)).toEqual(expected)
            } finally {
              await storage.close()
            }
          },
        ),
        { numRuns: 15 },
      )
    })
  })
}
