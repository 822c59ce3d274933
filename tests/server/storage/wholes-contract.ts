// What every storage promises about workshops as wholes: all of one, or nothing.
import { describe, expect, test } from 'vitest'
import type { Storage, WholeWorkshop } from '#server/storage/storage.ts'
import { ImageId, type PersonId } from '#shared/ids.ts'
import { opening } from '#tests/shared/facilitation/scene.ts'
import {
  bytesOf,
  fresh,
  type OpenStorage,
  personNumber,
  pollNumber,
  someBytes,
  workshopNumber,
} from './contract.ts'

const imageId = ImageId.parse('0'.repeat(26))

function whole(number: number, change: Partial<WholeWorkshop> = {}): WholeWorkshop {
  const workshopId = workshopNumber(number)
  const state = { kind: 'named' as const, name: 'Pause', itemTitle: null, personId: null, at: 7, boardSeq: 0 }
  return {
    workshop: { workshopId, code: `KRN-${String(number).padStart(3, '0')}`, createdAt: 1000 },
    links: [
      { workshopId, role: 'facilitator', personId: null, secretHash: someBytes(32), sealedSecret: null },
    ],
    offers: [],
    names: { [personNumber(1)]: 'Ana' },
    events: [...opening],
    board: bytesOf('board'),
    history: [{ row: { ...state, workshopId, entryId: 'brought-0' }, bytes: bytesOf('state') }],
    images: [{ workshopId, imageId, type: 'image/png', bytes: bytesOf('image') }],
    bundles: [{ pollId: pollNumber(1), bundleHash: bytesOf('hash'), bundle: bytesOf('bundle') }],
    ...change,
  }
}

const seatFor = (personId: PersonId) => ({
  workshopId: workshopNumber(1),
  role: 'participant' as const,
  personId,
})

/** What can be found of it, store by store. */
async function found(storage: Storage, number: number) {
  const workshopId = workshopNumber(number)
  const { workshops, people, facilitation, board, history, images } = storage
  return {
    workshop: await workshops.find(workshopId),
    links: await workshops.links(workshopId),
    names: await people.names(workshopId),
    events: (await facilitation.read(workshopId, 0)).length,
    board: await board.load(workshopId),
    history: await history.list(workshopId),
    images: await images.list(workshopId),
  }
}
const nothing = {
  workshop: null,
  links: [],
  names: {},
  events: 0,
  board: { snapshot: null, tail: [] },
  history: [],
  images: [],
}

