// What every storage promises about workshops, links and seats.
import { describe, expect, test } from 'vitest'
import type { LinkRow, SeatOfferRow, SeatRow, WorkshopRow } from '#server/storage/storage.ts'
import type { PersonId } from '#shared/ids.ts'
import { fresh, type OpenStorage, personNumber, someBytes, workshopNumber } from './contract.ts'

const workshopId = workshopNumber(1)
const ana = personNumber(1)
const bo = personNumber(2)
const workshop = (number: number, code: string): WorkshopRow => ({
  workshopId: workshopNumber(number),
  code,
  createdAt: 1_795_000_000_000,
})
const link = (role: LinkRow['role'], personId: LinkRow['personId'] = null): LinkRow => ({
  workshopId,
  role,
  personId,
  secretHash: someBytes(32),
  sealedSecret: role === 'facilitator' ? null : someBytes(50),
})
const offer = (personId: PersonId): SeatOfferRow => ({
  workshopId,
  personId,
  role: 'participant',
  secretHash: someBytes(32),
  offeredBy: null,
  expiresAt: 9,
})
const seat = (role: SeatRow['role'], personId: SeatRow['personId']): SeatRow => ({
  tokenHash: someBytes(32),
  workshopId,
  role,
  personId,
  createdAt: 5,
})

