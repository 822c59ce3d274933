// What every storage promises about the ballot box.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BallotRow, NewPollRow } from '#server/storage/storage.ts'
import {
  bytesOf,
  fresh,
  type OpenStorage,
  personNumber,
  pollNumber,
  someBytes,
  workshopNumber,
} from './contract.ts'

const pollId = pollNumber(1)
const [ana, bo, cem] = [personNumber(1), personNumber(2), personNumber(3)]

const newPoll = (number = 1): NewPollRow => ({
  pollId: pollNumber(number),
  workshopId: workshopNumber(1),
  manifest: bytesOf('{"question":"?"}'),
  pk: someBytes(32),
  sk: someBytes(32),
  receiptPk: someBytes(32),
  receiptSk: someBytes(32),
})
const ballot = (first: number, rev = 0): BallotRow => ({
  t: new Uint8Array(32).fill(first),
  rev,
  body: someBytes(64),
  mac: someBytes(32),
})
const sealed = { bundle: bytesOf('the bundle'), bundleHash: someBytes(32), suppressed: false }
const firstBytes = (ballots: BallotRow[]) => ballots.map(({ t }) => t[0])

export function ballotsContract(engine: string, open: OpenStorage): void {
  describe(`the ballot box in ${engine}`, () => {
    test('a poll comes back as it was made, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      const poll = newPoll()
      await storage.ballots.createPoll(poll)
      const expected = { ...poll, state: 'open', bundle: null, bundleHash: null }
      expect(await storage.ballots.poll(pollId)).toEqual(expected)
      expect(await storage.ballots.poll(pollNumber(2))).toBeNull()
      expect(await (await reopened()).ballots.unfinished()).toEqual([expected])
    })

    test('a poll id is used once', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      await expect(storage.ballots.createPoll(newPoll())).rejects.toThrow()
    })

    test('a poll goes from open over closing and sealed to closed, and is unfinished until then', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll(1))
      await storage.ballots.createPoll(newPoll(2))
      const states = async () => (await storage.ballots.unfinished()).map(({ state }) => state)
      expect(await states()).toEqual(['open', 'open'])
      await storage.ballots.setClosing(pollId)
      expect(await states()).toEqual(['closing', 'open'])
      await storage.ballots.seal(pollId, sealed)
      expect(await states()).toEqual(['sealed', 'open'])
      await storage.ballots.setClosed(pollId)
      expect(await states()).toEqual(['open'])
      expect(await storage.ballots.poll(pollId)).toMatchObject({ state: 'closed' })
    })

    test('a poll that was never opened is forgotten', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      await storage.ballots.discardPoll(pollId)
      expect(await storage.ballots.poll(pollId)).toBeNull()
    })

    test('a poll for which a ballot was issued cannot be forgotten', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      await storage.ballots.issue(pollId, ana, someBytes(32))
      await expect(storage.ballots.discardPoll(pollId)).rejects.toThrow()
      expect(await storage.ballots.poll(pollId)).toMatchObject({ state: 'open' })
      expect((await storage.ballots.poll(pollId))?.sk).not.toBeNull()
    })

    test('each person is issued one token, and the same request again is recognised', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      const [first, second] = [someBytes(32), someBytes(32)]
      expect(await storage.ballots.issue(pollId, ana, first)).toBe('issued')
      expect(await storage.ballots.issue(pollId, ana, first)).toBe('same')
      expect(await storage.ballots.issue(pollId, ana, second)).toBe('other')
      expect(await storage.ballots.issue(pollId, bo, second)).toBe('issued')
    })

    test('two requests of one person at the same moment issue one token', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      const outcomes = await Promise.all([
        storage.ballots.issue(pollId, ana, someBytes(32)),
        storage.ballots.issue(pollId, ana, someBytes(32)),
      ])
      expect(outcomes.sort()).toEqual(['issued', 'other'])
    })

    test('who received a token is listed by id, whatever the order of asking', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      for (const person of [cem, ana, bo]) await storage.ballots.issue(pollId, person, someBytes(32))
      expect(await storage.ballots.issuedTo(pollId)).toEqual([ana, bo, cem])
    })

    test('nothing is issued or cast for an unknown poll', async () => {
      const { storage } = await fresh(open)
      await expect(storage.ballots.issue(pollId, ana, someBytes(32))).rejects.toThrow(/unknown/)
      await expect(storage.ballots.putBallots(pollId, [ballot(1)])).rejects.toThrow(/unknown/)
    })

    test('the highest revision of a ballot wins, in any order of arrival', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      const [older, newer] = [ballot(1, 1), ballot(1, 2)]
      await storage.ballots.putBallots(pollId, [newer])
      await storage.ballots.putBallots(pollId, [older])
      expect(await storage.ballots.ballots(pollId)).toEqual([newer])
      await storage.ballots.putBallots(pollId, [{ ...ballot(1, 2) }])
      expect(await storage.ballots.ballots(pollId)).toEqual([newer])
    })

    test('ballots come sorted by t, before and after sealing', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 40 }),
          async (order) => {
            const storage = await open(`sorted-${crypto.randomUUID()}`)
            try {
              await storage.ballots.createPoll(newPoll())
              for (const first of order) await storage.ballots.putBallots(pollId, [ballot(first)])
              const sorted = [...order].sort((a, b) => a - b)
              expect(firstBytes(await storage.ballots.ballots(pollId))).toEqual(sorted)
              await storage.ballots.seal(pollId, sealed)
              expect(firstBytes(await storage.ballots.ballots(pollId))).toEqual(sorted)
            } finally {
              await storage.close()
            }
          },
        ),
        { numRuns: 5 },
      )
    })

    test('sealing keeps bundle and ballots, and destroys keys and blinded elements', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      await storage.ballots.issue(pollId, ana, someBytes(32))
      const cast = [ballot(1), ballot(2, 3)]
      await storage.ballots.putBallots(pollId, cast)
      await storage.ballots.seal(pollId, sealed)
      const later = await reopened()
      expect(await later.ballots.poll(pollId)).toMatchObject({
        state: 'sealed',
        sk: null,
        receiptSk: null,
        bundle: sealed.bundle,
        bundleHash: sealed.bundleHash,
      })
      expect(await later.ballots.ballots(pollId)).toEqual(cast)
      expect(await later.ballots.issuedTo(pollId)).toEqual([ana])
    })

    test('of a suppressed poll only the ballots’ t is left', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      const cast = ballot(1, 2)
      await storage.ballots.putBallots(pollId, [cast])
      await storage.ballots.seal(pollId, { ...sealed, suppressed: true })
      const nothing = new Uint8Array()
      expect(await storage.ballots.ballots(pollId)).toEqual([
        { t: cast.t, rev: 0, body: nothing, mac: nothing },
      ])
    })

    test('a sealed poll takes nothing more', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll())
      await storage.ballots.putBallots(pollId, [ballot(1)])
      await storage.ballots.seal(pollId, sealed)
      await expect(storage.ballots.putBallots(pollId, [ballot(2)])).rejects.toThrow(/sealed/)
      await expect(storage.ballots.issue(pollId, bo, someBytes(32))).rejects.toThrow(/sealed/)
      await expect(storage.ballots.setClosing(pollId)).rejects.toThrow(/sealed/)
      const again = { ...sealed, bundle: bytesOf('another bundle') }
      await expect(storage.ballots.seal(pollId, again)).rejects.toThrow(/sealed/)
      expect((await storage.ballots.poll(pollId))?.bundle).toEqual(sealed.bundle)
      expect(await storage.ballots.ballots(pollId)).toHaveLength(1)
    })

    test('sealing one poll leaves the others as they are', async () => {
      const { storage } = await fresh(open)
      await storage.ballots.createPoll(newPoll(1))
      await storage.ballots.createPoll(newPoll(2))
      const stays = ballot(9)
      await storage.ballots.putBallots(pollNumber(2), [stays])
      await storage.ballots.issue(pollNumber(2), ana, bytesOf('x'.repeat(32)))
      await storage.ballots.seal(pollId, { ...sealed, suppressed: true })
      expect(await storage.ballots.ballots(pollNumber(2))).toEqual([stays])
      expect((await storage.ballots.poll(pollNumber(2)))?.sk).not.toBeNull()
      expect(await storage.ballots.issue(pollNumber(2), ana, bytesOf('x'.repeat(32)))).toBe('same')
    })
  })
}
