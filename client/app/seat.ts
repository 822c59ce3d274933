// How this browser comes to its seat: a link's secret or a typed code is exchanged once; after that the seat is remembered.

import { ApiFailure, ask, askWorkshop } from '#client/ui/api.ts'
import { keepSeatToken, keepsCookies, seatToken } from '#client/ui/seat-token.ts'
import { CreatedWorkshop, CurrentSeat, Joined, type Key, Preview, Secret } from '#shared/access/api.ts'
import type { CreateWorkshop } from '#shared/access/create-workshop.ts'
import { LinkKind } from '#shared/access/role.ts'
import { WorkshopId } from '#shared/ids.ts'

/** What stands behind the `#` of an address: a link's secret, nothing, or something that cannot be one. */
export function secretIn(hash: string): { secret: Secret | null; isMalformed: boolean } {
  const text = hash.replace(/^#/, '')
  if (text === '') return { secret: null, isMalformed: false }
  const secret = Secret.safeParse(text)
  return secret.success ? { secret: secret.data, isMalformed: false } : { secret: null, isMalformed: true }
}

/** `?seat=<link>`: which of this browser's seats; null when it is missing or none. */
export function seatIn(search: string): LinkKind | null {
  const role = LinkKind.safeParse(new URLSearchParams(search).get('seat'))
  return role.success ? role.data : null
}

/** The id in `/w/<id>`. Throws `ApiFailure` `workshop-unknown`, as the server would. */
export function workshopIdIn(id: string | undefined): WorkshopId {
  const parsed = WorkshopId.safeParse(id)
  if (parsed.success) return parsed.data
  throw new ApiFailure('workshop-unknown', 'A workshop id has 12 characters, digits and small letters.', 404)
}

export type Entrance =
  | { kind: 'room'; seat: CurrentSeat & { role: Exclude<LinkKind, 'results'> } }
  | { kind: 'results' }
  | { kind: 'join'; entryKey: Key; preview: Preview }
  /** This browser is several people here; `seats` has each. */
  | { kind: 'choose'; seats: CurrentSeat[] }

/** Where somebody belongs who opens a workshop with this key (null: none) and `?seat=` (null: none). Throws `ApiFailure`. */
export async function findEntrance(asked: {
  workshopId: WorkshopId
  key: Key | null
  role: LinkKind | null
  /** Called as soon as a link turns out to be one of results. */
  onResults?: () => void
}): Promise<Entrance> {
  const { workshopId, key, role, onResults } = asked
  if (key === null) return entranceOf(await findSeats(workshopId, role))
  let preview: Preview
  try {
    preview = await askWorkshop(Preview, { workshopId, role: null }, '/preview', {
      method: 'POST',
      body: key,
    })
  } catch (failure) {
    // Whoever opens a link again that worked once is in already.
    const seats = codeOf(failure) === 'link-invalid' ? await findSeats(workshopId, role).catch(() => []) : []
    if (seats.length === 0) throw failure
    return entranceOf(seats)
  }
  if (preview.role === 'results') {
    onResults?.()
    await joinWorkshop({ workshopId, key })
    return { kind: 'results' }
  }
  // A personal link may be another person than the one who sits here, so it is always asked first.
  if (preview.continuesAs) return { kind: 'join', entryKey: key, preview }
  const mayBeSeated = preview.isSeated || seatToken(workshopId, preview.role) !== null
  const seat = mayBeSeated ? await seatIfAny(workshopId, preview.role) : null
  return seat ? entranceOf([seat]) : { kind: 'join', entryKey: key, preview }
}

/** Exchanges a key for a seat, kept in a cookie, or in this tab where cookies are blocked. Throws `ApiFailure`. */
export async function joinWorkshop(asked: {
  workshopId: WorkshopId
  key: Key
  name?: string
  department?: string | null
}): Promise<Joined> {
  const { workshopId, key, name, department } = asked
  const bearer = !keepsCookies()
  const joined = await askWorkshop(Joined, { workshopId, role: null }, '/join', {
    method: 'POST',
    body: {
      ...key,
      ...(name && { name }),
      ...(department !== undefined && { department }),
      ...(bearer && { bearer }),
    },
  })
  if (joined.seatToken) keepSeatToken(workshopId, joined.role, joined.seatToken)
  return joined
}

/** Creates a workshop and takes the facilitator's seat in it. Throws `ApiFailure`. */
export const createWorkshop = async (wish: CreateWorkshop): Promise<CreatedWorkshop> =>
  enterAsFacilitator(await ask(CreatedWorkshop, '/workshops', { method: 'POST', body: wish }))

/** The same with a workshop file, of which the new one is the continuation. Throws `ApiFailure`. */
export const continueFromFile = async (file: Blob): Promise<CreatedWorkshop> =>
  enterAsFacilitator(await ask(CreatedWorkshop, '/workshop-files', { method: 'POST', body: file }))

async function enterAsFacilitator(created: CreatedWorkshop): Promise<CreatedWorkshop> {
  const { secret } = secretIn(new URL(created.links.facilitator).hash)
  if (!secret) throw new ApiFailure('unreadable', 'The new workshop came without its facilitator link.', 200)
  await joinWorkshop({ workshopId: created.id, key: { secret } })
  return created
}

const isRoomSeat = (seat: CurrentSeat): seat is CurrentSeat & { role: Exclude<LinkKind, 'results'> } =>
  seat.role !== 'results'

function entranceOf(seats: CurrentSeat[]): Entrance {
  const [first, second] = seats
  if (first && !second) return isRoomSeat(first) ? { kind: 'room', seat: first } : { kind: 'results' }
  return { kind: 'choose', seats }
}

/** This browser's seats in a workshop, at least one; with a role at most that one. Throws `ApiFailure`. */
export async function findSeats(workshopId: WorkshopId, role: LinkKind | null): Promise<CurrentSeat[]> {
  try {
    return [await askWorkshop(CurrentSeat, { workshopId, role }, '/seat')]
  } catch (failure) {
    // A seat kept in this tab alone is found by its role only; without one the server sees nobody.
    const mayBeMore = codeOf(failure) === 'seat-ambiguous' || (role === null && codeOf(failure) === 'no-seat')
    if (!mayBeMore) throw failure
    const found = await Promise.all(LinkKind.options.map((option) => seatIfAny(workshopId, option)))
    const seats = found.filter((seat) => seat !== null)
    if (seats.length === 0) throw failure
    return seats
  }
}

async function seatIfAny(workshopId: WorkshopId, role: LinkKind): Promise<CurrentSeat | null> {
  try {
    return await askWorkshop(CurrentSeat, { workshopId, role }, '/seat')
  } catch (failure) {
    if (codeOf(failure) === 'no-seat') return null
    throw failure
  }
}

const codeOf = (failure: unknown): string | null => (failure instanceof ApiFailure ? failure.code : null)