export function workshopsContract(engine: string, open: OpenStorage): void {
  describe(`workshops in ${engine}`, () => {
    test('a workshop is found by id and by code, also after a restart', async () => {
      const { storage, reopened } = await fresh(open)
      const links = [link('facilitator'), link('participant')]
      expect(await storage.workshops.create(workshop(1, 'KRN-482'), links)).toBe(true)
      const later = await reopened()
      expect(await later.workshops.find(workshopId)).toEqual(workshop(1, 'KRN-482'))
      expect(await later.workshops.findByCode('KRN-482')).toEqual(workshop(1, 'KRN-482'))
      expect(await later.workshops.links(workshopId)).toEqual(links)
      expect(await later.workshops.find(workshopNumber(2))).toBeNull()
      expect(await later.workshops.findByCode('KRN-483')).toBeNull()
    })

    test('a taken id or code is refused and changes nothing', async () => {
      const { storage } = await fresh(open)
      const links = [link('participant')]
      await storage.workshops.create(workshop(1, 'KRN-482'), links)
      expect(await storage.workshops.create(workshop(1, 'BCD-111'), [link('results')])).toBe(false)
      expect(await storage.workshops.create(workshop(2, 'KRN-482'), [])).toBe(false)
      expect(await storage.workshops.find(workshopNumber(2))).toBeNull()
      expect(await storage.workshops.links(workshopId)).toEqual(links)
    })

    test('a link is found by its hash in its own workshop only', async () => {
      const { storage } = await fresh(open)
      const participants = link('participant')
      await storage.workshops.create(workshop(1, 'KRN-482'), [participants])
      await storage.workshops.create(workshop(2, 'KRN-483'), [])
      expect(await storage.workshops.linkBySecret(workshopId, participants.secretHash)).toEqual(participants)
      expect(await storage.workshops.linkBySecret(workshopNumber(2), participants.secretHash)).toBeNull()
      expect(await storage.workshops.linkBySecret(workshopId, someBytes(32))).toBeNull()
    })

    test('a renewed link takes the place of the old one', async () => {
      const { storage } = await fresh(open)
      const [old, observers] = [link('participant'), link('observer')]
      await storage.workshops.create(workshop(1, 'KRN-482'), [old, observers])
      const renewed = link('participant')
      expect(await storage.workshops.renewLink(renewed, { code: 'BCD-111', endSeats: false })).toBe(true)
      expect(await storage.workshops.linkBySecret(workshopId, old.secretHash)).toBeNull()
      expect(await storage.workshops.linkBySecret(workshopId, renewed.secretHash)).toEqual(renewed)
      expect(await storage.workshops.links(workshopId)).toEqual([observers, renewed])
      expect(await storage.workshops.findByCode('KRN-482')).toBeNull()
      expect(await storage.workshops.findByCode('BCD-111')).toMatchObject({ workshopId })
    })

    test('a link is not renewed under a code that is taken', async () => {
      const { storage } = await fresh(open)
      const old = link('participant')
      await storage.workshops.create(workshop(1, 'KRN-482'), [old])
      await storage.workshops.create(workshop(2, 'KRN-483'), [])
      const change = { code: 'KRN-483', endSeats: false }
      expect(await storage.workshops.renewLink(link('participant'), change)).toBe(false)
      expect(await storage.workshops.linkBySecret(workshopId, old.secretHash)).toEqual(old)
      expect(await storage.workshops.findByCode('KRN-482')).toMatchObject({ workshopId })
    })

    test('renewing the link of a role ends the seats of that role, when asked to', async () => {
      const { storage } = await fresh(open)
      await storage.workshops.create(workshop(1, 'KRN-482'), [link('participant'), link('observer')])
      const [participant, observer] = [seat('participant', ana), seat('observer', bo)]
      await storage.workshops.addSeat(participant)
      await storage.workshops.addSeat(observer)
      await storage.workshops.renewLink(link('participant'), { code: null, endSeats: false })
      expect(await storage.workshops.seat(participant.tokenHash)).toEqual(participant)
      await storage.workshops.renewLink(link('participant'), { code: null, endSeats: true })
      expect(await storage.workshops.seat(participant.tokenHash)).toBeNull()
      expect(await storage.workshops.seat(observer.tokenHash)).toEqual(observer)
    })

    test('a personal link stands beside the role’s, and renewing it ends that person’s seats only', async () => {
      const { storage } = await fresh(open)
      const participants = link('participant')
      await storage.workshops.create(workshop(1, 'KRN-482'), [participants])
      const personal = link('participant', ana)
      await storage.workshops.renewLink(personal, { code: null, endSeats: false })
      expect(await storage.workshops.links(workshopId)).toEqual([participants, personal])
      const [anas, bos] = [seat('participant', ana), seat('participant', bo)]
      await storage.workshops.addSeat(anas)
      await storage.workshops.addSeat(bos)
      await storage.workshops.renewLink(link('participant', ana), { code: null, endSeats: true })
      expect(await storage.workshops.seat(anas.tokenHash)).toBeNull()
      expect(await storage.workshops.seat(bos.tokenHash)).toEqual(bos)
    })

    test('a seat is found by its hash until it ends', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.workshops.create(workshop(1, 'KRN-482'), [])
      const [anas, reader] = [seat('facilitator', ana), seat('results', null)]
      await storage.workshops.addSeat(anas)
      await storage.workshops.addSeat(reader)
      const later = await reopened()
      expect(await later.workshops.seat(anas.tokenHash)).toEqual(anas)
      expect(await later.workshops.seat(reader.tokenHash)).toEqual(reader)
      await later.workshops.endSeat(anas.tokenHash)
      expect(await later.workshops.seat(anas.tokenHash)).toBeNull()
      expect(await later.workshops.seat(reader.tokenHash)).toEqual(reader)
    })

    test('an offered seat is found by its hash until it is over, in its own workshop only', async () => {
      const { storage, reopened } = await fresh(open)
      await storage.workshops.create(workshop(1, 'KRN-482'), [])
      await storage.workshops.create(workshop(2, 'KRN-483'), [])
      const [old, anas] = [offer(ana), offer(ana)]
      await storage.workshops.offerSeat(old)
      await storage.workshops.offerSeat(anas)
      const { workshops } = await reopened()
      expect(await workshops.seatOffer(workshopId, old.secretHash, 8)).toBeNull()
      expect(await workshops.seatOffer(workshopId, anas.secretHash, 8)).toEqual(anas)
      expect(await workshops.seatOffer(workshopId, anas.secretHash, 9)).toBeNull()
      expect(await workshops.seatOffer(workshopNumber(2), anas.secretHash, 8)).toBeNull()
      expect(await workshops.seatOffers(workshopId, 8)).toEqual([anas])
      expect(await workshops.seatOffers(workshopId, 9)).toEqual([])
    })

    test('it is taken up once, in place of all the seats and personal links of that person', async () => {
      const { storage } = await fresh(open)
      const participants = link('participant')
      await storage.workshops.create(workshop(1, 'KRN-482'), [participants])
      const [first, second, bos] = [
        seat('participant', ana),
        seat('facilitator', ana),
        seat('participant', bo),
      ]
      for (const one of [first, second, bos]) await storage.workshops.addSeat(one)
      await storage.workshops.renewLink(link('participant', ana), { code: null, endSeats: false })
      const anas = offer(ana)
      await storage.workshops.offerSeat(anas)
      const [taken, late] = [seat('participant', ana), seat('participant', ana)]
      expect(await storage.workshops.takeUpSeat(anas, taken)).toBe(true)
      expect(await storage.workshops.takeUpSeat(anas, late)).toBe(false)
      for (const gone of [first, second, late])
        expect(await storage.workshops.seat(gone.tokenHash)).toBeNull()
      for (const there of [bos, taken]) expect(await storage.workshops.seat(there.tokenHash)).toEqual(there)
      expect(await storage.workshops.links(workshopId)).toEqual([participants])
      expect(await storage.workshops.seated(workshopId, 4)).toEqual([ana, bo])
      expect(await storage.workshops.seated(workshopId, 5)).toEqual([])
    })

    test('ending the seats of a role ends all offers, and of a person theirs', async () => {
      const { storage } = await fresh(open)
      await storage.workshops.create(workshop(1, 'KRN-482'), [link('participant')])
      for (const personId of [ana, bo]) await storage.workshops.offerSeat(offer(personId))
      const left = async () =>
        (await storage.workshops.seatOffers(workshopId, 8)).map(({ personId }) => personId)
      await storage.workshops.renewLink(link('participant'), { code: null, endSeats: false })
      expect(await left()).toEqual([ana, bo])
      await storage.workshops.renewLink(link('participant', ana), { code: null, endSeats: true })
      expect(await left()).toEqual([bo])
      await storage.workshops.renewLink(link('observer'), { code: null, endSeats: true })
      expect(await left()).toEqual([])
    })

    test('nobody gets a seat or a link in a workshop that is not there', async () => {
      const { storage } = await fresh(open)
      await expect(storage.workshops.addSeat(seat('observer', ana))).rejects.toThrow()
      await expect(
        storage.workshops.renewLink(link('observer'), { code: null, endSeats: false }),
      ).rejects.toThrow()
    })
  })
}