export function wholesContract(engine: string, open: OpenStorage): void {
  describe(`whole workshops in ${engine}`, () => {
    test('one that is brought is found in every store, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      const given = whole(1)
      expect(await storage.wholes.bring(given)).toBe(true)
      const later = await reopened()
      expect(await found(later, 1)).toEqual({
        workshop: given.workshop,
        links: given.links,
        names: given.names,
        events: opening.length,
        board: { snapshot: { bytes: bytesOf('board'), upTo: 1 }, tail: [] },
        history: [given.history[0]?.row],
        images: [imageId],
      })
      expect(await later.history.bytes(workshopNumber(1), 'brought-0')).toEqual(bytesOf('state'))
      expect(await later.ballots.bundle(pollNumber(1), null)).toEqual(bytesOf('bundle'))
    })

    test('it goes on: the next event and the next board update follow what was brought', async () => {
      const { storage } = await fresh(open)
      await storage.wholes.bring(whole(1))
      const workshopId = workshopNumber(1)
      const next = { workshopId, events: [{ type: 'door.locked' as const, at: 8 }], answer: null }
      expect(await storage.facilitation.append({ ...next, seq: opening.length + 1 })).toBe('stored')
      const update = { workshopId, seq: 2, update: bytesOf('more') }
      expect(await storage.board.append([update]).durable).toBe('stored')
      expect((await storage.board.load(workshopId)).tail).toEqual([{ seq: 2, update: bytesOf('more') }])
    })

    test('an id or a code that is taken brings nothing', async () => {
      const { storage } = await fresh(open)
      await storage.wholes.bring(whole(1))
      const [first, second] = [whole(1), whole(2)]
      expect(await storage.wholes.bring(first)).toBe(false)
      const sameCode = { ...second, workshop: { ...second.workshop, code: first.workshop.code } }
      expect(await storage.wholes.bring(sameCode)).toBe(false)
      expect(await found(storage, 2)).toEqual(nothing)
    })

    // Each of these the engine refuses when it has come so far, for what stands in it twice.
    test.each(['links', 'images', 'bundles'] as const)(
      'what fails at its %s leaves nothing',
      async (part) => {
        const { storage } = await fresh(open)
        const given = whole(1)
        const [one] = given[part]
        const otherRole = part === 'links' ? { role: 'participant' } : {}
        const twice = { ...given, [part]: [one, { ...one, ...otherRole }] }
        await expect(storage.wholes.bring(twice)).rejects.toThrow()
        expect(await found(storage, 1)).toEqual(nothing)
        expect(await storage.ballots.bundle(pollNumber(1), null)).toBeNull()
        expect(await storage.wholes.bring(given)).toBe(true)
      },
    )

    test('workshops are listed with the last day on which somebody was there', async () => {
      const { storage, reopened } = await fresh(open)
      const day = 86_400_000
      await storage.wholes.bring(whole(2))
      await storage.workshops.create({ workshopId: workshopNumber(1), code: 'ABC-123', createdAt: 5 }, [])
      await storage.wholes.touch(workshopNumber(1), 3 * day)
      await storage.wholes.touch(workshopNumber(1), 2 * day)
      await storage.wholes.touch(workshopNumber(9), day)
      const { wholes } = await reopened()
      expect(await wholes.list()).toEqual([
        { workshopId: workshopNumber(1), code: 'ABC-123', createdAt: 5, touchedAt: 3 * day },
        { ...whole(2).workshop, touchedAt: 1000 },
      ])
      expect(await wholes.listed(workshopNumber(2))).toEqual({ ...whole(2).workshop, touchedAt: 1000 })
      expect(await wholes.listed(workshopNumber(9))).toBeNull()
    })

    test('one that is closed is opened by nothing, and its code is free again', async () => {
      const { storage, reopened } = await fresh(open)
      const { workshop, links } = whole(1)
      const [link] = links
      if (!link) throw new Error('no link')
      await storage.wholes.bring({ ...whole(1), links })
      const seat = { ...workshop, tokenHash: someBytes(32), role: 'facilitator' as const, personId: null }
      await storage.workshops.addSeat(seat)
      expect(await storage.wholes.close(workshopNumber(1))).toBe(true)
      expect(await storage.wholes.close(workshopNumber(1))).toBe(false)
      const later = await reopened()
      expect(await later.workshops.find(workshopNumber(1))).toBeNull()
      expect(await later.workshops.linkBySecret(workshopNumber(1), link.secretHash)).toBeNull()
      expect(await later.workshops.seat(seat.tokenHash)).toBeNull()
      expect(await later.wholes.list()).toEqual([])
      expect(await later.wholes.closed()).toEqual([workshopNumber(1)])
      const [closed, never] = [1, 2].map((number) => ({ workshopId: workshopNumber(number), personId: null }))
      expect(await later.wholes.gone([closed, never].filter((one) => one !== undefined))).toEqual([closed])
      expect(
        await later.wholes.bring({ ...whole(2), workshop: { ...whole(2).workshop, code: workshop.code } }),
      ).toBe(true)
    })

    test('erasing takes it out of every store, and leaves every other workshop', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.wholes.bring(whole(1))
      await storage.wholes.bring(whole(2))
      const update = (number: number) => ({
        workshopId: workshopNumber(number),
        seq: 2,
        update: bytesOf('more'),
      })
      await storage.board.append([update(1), update(2)]).durable
      await storage.wholes.close(workshopNumber(1))
      await storage.wholes.erase(workshopNumber(1))
      await storage.wholes.erase(workshopNumber(1))
      expect(await found(storage, 1)).toEqual(nothing)
      expect(await storage.wholes.closed()).toEqual([workshopNumber(1)])
      await storage.wholes.forget(workshopNumber(1))
      const later = await reopened()
      expect(await later.wholes.closed()).toEqual([])
      expect(await found(later, 1)).toEqual(nothing)
      expect((await found(later, 2)).events).toBe(opening.length)
      expect((await later.board.load(workshopNumber(2))).tail).toHaveLength(1)
    })

    test('erasing a person rewrites the log and takes what is theirs, and nothing of others', async () => {
      const { storage, reopened } = await fresh(open)
      const [workshopId, ana, bo] = [workshopNumber(1), personNumber(1), personNumber(2)]
      const { workshops, people, wholes, facilitation, history } = storage
      await wholes.bring(whole(1))
      await people.setName(workshopId, bo, 'Bo')
      const seats = [ana, bo].map((personId) => ({ ...seatFor(personId), tokenHash: someBytes(32) }))
      const links = [ana, bo].map((personId) => ({ ...seatFor(personId), secretHash: someBytes(32) }))
      for (const seat of seats) await workshops.addSeat({ ...seat, createdAt: 7 })
      for (const link of links)
        await workshops.renewLink({ ...link, sealedSecret: null }, { code: null, endSeats: false })
      const state = { kind: 'named' as const, name: 'Pause', itemTitle: null, at: 7, boardSeq: 0, workshopId }
      for (const personId of [ana, bo])
        await history.add({ ...state, entryId: personId, personId }, bytesOf('state'))
      const changed = [{ seq: 2, event: { type: 'door.locked' as const, at: 8 } }]
      const added = [{ type: 'person.erased' as const, personId: ana, at: 9 }]
      const erasure = { workshopId, personId: ana, changed, added }
      expect(await wholes.erasePerson({ ...erasure, seq: opening.length - 1 })).toBe(false)
      expect(await people.names(workshopId)).toEqual({ [ana]: 'Ana', [bo]: 'Bo' })
      expect(await facilitation.read(workshopId, 0)).toHaveLength(opening.length)

      expect(await wholes.erasePerson({ ...erasure, seq: opening.length })).toBe(true)
      const later = await reopened()
      const events = opening.map(
        (event, place) => changed.find(({ seq }) => seq === place + 1)?.event ?? event,
      )
      const log = await later.facilitation.read(workshopId, 0)
      expect(log.map(({ event }) => event)).toEqual([...events, ...added])
      expect(await later.people.names(workshopId)).toEqual({ [bo]: 'Bo' })
      const foundSeats = await Promise.all(seats.map(({ tokenHash }) => later.workshops.seat(tokenHash)))
      expect(foundSeats.map((seat) => seat?.personId)).toEqual([undefined, bo])
      const owners = (await later.workshops.links(workshopId)).map(({ personId }) => personId)
      expect(owners.sort()).toEqual([bo, null])
      const keepers = (await later.history.list(workshopId)).map(({ personId }) => personId)
      expect(keepers.sort()).toEqual([bo, null, null])
    })

    test('nothing more comes onto the board of one that is erased, and other boards go on', async () => {
      const { storage } = await fresh(open)
      await storage.wholes.bring(whole(1))
      const update = (number: number, seq: number) =>
        storage.board.append([{ workshopId: workshopNumber(number), seq, update: bytesOf('late') }]).durable
      expect(await update(1, 2)).toBe('stored')
      await storage.wholes.close(workshopNumber(1))
      await storage.wholes.erase(workshopNumber(1))
      expect(await update(1, 3)).toBe('conflict')
      expect(await update(2, 1)).toBe('stored')
      await storage.board.compact(workshopNumber(2), { bytes: bytesOf('all'), upTo: 1 })
      expect(await storage.board.load(workshopNumber(2))).toEqual({
        snapshot: { bytes: bytesOf('all'), upTo: 1 },
        tail: [],
      })
    })

    test('of two tellings of one poll the one with the hash that is asked for is found', async () => {
      const { storage } = await fresh(open)
      const other = { pollId: pollNumber(1), bundleHash: bytesOf('other'), bundle: bytesOf('invented') }
      await storage.wholes.bring(whole(1))
      await storage.wholes.bring(whole(2, { bundles: [other] }))
      expect(await storage.ballots.bundle(pollNumber(1), bytesOf('hash'))).toEqual(bytesOf('bundle'))
      expect(await storage.ballots.bundle(pollNumber(1), bytesOf('other'))).toEqual(bytesOf('invented'))
      expect(await storage.ballots.bundle(pollNumber(2), null)).toBeNull()
    })
  })
}
