// Inviting: shows the links again, renews them, and makes the personal link by which somebody continues elsewhere.

import type { z } from 'zod'
import type { Endings } from '#server/access/endings.ts'
import { linkFor, makeLink, readLink } from '#server/access/links.ts'
import type { AccessRooms } from '#server/access/planes.ts'
import type { Seat } from '#server/access/seat.ts'
import { newJoinCode } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import type { WorkshopRow, WorkshopStore } from '#server/storage/storage.ts'
import type { Invitation, PersonalLink, RenewedLink } from '#shared/access/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import { isHost } from '#shared/facilitation/people.ts'
import type { WorkshopId } from '#shared/ids.ts'

export type Inviting = {
  show(seat: Seat, origin: string): Promise<Outcome<Invitation>>
  renew(
    seat: Seat,
    change: { kind: LinkKind; endSeats: boolean },
    origin: string,
  ): Promise<Outcome<z.infer<typeof RenewedLink>>>
  personal(seat: Seat, origin: string): Promise<Outcome<z.infer<typeof PersonalLink>>>
}

export function createInviting({
  store,
  rooms,
  serverKey,
  endings,
  log,
}: {
  store: WorkshopStore
  rooms: Pick<AccessRooms, 'state'>
  serverKey: Buffer
  endings: Endings
  log: Log
}): Inviting {
  return { show, renew, personal }

  async function show({ workshopId, role }: Seat, origin: string): Promise<Outcome<Invitation>> {
    if (role !== 'facilitator') return facilitatorsOnly
    const [{ code }, rows] = await Promise.all([workshopOf(workshopId), store.links(workshopId)])
    const linkOf = (wanted: LinkKind): string | null => {
      const row = rows.find((link) => link.role === wanted && link.personId === null)
      const secret = row && readLink(serverKey, row)
      return secret ? linkFor(origin, workshopId, secret) : null
    }
    const [participant, observer, results] = [linkOf('participant'), linkOf('observer'), linkOf('results')]
    if (!participant || !observer || !results) return unreadable
    // Workshops that are older than this link have none until somebody asks for it.
    const isMissing = !rows.some((link) => link.role === 'co-facilitator' && link.personId === null)
    const coFacilitator = isMissing
      ? await replaceLink({ workshopId, kind: 'co-facilitator' }, origin)
      : linkOf('co-facilitator')
    if (!coFacilitator) return unreadable
    return done({ code, links: { participant, observer, results, 'co-facilitator': coFacilitator } })
  }

  async function replaceLink(
    { workshopId, kind }: { workshopId: WorkshopId; kind: LinkKind },
    origin: string,
  ): Promise<string> {
    const { row, secret } = makeLink(serverKey, { workshopId, role: kind, personId: null })
    await store.renewLink(row, { code: null, endSeats: false })
    return linkFor(origin, workshopId, secret)
  }

  async function renew(
    { workshopId, role: asking, personId: keeping }: Seat,
    { kind, endSeats }: { kind: LinkKind; endSeats: boolean },
    origin: string,
  ) {
    if (asking !== 'facilitator') return facilitatorsOnly
    const isOfFacilitators = kind === 'facilitator' || kind === 'co-facilitator'
    if (isOfFacilitators && !(await isHostOf(workshopId, keeping))) return hostsOnly
    const { row, secret } = makeLink(serverKey, { workshopId, role: kind, personId: null })
    const newCode = () => (kind === 'participant' ? newJoinCode() : null)
    let code = newCode()
    while (!(await store.renewLink(row, { code, endSeats, keeping }))) code = newCode()
    log.info('link.renewed', { workshopId, kind, endSeats })
    // Whoever renews the link they came by stays: they would lock themselves out.
    if (endSeats)
      endings.end(workshopId, (seat) => seat.link === kind && seat.personId !== keeping, 'seat-ended')
    return done({
      link: linkFor(origin, workshopId, secret),
      code: code ?? (await workshopOf(workshopId)).code,
    })
  }

  /** The same link as before where it can be read back, so that showing the picture twice does not break the first one. */
  async function personal({ workshopId, link, personId }: Seat, origin: string) {
    if (personId === null)
      return refuse(403, 'not-allowed', 'A results link is nobody in particular; share that link itself.')
    const rows = await store.links(workshopId)
    const row = rows.find((one) => one.role === link && one.personId === personId)
    const kept = row && readLink(serverKey, row)
    if (kept) return done({ link: linkFor(origin, workshopId, kept) })
    const made = makeLink(serverKey, { workshopId, role: link, personId })
    await store.renewLink(made.row, { code: null, endSeats: false })
    return done({ link: linkFor(origin, workshopId, made.secret) })
  }

  async function isHostOf(workshopId: WorkshopId, personId: Seat['personId']): Promise<boolean> {
    if (personId === null) return false
    const { people } = (await rooms.state(workshopId)).workshop
    return isHost(people, { personId, role: 'facilitator' })
  }

  async function workshopOf(workshopId: WorkshopId): Promise<WorkshopRow> {
    const workshop = await store.find(workshopId)
    if (!workshop) throw new Error(`a seat is in workshop ${workshopId}, which is not there`)
    return workshop
  }
}

const facilitatorsOnly = refuse(403, 'not-allowed', 'Only a facilitator shows and renews links.')
const hostsOnly = refuse(
  403,
  'not-allowed',
  'Only the facilitator renews the links of the facilitator and of co-facilitators.',
)
const unreadable = refuse(
  409,
  'links-unreadable',
  "The server's key has changed since these links were made, so they cannot be shown; they still work. Renew them to get new ones.",
)
