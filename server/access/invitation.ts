// Inviting: shows the links again, renews them, and makes the personal link by which somebody continues elsewhere.

import type { z } from 'zod'
import type { Endings } from '#server/access/endings.ts'
import { linkFor, makeLink, readLink } from '#server/access/links.ts'
import type { Seat } from '#server/access/seat.ts'
import { newJoinCode } from '#server/access/secrets.ts'
import { done, type Outcome, refuse } from '#server/http/answer.ts'
import type { Log } from '#server/log.ts'
import type { WorkshopRow, WorkshopStore } from '#server/storage/storage.ts'
import type { Invitation, PersonalLink, RenewedLink } from '#shared/access/api.ts'
import type { Role } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

export type Inviting = {
  show(seat: Seat, origin: string): Promise<Outcome<Invitation>>
  renew(
    seat: Seat,
    change: { role: Role; endSeats: boolean },
    origin: string,
  ): Promise<Outcome<z.infer<typeof RenewedLink>>>
  personal(seat: Seat, origin: string): Promise<Outcome<z.infer<typeof PersonalLink>>>
}

export function createInviting({
  store,
  serverKey,
  endings,
  log,
}: {
  store: WorkshopStore
  serverKey: Buffer
  endings: Endings
  log: Log
}): Inviting {
  return { show, renew, personal }

  async function show({ workshopId, role }: Seat, origin: string): Promise<Outcome<Invitation>> {
    if (role !== 'facilitator') return facilitatorsOnly
    const [{ code }, rows] = await Promise.all([workshopOf(workshopId), store.links(workshopId)])
    const linkOf = (wanted: Role): string | null => {
      const row = rows.find((link) => link.role === wanted && link.personId === null)
      const secret = row && readLink(serverKey, row)
      return secret ? linkFor(origin, workshopId, secret) : null
    }
    const [participant, observer, results] = [linkOf('participant'), linkOf('observer'), linkOf('results')]
    if (!participant || !observer || !results) return unreadable
    return done({ code, links: { participant, observer, results } })
  }

  async function renew(
    { workshopId, role: asking, personId: keeping }: Seat,
    { role, endSeats }: { role: Role; endSeats: boolean },
    origin: string,
  ) {
    if (asking !== 'facilitator') return facilitatorsOnly
    const { row, secret } = makeLink(serverKey, { workshopId, role, personId: null })
    const newCode = () => (role === 'participant' ? newJoinCode() : null)
    let code = newCode()
    while (!(await store.renewLink(row, { code, endSeats, keeping }))) code = newCode()
    log.info('link.renewed', { workshopId, role, endSeats })
    // Whoever renews the link of their own role stays: they would lock themselves out.
    if (endSeats) endings.end(workshopId, (seat) => seat.role === role && seat.personId !== keeping)
    return done({
      link: linkFor(origin, workshopId, secret),
      code: code ?? (await workshopOf(workshopId)).code,
    })
  }

  /** The same link as before where it can be read back, so that showing the picture twice does not break the first one. */
  async function personal({ workshopId, role, personId }: Seat, origin: string) {
    if (personId === null)
      return refuse(403, 'not-allowed', 'A results link is nobody in particular; share that link itself.')
    const rows = await store.links(workshopId)
    const row = rows.find((link) => link.role === role && link.personId === personId)
    const kept = row && readLink(serverKey, row)
    if (kept) return done({ link: linkFor(origin, workshopId, kept) })
    const made = makeLink(serverKey, { workshopId, role, personId })
    await store.renewLink(made.row, { code: null, endSeats: false })
    return done({ link: linkFor(origin, workshopId, made.secret) })
  }

  async function workshopOf(workshopId: WorkshopId): Promise<WorkshopRow> {
    const workshop = await store.find(workshopId)
    if (!workshop) throw new Error(`a seat is in workshop ${workshopId}, which is not there`)
    return workshop
  }
}

const facilitatorsOnly = refuse(403, 'not-allowed', 'Only a facilitator shows and renews links.')
const unreadable = refuse(
  409,
  'links-unreadable',
  "The server's key has changed since these links were made, so they cannot be shown; they still work. Renew them to get new ones.",
)
