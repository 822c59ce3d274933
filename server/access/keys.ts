// Turns what somebody holds, a link's secret or a typed code, into what it opens; wrong guesses are counted.
import { createRateLimit } from '#server/access/rate-limit.ts'
import { hashSecret, isSame } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { SeatOfferRow, WorkshopStore } from '#server/storage/storage.ts'
import type { JoinCode, Key } from '#shared/access/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { PersonId, WorkshopId } from '#shared/ids.ts'

/**
 * `personId` is set for a personal link: who goes on. `offer` where a facilitator has made that link for them: it opens
 * once, and every other seat of theirs ends.
 */
export type Opening = {
  workshopId: WorkshopId
  link: LinkKind
  personId: PersonId | null
  offer: SeatOfferRow | null
}

export type Keys = {
  /** `from` is the neighbourhood that asks. */
  open(workshopId: WorkshopId, key: Key, from: string): Promise<Outcome<Opening>>
  find(code: JoinCode, from: string): Promise<Outcome<{ id: WorkshopId }>>
}

/**
 * Wrong codes allowed. With 8 million codes and 100 workshops alive, the total allows about one lucky guess in two days
 * to an attacker with any number of addresses. When it is reached, codes pause for all; links go on.
 */
const wrongCodes = { each: { count: 20, perMs: 600_000 }, total: { count: 300, perMs: 600_000 } }

export function createKeys({ store, now }: { store: WorkshopStore; now: () => number }): Keys {
  const each = createRateLimit(wrongCodes.each, now)
  const total = createRateLimit(wrongCodes.total, now)
  return { open, find }

  async function open(workshopId: WorkshopId, key: Key, from: string): Promise<Outcome<Opening>> {
    if ('secret' in key) return openWithSecret(workshopId, key.secret)
    if (!mayGuess(from)) return tooManyGuesses
    const workshop = await store.find(workshopId)
    if (!workshop) return unknownWorkshop(workshopId)
    if (!isSame(workshop.code, key.code)) return wrongCode(key.code, from)
    return done({ workshopId, link: 'participant', personId: null, offer: null })
  }

  async function openWithSecret(workshopId: WorkshopId, secret: string): Promise<Outcome<Opening>> {
    const hash = hashSecret(secret)
    const link = await store.linkBySecret(workshopId, hash)
    if (link) return done({ workshopId, link: link.role, personId: link.personId, offer: null })
    const offer = await store.seatOffer(workshopId, hash, now())
    if (offer) return done({ workshopId, link: offer.role, personId: offer.personId, offer })
    return (await store.find(workshopId)) ? invalidLink : unknownWorkshop(workshopId)
  }

  async function find(code: JoinCode, from: string): Promise<Outcome<{ id: WorkshopId }>> {
    if (!mayGuess(from)) return tooManyGuesses
    const workshop = await store.findByCode(code)
    return workshop ? done({ id: workshop.workshopId }) : wrongCode(code, from)
  }

  function mayGuess(from: string): boolean {
    return each.allows(from) && total.allows('')
  }

  function wrongCode(code: JoinCode, from: string) {
    each.take(from)
    total.take('')
    return refuse(404, 'code-unknown', `No workshop has the code ${code}; check it with the facilitator.`)
  }
}

export const invalidLink = refuse(
  403,
  'link-invalid',
  'This link is incomplete, has been renewed, or was for one use or a few days; copy it whole, or ask the facilitator for the current one.',
)

const tooManyGuesses = refuse(
  429,
  'too-many-guesses',
  'Too many wrong codes were tried; wait ten minutes, or open the link instead of typing the code.',
)

export const unknownWorkshop = (workshopId: string) =>
  refuse(404, 'workshop-unknown', `There is no workshop ${workshopId} here; check the link.`)
